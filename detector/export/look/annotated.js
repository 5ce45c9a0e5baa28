(() => {
  const marks = [...document.querySelectorAll("mark[data-r]")];
  const idsOf = (mark) => mark.dataset.r.split(" ");
  const item = (id) => document.getElementById(`r-${id}`);
  let card = null;
  let opener = null;

  function close() {
    card?.remove();
    card = null;
    for (const chosen of document.querySelectorAll(".on")) chosen.classList.remove("on");
  }

  function choose(ids) {
    for (const mark of marks)
      mark.classList.toggle(
        "on",
        idsOf(mark).some((id) => ids.includes(id)),
      );
    for (const id of ids) item(id)?.classList.add("on");
    item(ids[0])?.scrollIntoView({ block: "nearest" });
  }

  function open(mark) {
    close();
    const ids = idsOf(mark);
    choose(ids);
    card = document.createElement("div");
    card.className = "card";
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", document.body.dataset.remark);
    card.tabIndex = -1;
    const leave = document.createElement("button");
    leave.textContent = "✕";
    leave.setAttribute("aria-label", document.body.dataset.close);
    leave.addEventListener("click", leaveCard);
    card.append(leave);
    for (const id of ids) {
      const copy = item(id)?.cloneNode(true);
      if (!copy) continue;
      copy.removeAttribute("id");
      copy.removeAttribute("tabindex");
      card.append(copy);
    }
    document.body.append(card);
    place(mark.getClientRects()[0]);
    opener = mark;
    card.focus({ preventScroll: true });
  }

  function place(words) {
    const width = document.querySelector(".page").getBoundingClientRect().right;
    const below = words.bottom + 8;
    const fits = below + card.offsetHeight <= innerHeight - 8 || words.top - 8 < card.offsetHeight;
    const top = fits ? below : words.top - 8 - card.offsetHeight;
    const left = Math.max(8, Math.min(words.left, width - card.offsetWidth - 8));
    card.style.top = `${top + scrollY}px`;
    card.style.left = `${left + scrollX}px`;
  }

  function leaveCard() {
    close();
    opener?.focus({ preventScroll: true });
  }

  function show(entry) {
    const id = entry.id.slice(2);
    const mark = marks.find((candidate) => idsOf(candidate).includes(id));
    close();
    choose([id]);
    mark?.scrollIntoView({ block: "center" });
  }

  function act(event, target) {
    const mark = target.closest(".page mark[data-r]");
    const entry = target.closest(".panel li.f[id]");
    if (mark && !document.getElementById("ut-plain").checked) {
      event.preventDefault();
      open(mark);
    } else if (entry) show(entry);
    else if (!target.closest(".card, .panel")) close();
  }

  document.addEventListener("click", (event) => act(event, event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && card) leaveCard();
    if (event.key === "Enter" && event.target.matches("mark[data-r], li.f[id]")) act(event, event.target);
  });
})();
