/** Every text that the panel shows, in one place; `{name}` marks what is filled in. */
globalThis.undertone ??= {};

((undertone) => {
  if (undertone.texts) return;

  const texts = {
    scope: "How it is written, not whether it is true.",
    dimensions: {
      headline: "Headline",
      sourcing: "Sourcing",
      language: "Loaded wording",
      framing: "Framing",
    },
    ranks: {
      headline: "More sensational than {share} of {crowd}",
      sourcing: "Better balanced than {share} of {crowd}",
      language: "More loaded than {share} of {crowd}",
    },
    crowd: "{count} news articles",
    crowdUnknown: "the news articles compared",
    ranksAgain: {
      headline: "More sensational than {share}",
      sourcing: "Better balanced than {share}",
      language: "More loaded than {share}",
    },
    fewest: "fewer than 1 %",
    range: "{value} of 100, likely between {low} and {high}",
    identified: "{identified} of {sources} identified by name and role",
    numbers: ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    quotedApart: "Quoted words are not counted",
    unscored: "no score",

    speakers: "Who speaks",
    attributed: "{share} of the text is attributed",
    unnamed: "unnamed",
    sameOrigin: "counted together with {name}",
    noSources: "Nobody is quoted or named as a source.",
    neverHeard: "Never heard:",
    noSide: "no side",
    document: "document",

    remarks: "Remarks",
    position: "{index} of {count}",
    noRemarks: "Nothing in the wording calls for a remark.",
    previous: "Previous remark",
    next: "Next remark",
    adds: "adds {points} of {value}",
    takes: "takes off {points}",
    gives: "adds {points}",
    uncounted: "not counted: a source’s words",
    unscoredPoints: "no points",
    author: "The writer’s own words",
    quoting: "Words of {name}",
    quotingUnknown: "Words of a source",
    instead: "Instead: {words}",
    sure: "sure: {share}",
    unplaced: "Not found on the page",
    unplacedWhy: "These words were read, but do not stand like this on the page you see; some come from its title.",

    hide: "Hide marks",
    show: "Show marks",
    fold: "Fold",
    unfold: "Unfold",
    close: "Close Undertone",
    closeCard: "Close",
    checked: "Text checked by {host}, not stored",
    announce: "{count} remarks, {strong} strong",
    announceOne: "One remark",
    announceNone: "No remarks",

    waiting: "Reading the page…",
    stillWaiting: "Still working. Long pages take a little longer.",
    awayTitle: "Undertone’s server is not running.",
    awayText: "It runs on this computer and reads the page there. Start it in a terminal, then try again:",
    command: "undertone serve",
    copy: "Copy",
    copied: "Copied",
    retry: "Try again",
    awayOr: "In the project’s folder, “make serve” does the same.",
    address: "The server’s address on this computer",
    addressUse: "Use",
    addressWrong: "Only addresses on this computer can be used, such as http://127.0.0.1:8765.",
    timeoutTitle: "The server took too long.",
    timeoutText: "It did not answer within half a minute. It may be busy with another page; try again in a moment.",
    garbledTitle: "Something else answers at that address.",
    garbledText: "What listens at {host} is not Undertone, or a version that this extension does not understand.",
    problemTitle: "The server could not read this page.",
    problemText: "It answered with status {status} and gave no reason.",
    reloadTitle: "Undertone was updated.",
    reloadText: "Reload this page, then click the button again.",
    movedTitle: "This is another page now.",
    movedText: "The marks belonged to the one before it.",
    notices: {
      "not-an-article": "Not an article",
      "unsupported-language": "Language not supported",
      "too-short": "Too short to judge",
      paywalled: "Only partly visible",
      opinion: "Opinion",
      satire: "Satire",
      "no-headline": "No headline",
    },
    notice: "Note",
    advice: {
      "not-an-article":
        "Open a single story and click again. The text of a story can also be pasted at the server’s own page.",
      "unsupported-language": "Marks and scores would be guesses in any other language.",
    },
  };

  /** Fills the `{name}` marks of a text. */
  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (mark, name) => (name in values ? String(values[name]) : mark));
  }

  /** A share 0..1 as a percentage in words, `62 %`. */
  function percent(share) {
    return `${Math.round(share * 100)}\u00a0%`;
  }

  /** A small count in words, a larger one in figures. */
  function number(count) {
    return texts.numbers[count] ?? String(count);
  }

  /** The same text with a capital at its beginning. */
  function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  undertone.texts = { ...texts, fill, percent, number, capital };
})(globalThis.undertone);
