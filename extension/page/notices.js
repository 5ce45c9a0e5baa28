/** The banners over a report: what is special about the page, what of it was not read, and what the reader can do. */
((undertone) => {
  if (undertone.notices) return;

  const { say, has, nameOf, figure } = undertone.texts;
  const { el, button } = undertone.elements;

  /**
   * The banners of a report. `about` says `how` the page was read (`page`, `anyway`, `selection`) and what was `unread`
   * (`{frames, words}`); `actions.read(how)` reads it otherwise, where the page can.
   */
  function banners(answer, about, actions, signal) {
    const said = answer.summary.sentence;
    return [
      ...answer.document.notices.map((notice) => banner(notice, said, about, actions, signal)),
      other(about, actions, signal),
      unread(about.unread),
    ].filter(Boolean);
  }

  /** What is special about the page; what the summary says already is not said twice. */
  function banner({ code, message }, said, about, actions, signal) {
    const title = has(nameOf("notice", code)) ? say(nameOf("notice", code)) : say("notice");
    const advice = has(nameOf("advice", code)) ? say(nameOf("advice", code)) : null;
    const lines = [message === said ? null : message, advice].filter(Boolean);
    const offers = ["not-an-article", "text-not-found"].includes(code) && about.how === "page" && actions.read;
    return box(title, lines.join(" "), offers ? ways(["selection", "anyway"], actions, signal) : null);
  }

  /** That not the page as an article was read, but what the reader asked for. */
  function other({ how }, actions, signal) {
    if (how === "page") return null;
    if (how === "anyway") return box(say("notice"), say("anyway_used"), null);
    const back = button(say("whole_page"), () => actions.read("page"), signal, { class: "btn boxed" });
    return box(say("notice"), say("selection_used"), [back]);
  }

  function ways(names, actions, signal) {
    return names.map((how) => {
      const made = button(say(how), () => actions.read(how), signal, { class: "btn boxed" });
      // a press would take the selection away before it is read
      made.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
      return made;
    });
  }

  function unread({ frames, words }) {
    const lines = [
      frames === 1 ? say("unread_frames_one") : null,
      frames > 1 ? say("unread_frames", { count: figure(frames) }) : null,
      words > 0 ? say("unread_words", { count: figure(words) }) : null,
    ].filter(Boolean);
    return lines.length > 0 ? box(say("unread"), lines.join(" "), null) : null;
  }

  /** That the page has grown since, with a way to read it again. */
  function grown(actions, signal) {
    const again = button(say("read_again"), () => actions.retry(), signal, { class: "btn boxed" });
    return box(say("notice"), say("grown"), [again]);
  }

  /** That remarks were set aside by the reader and still count in the scores. */
  function aside(count, actions, signal) {
    const back = button(say("bring_back"), () => actions.bringBack(), signal, { class: "btn boxed" });
    return box(say("notice"), say("set_aside", { count: figure(count) }), [back]);
  }

  function box(title, text, buttons) {
    const ways = buttons ? el("div", { class: "ways" }, buttons) : null;
    return el("div", { class: "notice", role: "note" }, el("b", {}, title), text, ways);
  }

  /** The top of a report: its sentence, what it is about, and what is special about the page. */
  undertone.sections.push(({ answer, about }, { actions, signal }) => ({
    nodes: [
      el("p", { class: "sum" }, answer.summary.sentence),
      el("p", { class: "scope" }, say("scope")),
      ...banners(answer, about, actions, signal),
    ],
  }));
  undertone.notices = { grown, aside };
})(globalThis.undertone);
