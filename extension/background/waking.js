/** Wakes the server of this computer, through the program that `undertone install` registered, and pairs with it. */

import { isOwn } from "../addresses.js";
import { askHost, origin } from "../browser.js";
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
  for (let tries = 0; tries < TRIES && isOwn(settings.server) && ASLEEP.includes(outcome.kind); tries++) {
    const told = await wake(settings, outcome);
    if (!isOwn(told?.server) || signal?.aborted) break;
    if (typeof told.token === "string") settings = await change({ server: told.server, token: told.token });
    outcome = await ask(settings);
  }
  return outcome;
}

/**
 * What the host says, `null` where there is none or it refuses; with a token where ours is not the server's that it woke.
 *
 * @param {Readonly<Settings>} settings
 * @param {Outcome} outcome
 * @returns {Promise<any>}
 */
async function wake({ server, token }, { kind }) {
  const pair = !token || kind === "not-paired";
  const message = { type: "wake", pair, origin: origin() };
  const told = await askHost(message).catch(() => null);
  const moved = !pair && isOwn(told?.server) && told.server !== server;
  return moved ? askHost({ ...message, pair: true }).catch(() => null) : told;
}
