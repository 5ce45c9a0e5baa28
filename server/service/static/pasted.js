/** What somebody pasted: a link, the HTML of a page, or text, with or without a headline; as `server/plain_text.py` has it. */

/** @typedef {{html: string} | {text: string, title: string | null}} Asked the contract's request */

/**
 * `asked` is null where there is nothing to ask: for an empty box, and for a link, which is never fetched.
 *
 * @typedef {{kind: "empty" | "link" | "html" | "text" | "titled", asked: Asked | null, title?: string, address?: string}}
 *   Pasted
 */

const MAX_HEADLINE = 200; // characters
const SENTENCE_END = /[.,:;]$/;
const TAG = /<(?:!doctype|!--|\?xml|\/?[a-z][a-z0-9-]{0,40}[\s/>])/i;
const LINK = /^(?:https?:\/\/|www\.)[^\s'"<>]+$/i;

/** @returns {Pasted} */
export function recognise(/** @type {string} */ pasted) {
  const text = pasted.replace(/^\ufeff/, "");
  const whole = text.trim();
  if (!whole) return { kind: "empty", asked: null };
  if (LINK.test(whole)) return { kind: "link", asked: null, address: /^www/i.test(whole) ? `https://${whole}` : whole };
  if (TAG.test(text)) return { kind: "html", asked: { html: text } };
  const [first, gap, ...rest] = text.trimStart().split("\n");
  const title = first.replace(/^#+/, "").trim();
  const below = rest.join("\n").trimStart();
  const isHeadline = title && [...title].length <= MAX_HEADLINE && !SENTENCE_END.test(title);
  if (!isHeadline || gap?.trim() || !below.trim()) return { kind: "text", asked: { text, title: null } };
  return { kind: "titled", asked: { text: below, title }, title };
}
