/**
 * The panel's texts in the reader's language. `undertone.messages` holds the `page_…` entries of
 * `_locales/<language>/messages.json` and `undertone.language` its code; who loads these scripts sets both.
 */
globalThis.undertone ??= {};

((undertone) => {
  if (undertone.texts) return;

  /** Whether there is a text of this name. */
  function has(name) {
    return Object.hasOwn(undertone.messages ?? {}, `page_${name}`);
  }

  function language() {
    return undertone.language ?? "en";
  }

  /** The text `page_<name>`, each `$NAME$` filled from `values`; a name without a text is shown as it is. */
  function say(name, values = {}) {
    const text = has(name) ? undertone.messages[`page_${name}`].message : name;
    return text.replace(/\$(\w+)\$/g, (mark, key) => String(values[key.toLowerCase()] ?? mark));
  }

  /** A code of the wire form (`too-short`, `strong`) as part of a text's name. */
  function nameOf(kind, code) {
    return `${kind}_${code.replaceAll("-", "_")}`;
  }

  /** A share 0..1 as a percentage in words, `62 %`. */
  function percent(share) {
    return `${Math.round(share * 100)}\u00a0%`;
  }

  /** A number as the reader's language writes it, with at least so many decimals. */
  function figure(value, decimals = 0) {
    return value.toLocaleString(language(), { minimumFractionDigits: decimals });
  }

  /** A small count in words, a larger one in figures. */
  function number(count) {
    return has(`number_${count}`) ? say(`number_${count}`) : figure(count);
  }

  /** The same text with a capital at its beginning. */
  function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  undertone.texts = { has, say, nameOf, percent, figure, number, capital, language };
})(globalThis.undertone);
