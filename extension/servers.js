/** Which server is asked: chosen by the reader, with the browser's permission, and given up when that is taken back. */

import { isOwn, meantAddress, SERVER } from "./addresses.js";
import { dropServer, requestServer } from "./browser.js";
import { load, moveTo } from "./storage.js";

/**
 * Keeps an address as the reader typed it, and asks for the permission that one elsewhere needs. Must be called at once
 * in the handler of a click. Resolves to whether: not where it is no address of a server, or the reader says no.
 */
export async function choose(/** @type {string} */ typed) {
  const address = meantAddress(typed);
  if (address === null || !(isOwn(address) || (await requestServer(address)))) return false;
  const { server: before, autoSites } = await load();
  await moveTo(address);
  const isDone = before === address || isOwn(before) || autoSites.includes(new URL(before).hostname);
  if (!isDone) await dropServer(before);
  return true;
}

/** Goes back to this computer's own where the permission to ask one of these hosts was the server's. */
export async function withdraw(/** @type {readonly string[]} */ hosts) {
  const { server } = await load();
  if (!isOwn(server) && hosts.includes(new URL(server).hostname)) await moveTo(SERVER);
}
