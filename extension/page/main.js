/** The extension's entry on a page: starts a session that asks the background; the paste page has its own. */
((undertone) => {
  const { runtime } = globalThis.browser ?? globalThis.chrome;

  async function read() {
    const html = undertone.collect.serialise(document);
    try {
      return await runtime.sendMessage({ type: "analyze", html, url: location.href });
    } catch {
      return { kind: "reload" };
    }
  }

  undertone.session.start({
    root: document.body,
    read,
    targetOf: (finding) => (finding.target ? undertone.anchor.read(finding.target) : null),
    useServer: (address) => runtime.sendMessage({ type: "address", address }).catch(() => false),
    onClose: () => runtime.sendMessage({ type: "closed" }).catch(() => undefined),
  });
})(globalThis.undertone);
