/** Our layer over the page: an element with a shadow root, whose style sheet beats the page's; the page may take it away. */

import { HOST } from "./collect.js";

const RETURNS = 5;
const LOOK = `
  :host { all: initial !important; display: block !important; position: absolute !important;
    inset: 0 auto auto 0 !important; width: 0 !important; height: 0 !important; direction: ltr !important;
    z-index: 2147483647 !important; color-scheme: light dark !important;
    --ink: #1d2126; --soft: #59636d; --line: #e3dfd6; --card: #fff; --track: #e9e4da;
    --focus: #1f5fbf; --shade: rgb(29 33 38 / 10%); --headline: #8a2f63; --sourcing: #0b6a6e; --wording: #a4520a;
    --other: #4a5b78;
    --serif: Georgia, "Iowan Old Style", "Times New Roman", serif;
    --sans: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
  @media (prefers-color-scheme: dark) { :host { --ink: #eceae4; --soft: #a8b0b9; --line: #30353b; --card: #21252a;
    --track: #2f343a; --focus: #8ab4ff; --shade: rgb(0 0 0 / 45%); --headline: #e79cc4;
    --sourcing: #6fc7c9; --wording: #eeb073; --other: #aebfe0; } }
  @media print { :host { display: none !important; } }
  * { box-sizing: border-box; }
  [data-dimension] { --tone: var(--other); --shape: dashed 1.5px; }
  [data-dimension="headline"] { --tone: var(--headline); --shape: double 2px; }
  [data-dimension="sourcing"] { --tone: var(--sourcing); --shape: dotted 3px; }
  [data-dimension="wording"] { --tone: var(--wording); --shape: wavy 1.5px; }
  [data-scored="false"] { --tone: var(--soft); }
  .card { position: fixed; width: min(330px, calc(100vw - 24px)); max-height: min(70vh, 480px); overflow-y: auto;
    background: var(--card); color: var(--ink); border: 1px solid var(--line); border-radius: 12px;
    box-shadow: 0 10px 30px var(--shade); padding: 12px 16px; font: 14px/1.45 var(--sans); text-align: left;
    overflow-wrap: anywhere; }
  .piece + .piece { border-top: 1px solid var(--line); margin-top: 12px; padding-top: 12px; }
  .k { display: flex; align-items: center; min-height: 26px; gap: 8px; font: 600 12.5px/1.4 var(--sans); color: var(--tone); }
  .k span { flex: 1; }
  .x { font: 17px/1.5 var(--serif); text-decoration: underline var(--shape) var(--tone); text-underline-offset: 3px;
    unicode-bidi: plaintext; }
  [data-unit="sentence"] > .x { text-decoration: none; border-radius: 3px;
    background: color-mix(in srgb, var(--tone) 13%, transparent); }
  .card p { margin: 7px 0 0; }
  .more, .meta { color: var(--soft); }
  .alt { border-left: 3px solid var(--track); padding-left: 10px; }
  .meta { font-size: 12.5px; margin-top: 9px; }
  .btn { all: unset; cursor: pointer; min-height: 24px; min-width: 24px; padding: 3px 8px; border-radius: 6px;
    color: var(--soft); font: 13px/1.4 var(--sans); text-align: center; }
  .btn:hover { color: var(--ink); background: var(--track); }
  .leave { margin: -2px -8px 0 0; }
  .acts { margin: 8px 0 -2px -8px; }
  :focus-visible { outline: 2px solid var(--focus) !important; outline-offset: 1px; }
  .card:focus { outline: none !important; }
  .initials { position: absolute; inset: 0 auto auto 0; }
  .initial { all: unset; position: absolute; inset: 0 auto auto 0; width: 18px; height: 18px; border-radius: 50%;
    cursor: pointer; font: 600 10px/18px var(--sans); text-align: center; color: #1d2126; --side: #b9b2a4;
    background: color-mix(in srgb, var(--side) 26%, #fff); }
  .initial[data-tint="0"] { --side: #0b6a6e; } .initial[data-tint="1"] { --side: #4a5ba0; }
  .initial[data-tint="2"] { --side: #7d6a22; }
  .initial[data-tint="claim"] { --side: #2c6b45; border-radius: 4px; }
  .initial[data-dark] { color: #eceae4; --side: #5a626b; background: color-mix(in srgb, var(--side) 34%, #191c20); }
  .initial[data-dark][data-tint="0"] { --side: #6fc7c9; } .initial[data-dark][data-tint="1"] { --side: #a3b4ff; }
  .initial[data-dark][data-tint="2"] { --side: #d8c274; }
  .initial[data-dark][data-tint="claim"] { --side: #8fd3a8; }
  .initial[data-veiled] { visibility: hidden; }
  @media (forced-colors: active) { .initial { border: 1px solid CanvasText; background: Canvas; color: CanvasText; } }
`;

/**
 * Puts the layer onto the page and returns its element and shadow root. A page that takes it away gets it back a few
 * times, then `lost()` is told.
 *
 * @param {() => void} lost
 * @param {AbortSignal} signal
 */
export function attach(lost, signal) {
  const host = document.createElement(HOST);
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOOK);
  shadow.adoptedStyleSheets = [sheet];
  home().append(host);
  stay(host, lost, signal);
  signal.addEventListener("abort", () => host.remove());
  return { host, shadow };
}

/** Under the body, where accessibility tools see its colours; under the root where the body would carry it along. */
function home() {
  const { transform, filter, perspective } = getComputedStyle(document.body);
  const carries = [transform, filter, perspective].some((value) => value && value !== "none");
  return carries ? document.documentElement : document.body;
}

/** @param {HTMLElement} host @param {() => void} lost @param {AbortSignal} signal */
function stay(host, lost, signal) {
  let returns = 0;
  const observer = new MutationObserver(() => {
    if (host.isConnected) return;
    if (returns++ < RETURNS) home().append(host);
    else lost();
  });
  observer.observe(document.documentElement, { childList: true });
  observer.observe(document.body, { childList: true });
  signal.addEventListener("abort", () => observer.disconnect());
}
