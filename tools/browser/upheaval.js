// Changes a page as live pages change, and keeps account of every marked letter, without the extension's code.
(seed) => {
  let state = seed + 1;
  const chance = () => ((state = (state * 1103515245 + 12345) % 2147483648) / 2147483648);
  const skipped = new Set(("script style noscript template textarea iframe select option svg math object video audio "
    + "canvas button title undertone-layer").split(" "));
  const read = () => {
    const found = [];
    const walk = (node) => {
      for (const child of node.childNodes) {
        if (child.nodeType === 3) found.push(child);
        else if (child.nodeType === 1 && !skipped.has(child.localName)) walk(child);
      }
    };
    walk(document.body);
    return found;
  };
  const isSeen = (letter) => !/[\s\u00ad\u200b\u2060\ufeff]/.test(letter);
  // every mark by its first and last visible letter
  const marks = [];
  const nodes = read();
  const places = new Map(nodes.map((node, index) => [node, index]));
  for (const [name, highlight] of CSS.highlights) {
    if (!/^undertone-(headline|sourcing|wording|other)/.test(name)) continue;
    for (const range of highlight) {
      const letters = [];
      const [from, to] = [places.get(range.startContainer), places.get(range.endContainer)];
      for (let index = from; index <= to; index++) {
        const node = nodes[index];
        const end = index === to ? range.endOffset : node.data.length;
        for (let at = index === from ? range.startOffset : 0; at < end; at++) {
          if (isSeen(node.data[at])) letters.push({node, at});
        }
      }
      marks.push({kind: name.split("-")[1], letters, words: String(range), isGone: false});
    }
  }
  const touching = new Map();
  for (const mark of marks) for (const letter of mark.letters) {
    touching.set(letter.node, [...(touching.get(letter.node) ?? []), [mark, letter]]);
  }
  // redraws a text node as `pieces`; `map(at)` says where a letter went
  const redraw = (node, pieces, map) => {
    for (const [, letter] of touching.get(node) ?? []) Object.assign(letter, map(letter.at));
    node.replaceWith(...pieces);
  };
  const split = (node) => {
    const cut = 1 + Math.floor(chance() * (node.data.length - 1));
    const [first, second] = [new Text(node.data.slice(0, cut)), new Text(node.data.slice(cut))];
    const wrap = document.createElement("span");
    wrap.append(second);
    redraw(node, [first, wrap], (at) => (at < cut ? {node: first, at} : {node: second, at: at - cut}));
  };
  const soften = (node) => {
    const made = new Text("");
    const moved = [];
    let data = "";
    for (const letter of node.data) {
      if (/\p{L}/u.test(letter) && chance() < 0.05) data += "\u00ad";
      for (let unit = 0; unit < letter.length; unit++) moved.push(data.length + unit);
      data += letter === " " && chance() < 0.2 ? "\u00a0" : letter;
    }
    made.data = data;
    redraw(node, [made], (at) => ({node: made, at: moved[at]}));
  };
  const again = (node) => {
    const made = new Text(node.data);
    redraw(node, [made], (at) => ({node: made, at}));
  };
  const told = {ads: 0, removed: 0, split: 0, softened: 0, redrawn: 0};
  for (const node of nodes) {
    if (node.data.trim().length < 8) continue;
    const lot = chance();
    if (lot < 0.25) { split(node); told.split++; }
    else if (lot < 0.5) { soften(node); told.softened++; }
    else if (lot < 0.65) { again(node); told.redrawn++; }
  }
  for (const block of document.body.querySelectorAll("p")) {
    if (block.closest("undertone-layer")) continue;
    const lot = chance();
    if (lot < 0.1) {
      for (const mark of marks) mark.isGone ||= mark.letters.some(({node}) => block.contains(node));
      block.remove();
      told.removed++;
    } else if (lot < 0.3) {
      const ad = document.createElement("div");
      ad.textContent = `Advertisement ${Math.floor(chance() * 1e6)}: a new offer for our readers, only today.`;
      block.before(ad);
      told.ads++;
    }
  }
  // where each mark should stand now: its first and last letter, counted in visible letters of the page
  const counts = new Map();
  let length = 0;
  for (const node of read()) {
    counts.set(node, length);
    length += [...node.data].filter(isSeen).join("").length;
  }
  const count = ({node, at}) => counts.get(node) + [...node.data.slice(0, at)].filter(isSeen).join("").length;
  const there = marks.filter(({isGone, letters}) => !isGone && letters.every(({node}) => counts.has(node)));
  return {
    told,
    marks: marks.length,
    expected: there.map(({kind, letters, words}) => [kind, count(letters[0]), count(letters.at(-1)) + 1, words]),
  };
}
