/** The panel's style sheet: paper, one ink, three quiet colours; a light and a dark table of tokens. */
((undertone) => {
  if (undertone.sheet) return;

  const tokens = `
    :host {
      all: initial !important;
      display: block !important;
      position: fixed !important;
      inset: 0 0 0 auto !important;
      width: min(372px, 100vw) !important;
      z-index: 2147483647 !important;
      color-scheme: light dark !important;
      --paper: #fbfaf7; --ink: #1d2126; --soft: #59636d; --line: #e3dfd6; --card: #fff; --track: #e9e4da;
      --edge: #b9b2a4; --headline: #8a2f63; --sourcing: #0b6a6e; --language: #a4520a; --framing: #4a5b78;
      --focus: #1f5fbf; --shade: rgb(29 33 38 / 10%);
      --serif: Georgia, "Iowan Old Style", "Times New Roman", serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
      --mono: ui-monospace, "SF Mono", Menlo, Consolas, monospace;
    }
    @media (prefers-color-scheme: dark) {
      :host {
        --paper: #191c20; --ink: #eceae4; --soft: #a8b0b9; --line: #30353b; --card: #21252a; --track: #2f343a;
        --edge: #5a626b; --headline: #e79cc4; --sourcing: #6fc7c9; --language: #eeb073; --framing: #aebfe0;
        --focus: #8ab4ff; --shade: rgb(0 0 0 / 45%);
      }
    }
    :host([data-folded]) { inset: auto 0 0 auto !important; }
    :host([data-folded]) .panel { border-top: 1px solid var(--line); border-radius: 10px 0 0 0; }
    :host([data-folded]) :is(.body, .foot) { display: none; }
    @media print { :host { display: none !important; } }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    [data-dimension="headline"] { --tone: var(--headline); --shape: double 2px; }
    [data-dimension="sourcing"] { --tone: var(--sourcing); --shape: dotted 3px; }
    [data-dimension="language"] { --tone: var(--language); --shape: wavy 1.5px; }
    [data-dimension="framing"] { --tone: var(--framing); --shape: dashed 1.5px; }
    [data-counts="false"] { --tone: var(--soft); }
  `;

  const frame = `
    .panel { display: flex; flex-direction: column; height: 100%; background: var(--paper); color: var(--ink);
      font: 14px/1.45 var(--sans); border-left: 1px solid var(--line); box-shadow: -8px 0 24px var(--shade);
      overflow-wrap: anywhere; text-align: left; }
    .bar { display: flex; align-items: center; gap: 8px; padding: 10px 8px 10px 16px;
      border-bottom: 1px solid var(--line); flex: none; }
    .bar svg { width: 20px; height: 20px; flex: none; }
    .bar h1 { font: 600 16px/1.4 var(--serif); letter-spacing: .01em; margin: 0; flex: 1; }
    .body { flex: 1; overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin;
      scrollbar-color: var(--edge) transparent; }
    .foot { border-top: 1px solid var(--line); padding: 9px 16px 10px; color: var(--soft); font-size: 12px; flex: none; }
    .btn { all: unset; cursor: pointer; padding: 4px 8px; border-radius: 6px; color: var(--soft);
      font: 13px/1.4 var(--sans); text-align: center; }
    .btn:hover { color: var(--ink); background: var(--track); }
    .btn.main { color: var(--paper); background: var(--ink); padding: 5px 14px; }
    .btn.main:hover { background: var(--soft); }
    .btn.icon { width: 10px; }
    .btn[disabled] { opacity: .5; cursor: default; }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
    h1:focus, .card:focus { outline: none; }
    .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .sum { font: 18px/1.42 var(--serif); margin: 18px 16px 6px; text-wrap: pretty; }
    .scope { margin: 0 16px 14px; color: var(--soft); font-size: 12.5px; }
    .notice { margin: 0 16px 10px; padding: 8px 12px; border: 1px solid var(--line); border-left: 3px solid var(--edge);
      border-radius: 4px 8px 8px 4px; background: var(--card); font-size: 13px; }
    .notice b { display: block; font-weight: 600; }
    .sec { border-top: 1px solid var(--line); margin-top: 10px; padding: 14px 16px 8px; }
    .sec > header { display: flex; align-items: center; min-height: 27px; margin: 0 -4px 8px 0; }
    .sec h2 { font: 600 13px/1.4 var(--sans); color: var(--ink); margin: 0; flex: 1; }
    .sec .aside { margin-right: 4px; color: var(--soft); font-size: 12.5px; font-variant-numeric: tabular-nums; }
  `;

  const scores = `
    .score { padding: 9px 16px 7px; }
    .score .t { display: flex; align-items: baseline; gap: 8px; }
    .score h2 { font: 600 14px/1.4 var(--sans); margin: 0; flex: 1; }
    .score .w { font-weight: 600; font-size: 13px; color: var(--tone); }
    .score .v { font-size: 13px; color: var(--soft); font-variant-numeric: tabular-nums; min-width: 20px;
      text-align: right; }
    .score .why { color: var(--soft); font-size: 12.5px; margin: 0; }
    .strip { display: block; width: 100%; height: 18px; margin: 5px 0 4px; }
    .strip .track { fill: var(--track); }
    .strip .fill { fill: var(--tone); opacity: .38; }
    .strip .quarter { fill: var(--edge); }
    .strip .mark, .strip .foot-mark { fill: var(--tone); }
    @media (forced-colors: active) { .strip .mark, .strip .foot-mark { fill: CanvasText; } }
  `;

  const speakers = `
    .sides { display: flex; height: 10px; border-radius: 5px; overflow: hidden; gap: 2px; margin-bottom: 7px; }
    .side { background: var(--sourcing); min-width: 3px; }
    .side.n1, .key.n1 i { opacity: .62; } .side.n2, .key.n2 i { opacity: .38; }
    .side.n3, .key.n3 i { background: var(--edge); opacity: 1; }
    .side.rest, .key.rest i { background: var(--track); }
    .keys { display: flex; flex-wrap: wrap; gap: 2px 14px; margin: 0 0 8px; padding: 0; list-style: none;
      font-size: 12.5px; color: var(--soft); }
    .key i { display: inline-block; width: 8px; height: 8px; border-radius: 2px; margin-right: 6px;
      background: var(--sourcing); }
    .who { border-collapse: collapse; width: 100%; }
    .who td, .who th { padding: 5px 0; vertical-align: top; font-weight: 400; text-align: left; }
    .who td:first-child { width: 30px; }
    .disc { display: block; font: 600 11px/22px var(--sans); width: 22px; height: 22px; border-radius: 50%;
      text-align: center; background: var(--track); color: var(--ink); }
    .who small { display: block; color: var(--soft); font-size: 12px; }
    .who .p { text-align: right; font-variant-numeric: tabular-nums; color: var(--soft); width: 48px;
      white-space: nowrap; }
    .never { margin: 8px 0 4px; padding: 8px 12px; border-radius: 8px; font-size: 13px;
      background: color-mix(in srgb, var(--sourcing) 9%, var(--paper)); }
    @media (forced-colors: active) {
      .side, .key i { forced-color-adjust: none; background: CanvasText; }
      .side.rest, .key.rest i { background: GrayText; }
    }
    .quiet { color: var(--soft); font-size: 13px; margin: 0 0 8px; }
  `;

  const remarks = `
    .list { margin: 0; padding: 0; list-style: none; }
    .f { padding: 10px 12px 9px; margin: 0 0 8px; background: var(--card); border: 1px solid var(--line);
      border-radius: 10px; cursor: pointer; }
    .f:hover { border-color: var(--edge); }
    .f.on { border-color: var(--tone); box-shadow: 0 0 0 1px var(--tone); }
    .f.lost { cursor: default; }
    .x { all: unset; font: 16px/1.5 var(--serif); color: var(--ink); text-decoration: underline var(--shape) var(--tone);
      text-underline-offset: 3px; }
    button.x { cursor: pointer; }
    button.x:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
    .f p { margin: 5px 0 6px; font-size: 13px; }
    .more { color: var(--soft); }
    .f .more { display: none; }
    .f.on .more, .f.lost .more { display: block; }
    .alt { border-left: 3px solid var(--track); padding-left: 10px; }
    .meta { display: flex; gap: 4px 12px; color: var(--soft); font-size: 12px; }
    .meta span:first-child { white-space: nowrap; }
    .meta .pts { margin-left: auto; font-variant-numeric: tabular-nums; text-align: right; }
    .card { position: fixed; width: min(330px, calc(100vw - 24px)); max-height: min(60vh, 420px); overflow-y: auto;
      background: var(--card); color: var(--ink); border: 1px solid var(--line); border-radius: 12px;
      box-shadow: 0 10px 30px var(--shade); padding: 12px 16px 14px; font: 14px/1.45 var(--sans); text-align: left;
      overflow-wrap: anywhere; }
    .piece + .piece { border-top: 1px solid var(--line); margin-top: 12px; padding-top: 12px; }
    .card .k { display: flex; align-items: center; min-height: 26px; gap: 8px; font: 600 12.5px/1.4 var(--sans); color: var(--tone); }
    .card .k span { flex: 1; }
    .card .k .btn { margin: -2px -8px 0 0; }
    .card .x { display: inline; font-size: 17px; }
    .card p { margin: 7px 0 0; }
    .card .meta { display: block; font-size: 12.5px; margin-top: 9px; }
  `;

  const states = `
    .state { padding: 18px 16px; }
    .state h2 { font: 18px/1.42 var(--serif); margin: 0 0 8px; }
    .state p { margin: 0 0 12px; color: var(--soft); font-size: 13.5px; }
    .command { display: flex; align-items: center; gap: 8px; margin: 0 0 14px; padding: 8px 8px 8px 12px;
      background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
    .command code { flex: 1; font: 13.5px/1.4 var(--mono); user-select: all; }
    .address { margin-top: 22px; }
    .address label { display: block; margin-bottom: 5px; color: var(--soft); font-size: 12.5px; }
    .address .command { margin: 0 0 6px; padding: 4px 8px 4px 12px; }
    .command input { all: unset; flex: 1; min-width: 0; padding: 4px 0; color: var(--ink);
      font: 13.5px/1.4 var(--mono); }
    .command:focus-within { outline: 2px solid var(--focus); outline-offset: 1px; }
    .state p.wrong { color: var(--ink); margin: 0; }
    .wait { height: 3px; border-radius: 2px; background: var(--track); overflow: hidden; margin-top: 14px; }
    .wait::after { content: ""; display: block; width: 30%; height: 100%; background: var(--edge);
      animation: wait 1.6s ease-in-out infinite alternate; }
    @keyframes wait { from { transform: translateX(0); } to { transform: translateX(233%); } }
    @media (prefers-reduced-motion: reduce) { .wait::after { animation: none; width: 100%; } }
  `;

  /** The whole sheet, to be adopted by the panel's shadow root. */
  undertone.sheet = [tokens, frame, scores, speakers, remarks, states].join("");
})(globalThis.undertone);
