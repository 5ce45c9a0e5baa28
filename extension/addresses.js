/** Which addresses a server may have, and which one somebody means who typed one. */

/** Where the server listens unless the reader stored another address. */
export const SERVER = "http://127.0.0.1:8765";

/** Whether an address is this computer's own. */
export function isOwn(/** @type {string} */ address) {
  return /^http:\/\/127\.0\.0\.1(:\d{1,5})?$/.test(address) && URL.canParse(address);
}

/** Whether an address may be a server's: this computer's own, or any other over https. No other is ever asked. */
export function isServer(/** @type {string} */ address) {
  return isOwn(address) || isElsewhere(address);
}

/** Whether an address is that of a server elsewhere, over https, with nothing behind its host and port. */
export function isElsewhere(/** @type {string} */ address) {
  const isPlain = /^https:\/\/[a-z0-9.-]+(:\d{1,5})?$/.test(address) && URL.canParse(address);
  return isPlain && new URL(address).origin === address;
}

/**
 * The address that somebody means who typed a port, `localhost`, an address of this computer with or without its
 * `http://`, or that of another server with or without its `https://`; `null` for any other.
 */
export function meantAddress(/** @type {string} */ typed) {
  const plain = typed.trim().replace(/\/+$/, "");
  return meantOwn(plain) ?? meantElsewhere(plain);
}

function meantElsewhere(/** @type {string} */ plain) {
  const whole = /^[^/:]+\.[^/:]+(:\d+)?$/.test(plain) ? `https://${plain}` : plain;
  const address = URL.canParse(whole) && /^https:\/\/[^/?#@]+$/i.test(whole) ? new URL(whole).origin : "";
  return isElsewhere(address) ? address : null;
}

function meantOwn(/** @type {string} */ plain) {
  const [, port] = /^(?:(?:http:\/\/)?(?:localhost|127\.0\.0\.1))?:?(\d{1,5})?$/i.exec(plain) ?? [null, null];
  const address = `http://127.0.0.1${port ? `:${port}` : ""}`;
  return plain.replace(":", "") === "" || port === null || !isOwn(address) ? null : address;
}
