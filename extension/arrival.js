/** Runs only on sites on which the reader wants every page read: tells the background that one opened. */
(() => {
  const { runtime } = globalThis.browser ?? globalThis.chrome;
  const tell = () => runtime.sendMessage({ type: "arrived" }).catch(() => undefined);
  const { prerendering } = /** @type {{prerendering?: boolean}} */ (document);
  if (prerendering) document.addEventListener("prerenderingchange", tell, { once: true });
  else tell();
})();
