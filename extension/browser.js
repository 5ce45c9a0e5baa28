/** The browser's extension API behind one module: nothing else in the background touches `chrome` or `browser`. */

const api = globalThis.browser ?? globalThis.chrome;

/** Calls `handle(tab)` at each click on the toolbar button or its shortcut. */
export function onClick(handle) {
  api.action.onClicked.addListener(handle);
}

/** Calls `handle(message, tabId)` for each message of a page script; its promise is the answer. */
export function onMessage(handle) {
  api.runtime.onMessage.addListener((message, sender, answer) => {
    if (sender.id !== api.runtime.id || !sender.tab) return false;
    Promise.resolve(handle(message, sender.tab.id)).then(answer);
    return true;
  });
}

/** Runs `func` in the page's isolated world and returns its value; rejects where the browser forbids it. */
export async function run(tabId, func) {
  const [first] = await api.scripting.executeScript({ target: { tabId }, func });
  return first?.result;
}

/** Injects classic scripts, in order. */
export async function inject(tabId, files) {
  await api.scripting.executeScript({ target: { tabId }, files });
}

/** Puts a style sheet on the page, beside its own and out of reach of its scripts. */
export async function insertCss(tabId, file) {
  await api.scripting.insertCSS({ target: { tabId }, files: [file] });
}

/** Takes that style sheet off again. */
export async function removeCss(tabId, file) {
  await api.scripting.removeCSS({ target: { tabId }, files: [file] });
}

/** Sets the badge's letters and the button's title for one tab; a tab that is gone is no error. */
export async function label(tabId, letters, title) {
  const set = [
    api.action.setBadgeText({ tabId, text: letters }),
    api.action.setBadgeBackgroundColor({ tabId, color: "#5c6670" }),
    api.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
    api.action.setTitle({ tabId, title }),
  ];
  await Promise.allSettled(set);
}

/** The stored values of the keys in `defaults`. */
export async function stored(defaults) {
  return api.storage.local.get(defaults);
}

/** Stores values by their keys. */
export async function store(values) {
  await api.storage.local.set(values);
}

/** A text of `_locales`, with its placeholders filled. */
export function text(key, ...values) {
  return api.i18n.getMessage(key, values.map(String));
}
