/** Which of server and extension is the older one: from what both say of themselves; nobody else is asked. */

/**
 * `server` or `extension`, whichever is older; null where they are the same, or one does not say.
 *
 * @param {string | undefined} server
 * @param {string | undefined} extension
 */
export function older(server, extension) {
  if (!server || !extension) return null;
  const [theirs, ours] = [server, extension].map((version) =>
    version.split(".").map((part) => Number.parseInt(part, 10)),
  );
  for (const place of [0, 1, 2]) {
    const by = (theirs[place] || 0) - (ours[place] || 0);
    if (by !== 0) return by < 0 ? "server" : "extension";
  }
  return null;
}
