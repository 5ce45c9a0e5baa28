/** The sites on which every page is read when it opens: each was allowed by the reader, one by one. */

import { allowedHosts, dropHost, requestHost, runOn } from "./browser.js";
import { isHost } from "./settings.js";
import { change, load } from "./storage.js";

const SCRIPT = "arrival.js";

/** The host of an address, where such pages can be read by themselves; else null. */
export function hostOf(/** @type {string | undefined} */ address) {
  if (!address || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && isHost(hostname) ? hostname : null;
}

/** Asks the reader for one host and adds it. Must be called at once in the handler of a click. Resolves to whether. */
export async function add(/** @type {string} */ host) {
  if (!(await requestHost(host))) return false;
  await change(({ autoSites }) => ({ autoSites: [...new Set([...autoSites, host])].sort() }));
  await align();
  return true;
}

/** Takes hosts off the list and gives their permission back. */
export async function remove(/** @type {readonly string[]} */ hosts) {
  await change(({ autoSites }) => ({ autoSites: autoSites.filter((host) => !hosts.includes(host)) }));
  await Promise.all(hosts.map((host) => dropHost(host).catch(() => false)));
  await align();
}

/** Registers the script that tells of opened pages for exactly the hosts that are both wanted and allowed. */
export async function align() {
  await runOn(await allowedHosts((await load()).autoSites), SCRIPT);
}

/** Whether pages at an address are to be read when they open. */
export async function isWanted(/** @type {string | undefined} */ address) {
  const host = hostOf(address);
  return host !== null && (await load()).autoSites.includes(host);
}
