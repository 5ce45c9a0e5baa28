/** Wakes the server of this computer, through the program that `undertone install` registered, and pairs with it. */

import { askHost, origin } from "../browser.js";
import { SERVER } from "../client.js";
import { change, load } from "../storage.js";

/** @typedef {import("../settings.js").Settings} Settings */
/** @typedef {import("../client.js").Outcome} Outcome */

const TRIES = 2;
const ASLEEP = ["away", "not-paired"];

/**
 * Asks; where nothing listens or this browser is not paired, wakes the server and asks again. Where nothing was
 * installed that could, the outcome stays what it was; so does that of a server at another address.
 *
 * @param {(settings: Readonly<Settings>) => Promise<Outcome>} ask
 * @param {AbortSignal} [signal] then it is not asked again
 */
export async function awake(ask, signal) {
  let settings = await load();
  let outcome = await ask(settings);
  for (let tries = 0; tries < TRIES && settings.server === SERVER && ASLEEP.includes(outcome.kind); tries++) {
    const told = await wake(!settings.token || outcome.kind === "not-paired");
    if (told?.server !== SERVER || signal?.aborted) break;
    settings = typeof told.token === "string" ? await change({ token: told.token }) : await load();
    outcome = await ask(settings);
  }
  return outcome;
}

/** What the host says, `null` where there is none or it refuses. @returns {Promise<any>} */
function wake(/** @type {boolean} */ pair) {
  return askHost({ type: "wake", pair, origin: origin() }).catch(() => null);
}
