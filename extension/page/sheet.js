/** The panel's style sheet: paper, one ink, three quiet colours; a light and a dark table of tokens. */
((undertone) => {
  if (undertone.sheet) return;

  const tokens = `
    :host {
      all: initial !important;
      display: block !important;
      position: absolute !important;
      inset: 0 auto auto 0 !important;
      width: 0 !important;
      height: 0 !important;
      direction: ltr !important;
      z-index: 2147483647 !important;
      color-scheme: light dark !important;
      --paper: #fbfaf7; --ink: #1d2126; --soft: #59636d; --line: #e3dfd6; --card: #fff; --track: #e9e4da;
      --edge: #b9b2a4; --headline: #8a2f63; --sourcing: #0b6a6e; --wording: #a4520a; --other: #4a5b78;
      --side0: #0b6a6e; --side1: #4a5ba0; --side2: #7d6a22; --veil: 16%;
      --focus: #1f5fbf; --shade: rgb(29 33 38 / 10%);
      --serif: Georgia, "Iowan Old Style", "Times New Roman", serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
      --mono: ui-monospace, "SF Mono", Menlo, Consolas, monospace;
    }
    @media (prefers-color-scheme: dark) {
      :host {
        --paper: #191c20; --ink: #eceae4; --soft: #a8b0b9; --line: #30353b; --card: #21252a; --track: #2f343a;
        --edge: #5a626b; --headline: #e79cc4; --sourcing: #6fc7c9; --wording: #eeb073; --other: #aebfe0;
        --side0: #6fc7c9; --side1: #a3b4ff; --side2: #d8c274; --veil: 24%;
        --focus: #8ab4ff; --shade: rgb(0 0 0 / 45%);
      }
    }
    @media print { :host { display: none !important; } }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    [data-dimension] { --tone: var(--other); --shape: dashed 1.5px; }
    [data-dimension="headline"] { --tone: var(--headline); --shape: double 2px; }
    [data-dimension="sourcing"] { --tone: var(--sourcing); --shape: dotted 3px; }
    [data-dimension="wording"] { --tone: var(--wording); --shape: wavy 1.5px; }
    [data-scored="false"] { --tone: var(--soft); }
    [data-tint="0"] { --side: var(--side0); } [data-tint="1"] { --side: var(--side1); }
    [data-tint="2"] { --side: var(--side2); } [data-tint="none"] { --side: var(--edge); }
  `;

  const frame = `
    .panel { position: fixed; inset: 0 0 0 auto; width: min(var(--width, 372px), 100vw);
      display: flex; flex-direction: column; background: var(--paper); color: var(--ink);
      font: 14px/1.45 var(--sans); border-left: 1px solid var(--line); box-shadow: -8px 0 24px var(--shade);
      overflow-wrap: anywhere; text-align: left; }
    :host([data-left]) .panel { inset: 0 auto 0 0; border-left: 0; border-right: 1px solid var(--line);
      box-shadow: 8px 0 24px var(--shade); }
    :host([data-folded]) .panel { top: auto; width: auto; border-top: 1px solid var(--line); border-radius: 10px 0 0 0; }
    :host([data-folded][data-left]) .panel { border-radius: 0 10px 0 0; }
    :host([data-folded]) :is(.body, .foot, .notes, .grip) { display: none; }
    .grip { position: absolute; inset: 0 auto 0 -4px; width: 8px; cursor: ew-resize; touch-action: none; z-index: 1; }
    :host([data-left]) .grip { inset: 0 -4px 0 auto; }
    .grip:hover, .grip:focus-visible { background: linear-gradient(90deg, transparent 3px, var(--focus) 3px 5px, transparent 5px); }
    .grip:focus-visible { outline: none; }
    .bar { display: flex; align-items: center; gap: 2px; padding: 10px 8px 10px 16px;
      border-bottom: 1px solid var(--line); flex: none; }
    .bar svg { width: 20px; height: 20px; flex: none; margin-right: 6px; }
    .bar h1 { font: 600 16px/1.4 var(--serif); letter-spacing: .01em; margin: 0 24px 0 0; flex: 1; }
    .body { flex: 1; overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin;
      scrollbar-color: var(--edge) transparent; }
    .body[aria-busy="true"] { opacity: .6; }
    /* A low window, or one at 200 %: the whole panel scrolls under its bar. */
    @media (max-height: 480px) {
      .panel { display: block; overflow-y: auto; }
      .bar { position: sticky; top: 0; background: var(--paper); z-index: 1; }
      .body { overflow: visible; }
    }
    .btn { all: unset; cursor: pointer; padding: 4px 8px; border-radius: 6px; color: var(--soft);
      font: 13px/1.4 var(--sans); text-align: center; }
    .btn:hover { color: var(--ink); background: var(--track); }
    .btn.main { color: var(--paper); background: var(--ink); padding: 5px 14px; }
    .btn.main:hover { background: var(--soft); }
    .btn.boxed { border: 1px solid var(--edge); color: var(--ink); padding: 3px 10px; }
    .btn.link { color: var(--ink); text-decoration: underline; text-underline-offset: 3px; padding: 2px 4px; }
    .btn.icon { min-width: 18px; padding: 4px 6px; }
    :focus-visible { outline: 2px solid var(--focus) !important; outline-offset: 1px; }
    :is(h1, h2, .card):focus { outline: none !important; }
    .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .sum { font: 18px/1.42 var(--serif); margin: 18px 16px 6px; text-wrap: pretty; }
    .scope { margin: 0 16px 14px; color: var(--soft); font-size: 12.5px; }
    .notice { margin: 0 16px 10px; padding: 8px 12px; border: 1px solid var(--line); border-left: 3px solid var(--edge);
      border-radius: 4px 8px 8px 4px; background: var(--card); font-size: 13px; }
    .body > .notice:first-child { margin-top: 14px; }
    .notice b { display: block; font-weight: 600; }
    .ways { display: flex; flex-wrap: wrap; gap: 6px; margin: 8px 0 2px; }
    .sec { border-top: 1px solid var(--line); margin-top: 10px; padding: 14px 16px 8px; }
    .sec > header { display: flex; align-items: center; min-height: 27px; margin: 0 -4px 8px 0; }
    .sec h2 { font: 600 13px/1.4 var(--sans); color: var(--ink); margin: 0; flex: 1; }
    .sec .aside { margin: 0 4px; color: var(--soft); font-size: 12.5px; font-variant-numeric: tabular-nums; }
    .quiet { color: var(--soft); font-size: 13px; margin: 0 0 8px; }
  `;

  const foot = `
    .foot { border-top: 1px solid var(--line); padding: 8px 12px 9px; color: var(--soft); font-size: 12px; flex: none; }
    .tools { display: flex; flex-wrap: wrap; gap: 0 2px; }
    .tools .btn, .forms .btn { padding: 3px 5px; font-size: 12.5px; }
    .forms { display: flex; flex-wrap: wrap; gap: 0 2px; padding: 0 0 6px; margin: 0 0 6px; border-bottom: 1px solid var(--line); }
    .checked { margin: 3px 5px 0; }
    .sense { all: unset; display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; padding: 0 5px 4px; }
    .sense legend { float: left; padding: 0; font-size: 12.5px; }
    .sense div { display: flex; border: 1px solid var(--line); border-radius: 7px; overflow: hidden; }
    .sense label { cursor: pointer; position: relative; }
    .sense input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
    .sense span { display: block; padding: 2px 10px; font-size: 12.5px; }
    .sense label + label span { border-left: 1px solid var(--line); }
    .sense input:checked + span { background: var(--track); color: var(--ink); }
    @media (forced-colors: active) { .sense input:checked + span { forced-color-adjust: none; background: Highlight;
      color: HighlightText; } }
    .sense input:focus-visible + span { outline: 2px solid var(--focus); outline-offset: -2px; }
    .notes { flex: none; }
    .toast { display: flex; align-items: center; gap: 8px; padding: 8px 16px; background: var(--ink); color: var(--paper);
      font-size: 13px; }
    .toast span { flex: 1; }
    .toast .btn.link { color: var(--paper); }
    .toast .btn.link:hover { background: none; }
    .toast :focus-visible { outline-color: var(--paper) !important; }
  `;

  undertone.sheet = [tokens, frame, foot];
})(globalThis.undertone);
