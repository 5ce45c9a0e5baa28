/** The rest of the panel's style sheet: scores, sources, remarks, card, states, and what lies over the page. */
((undertone) => {
  if (typeof undertone.sheet === "string") return;

  const scores = `
    .score { padding: 9px 16px 7px; }
    .score .t { display: flex; align-items: baseline; gap: 8px; }
    .score h2 { font: 600 14px/1.4 var(--sans); margin: 0; flex: 1; }
    .score .w { font-weight: 600; font-size: 13px; color: var(--tone); }
    .score .v { font-size: 13px; color: var(--soft); font-variant-numeric: tabular-nums; min-width: 20px;
      text-align: right; }
    .score :is(.why, .likely) { color: var(--soft); font-size: 12.5px; margin: 0; }
    .score .told { display: flex; gap: 4px 12px; justify-content: space-between; }
    .score .likely { flex: none; font-variant-numeric: tabular-nums; }
    .strip { display: block; width: 100%; height: 18px; margin: 5px 0 4px; }
    .strip .track { fill: var(--track); }
    .strip .fill { fill: var(--tone); opacity: .38; }
    .strip .quarter { fill: var(--edge); }
    .strip .mark, .strip .foot-mark { fill: var(--tone); }
    @media (forced-colors: active) { .strip .mark, .strip .foot-mark { fill: CanvasText; } }
  `;

  const speakers = `
    .sides { display: flex; height: 10px; border-radius: 5px; overflow: hidden; gap: 2px; margin-bottom: 7px; }
    .side { min-width: 3px; }
    .n0 { --side: var(--side0); } .n1 { --side: var(--side1); } .n2 { --side: var(--side2); }
    .n3 { --side: var(--edge); } .rest { --side: var(--track); }
    .side, .key i { background: var(--side); }
    .keys { display: flex; flex-wrap: wrap; gap: 2px 14px; margin: 0 0 8px; padding: 0; list-style: none;
      font-size: 12.5px; color: var(--soft); }
    .key i { display: inline-block; width: 8px; height: 8px; border-radius: 2px; margin-right: 6px; }
    .who, .quotes { margin: 0; padding: 0; list-style: none; }
    .row { all: unset; box-sizing: border-box; display: flex; gap: 8px; align-items: flex-start; width: 100%; padding: 5px 0; }
    button.row, button.quote { cursor: pointer; border-radius: 6px; }
    button.row:hover .n, button.quote:hover .said { text-decoration: underline; text-decoration-color: var(--edge);
      text-underline-offset: 3px; }
    .disc { flex: none; font: 600 11px/22px var(--sans); width: 22px; height: 22px; border-radius: 50%;
      text-align: center; color: var(--ink); background: color-mix(in srgb, var(--side) 22%, var(--paper)); }
    .row .n { flex: 1; min-width: 0; }
    .who small { display: block; color: var(--soft); font-size: 12px; }
    .row .p { flex: none; font-variant-numeric: tabular-nums; color: var(--soft); white-space: nowrap; }
    .quotes { margin: 0 0 6px 30px; border-left: 2px solid var(--track); }
    .quote { all: unset; box-sizing: border-box; display: block; width: 100%; padding: 4px 8px 5px 10px; }
    .said { font: 14px/1.4 var(--serif); unicode-bidi: plaintext; }
    .never { margin: 8px 0 4px; padding: 8px 12px; border-radius: 8px; font-size: 13px;
      background: color-mix(in srgb, var(--sourcing) 9%, var(--paper)); }
    @media (forced-colors: active) {
      .side, .key i { forced-color-adjust: none; background: CanvasText; }
      .rest, .key.rest i { background: GrayText; }
    }
  `;

  const remarks = `
    .chips { display: flex; flex-wrap: wrap; gap: 5px; margin: 0 0 10px; }
    .chip { all: unset; cursor: pointer; display: flex; align-items: center; gap: 5px; padding: 1px 9px; border-radius: 11px;
      border: 1px solid var(--line); color: var(--soft); font: 12.5px/1.5 var(--sans); }
    .chip b { font-weight: 400; font-variant-numeric: tabular-nums; }
    .chip:hover { border-color: var(--edge); color: var(--ink); }
    .chip[aria-pressed="true"] { background: var(--ink); border-color: var(--ink); color: var(--paper); }
    @media (forced-colors: active) { .chip[aria-pressed="true"] { forced-color-adjust: none; background: Highlight; color: HighlightText; } }
    .list { margin: 0; padding: 0; list-style: none; }
    .f { padding: 10px 12px 9px; margin: 0 0 8px; background: var(--card); border: 1px solid var(--line);
      border-radius: 10px; cursor: pointer; }
    .f:hover { border-color: var(--edge); }
    .f.on { border-color: var(--tone); box-shadow: 0 0 0 1px var(--tone); }
    .f.lost { cursor: default; }
    .x { all: unset; font: 16px/1.5 var(--serif); color: var(--ink); text-decoration: underline var(--shape) var(--tone);
      text-underline-offset: 3px; unicode-bidi: plaintext; }
    [data-unit="sentence"] > .x { text-decoration: none; border-radius: 3px;
      background: color-mix(in srgb, var(--tone) 13%, transparent); }
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
  `;

  const card = `
    .card { position: fixed; width: min(330px, calc(100vw - 24px)); max-height: min(70vh, 480px); overflow-y: auto;
      background: var(--card); color: var(--ink); border: 1px solid var(--line); border-radius: 12px;
      box-shadow: 0 10px 30px var(--shade); padding: 12px 16px 12px; font: 14px/1.45 var(--sans); text-align: left;
      overflow-wrap: anywhere; scroll-padding: 12px; }
    .piece + .piece { border-top: 1px solid var(--line); margin-top: 12px; padding-top: 12px; }
    .card .k { display: flex; align-items: center; min-height: 26px; gap: 8px; font: 600 12.5px/1.4 var(--sans); color: var(--tone); }
    .card .k span { flex: 1; }
    .card .leave { margin: -2px -8px 0 0; }
    .card .x { display: inline; font-size: 17px; }
    .card p { margin: 7px 0 0; }
    .card .meta { display: block; font-size: 12.5px; margin-top: 9px; }
    .acts { display: flex; flex-wrap: wrap; gap: 0 2px; margin: 8px -8px -2px; }
    .acts .btn { padding: 3px 8px; }
    .extra:not(:empty) { border-top: 1px solid var(--line); margin-top: 10px; padding-top: 4px; }
    .lesson p { font-size: 13px; color: var(--soft); }
    .complaint fieldset { all: unset; display: block; margin-top: 6px; }
    .complaint legend { padding: 0; font-weight: 600; font-size: 13px; }
    .complaint label { display: flex; align-items: center; gap: 8px; padding: 3px 0; font-size: 13px; }
    .complaint input { accent-color: var(--ink); }
    .complaint .note { display: block; color: var(--soft); font-size: 12.5px; }
    .complaint [type="text"] { all: unset; box-sizing: border-box; display: block; width: 100%; margin-top: 3px; padding: 4px 8px;
      border: 1px solid var(--edge); border-radius: 6px; color: var(--ink); font: 13px/1.4 var(--sans); }
    .complaint .quiet { margin: 7px 0; font-size: 12.5px; }
  `;

  const states = `
    .state { padding: 18px 16px; }
    .state h2 { font: 18px/1.42 var(--serif); margin: 0 0 8px; }
    .state h3 { font: 600 13px/1.4 var(--sans); margin: 18px 0 6px; }
    .state p, .state li { margin: 0 0 12px; color: var(--soft); font-size: 13.5px; }
    .state ul { margin: 0 0 14px; padding: 0 0 0 18px; } .state li { margin: 0 0 5px; }
    .state > .btn { display: inline-block; margin-right: 6px; }
    .state dl { margin: 0 0 14px; }
    .state dl div { padding: 7px 0; border-bottom: 1px solid var(--line); }
    .state dt { font-size: 13.5px; } .state dd { margin: 0; color: var(--soft); font-size: 13px; }
    .state .number code { font: 13px/1.4 var(--mono); color: var(--ink); user-select: all; }
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
    .wait { height: 3px; border-radius: 2px; background: var(--track); overflow: hidden; margin: 14px 0; }
    .wait::after { content: ""; display: block; width: 30%; height: 100%; background: var(--edge);
      animation: wait 1.6s ease-in-out infinite alternate; }
    @keyframes wait { from { transform: translateX(0); } to { transform: translateX(233%); } }
    @media (prefers-reduced-motion: reduce) { .wait::after { animation: none; width: 100%; } }
  `;

  /* Over the page: ticks beside the panel for where remarks are, initials beside quotations. */
  const layer = `
    .ticks { position: fixed; inset: 0 min(var(--width, 372px), 100vw) 0 auto; width: 12px; pointer-events: none; }
    :host([data-left]) .ticks { inset: 0 auto 0 min(var(--width, 372px), 100vw); }
    :host([data-folded]) .ticks { right: 0; } :host([data-folded][data-left]) .ticks { left: 0; right: auto; }
    .tick { all: unset; position: absolute; left: 0; width: 12px; height: 8px; cursor: pointer; pointer-events: auto; }
    .tick::after { content: ""; position: absolute; inset: 3px 1px; background: var(--tone); border-radius: 1px;
      box-shadow: 0 0 0 1px var(--paper); }
    .tick[data-dimension="sourcing"]::after { inset: 3px 4px; }
    .tick[data-dimension="wording"]::after { inset: 2.5px 1px 2.5px 6px; }
    .tick[data-scored="false"]::after { opacity: .55; }
    .tick:hover::after { inset: 1px 0; }
    .initials { position: absolute; inset: 0 auto auto 0; }
    .initial { all: unset; position: absolute; inset: 0 auto auto 0; width: 18px; height: 18px; border-radius: 50%; cursor: pointer;
      font: 600 10px/18px var(--sans); text-align: center; color: #1d2126;
      background: color-mix(in srgb, var(--side) 26%, #fff); --edge: #b9b2a4; --side0: #0b6a6e; --side1: #4a5ba0; --side2: #7d6a22; }
    .initial[data-dark] { color: #eceae4; background: color-mix(in srgb, var(--side) 34%, #191c20);
      --edge: #5a626b; --side0: #6fc7c9; --side1: #a3b4ff; --side2: #d8c274; }
    .initial[data-tint="0"] { --side: var(--side0); } .initial[data-tint="1"] { --side: var(--side1); }
    .initial[data-tint="2"] { --side: var(--side2); } .initial[data-tint="none"] { --side: var(--edge); }
    .initial[data-veiled] { visibility: hidden; }
    @media (forced-colors: active) { .initial { border: 1px solid CanvasText; background: Canvas; color: CanvasText; }
      .tick::after { forced-color-adjust: none; background: CanvasText; } }
  `;

  /** The whole sheet, to be adopted by the panel's shadow root. */
  undertone.sheet = [...undertone.sheet, scores, speakers, remarks, card, states, layer].join("");
})(globalThis.undertone);
