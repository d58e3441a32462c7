"use strict";
// Cards on the marks, and the filter. Without it the page is whole: every finding stands in the list below the text.
(() => {
  const card = document.getElementById("card");
  const form = document.querySelector("form.filter");
  const marks = [...document.querySelectorAll("mark[data-findings]")];
  const rank = { suggestion: 0, warning: 1, error: 2 };
  let shownFor = null;
  let leaving = 0;

  const ids = (mark) => mark.dataset.findings.split(" ");
  const isOn = (item) => {
    if (!form) return true;
    const rule = form.elements.rule.value;
    const severities = new FormData(form).getAll("severity");
    return severities.includes(item.dataset.severity) && (!rule || rule === item.dataset.rule);
  };
  const itemsOf = (mark) => ids(mark).map((id) => document.getElementById(id)).filter(isOn);

  function piece(tag, name, ...children) {
    const made = document.createElement(tag);
    made.className = name;
    made.append(...children);
    return made;
  }

  function entry(item) {
    const group = item.closest(".rule");
    const severity = item.querySelector(".severity").cloneNode(true);
    const head = piece("p", "head", severity, " ", piece("span", "name", item.dataset.rule));
    const said = piece("p", "what", item.querySelector(".what").textContent);
    const made = piece("div", "entry " + item.dataset.severity, head, said);
    const instead = item.querySelector(".instead");
    if (instead) made.append(piece("p", "instead", ...instead.cloneNode(true).childNodes));
    made.append(piece("p", "why", ...group.querySelector(".why").cloneNode(true).childNodes));
    return made;
  }

  function show(mark) {
    clearTimeout(leaving);
    const items = itemsOf(mark);
    if (!items.length) return hide();
    if (shownFor === mark) return;
    hide();
    shownFor = mark;
    card.replaceChildren(...items.map(entry));
    card.hidden = false;
    card.scrollTop = 0;
    const lit = new Set(items.map((item) => item.id));
    for (const other of marks) other.classList.toggle("lit", ids(other).some((id) => lit.has(id)));
    place(mark);
  }

  function place(mark) {
    card.style.left = card.style.top = "";
    if (matchMedia("(max-width: 40rem)").matches) return; // a sheet at the bottom there
    const box = mark.getClientRects()[0];
    const gap = 6;
    const { offsetWidth: width, offsetHeight: height } = card;
    const left = Math.max(gap, Math.min(box.left, document.documentElement.clientWidth - width - gap));
    const below = box.bottom + gap;
    const top = below + height <= innerHeight || box.top < height + gap ? below : box.top - height - gap;
    card.style.left = `${left}px`;
    card.style.top = `${Math.max(gap, Math.min(top, innerHeight - height - gap))}px`;
  }

  function hide() {
    clearTimeout(leaving);
    card.hidden = true;
    shownFor = null;
    for (const mark of marks) mark.classList.remove("lit");
  }

  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      const focused = document.activeElement?.closest("mark[data-findings]");
      if (focused && itemsOf(focused).length) show(focused);
      else hide();
    }, 200);
  };

  for (const mark of marks) {
    mark.addEventListener("mouseenter", () => show(mark));
    mark.addEventListener("mouseleave", leave);
    mark.addEventListener("focus", () => show(mark));
    mark.addEventListener("blur", leave);
    mark.addEventListener("click", () => show(mark));
    mark.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        if (shownFor === mark) hide();
        else show(mark);
      }
    });
  }
  card.addEventListener("mouseenter", () => clearTimeout(leaving));
  card.addEventListener("mouseleave", leave);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("mark[data-findings], #card")) hide();
  });
  addEventListener("scroll", () => {
    if (shownFor) place(shownFor);
  }, { passive: true });
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.matches("mark[data-findings]")) target.focus();
  });

  if (form) {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => {
      hide();
      document.body.classList.toggle("no-tint", form.elements.tint?.checked === false);
      for (const mark of marks) {
        const items = itemsOf(mark);
        const worst = items.map((item) => item.dataset.severity).sort((a, b) => rank[b] - rank[a])[0];
        mark.classList.remove("error", "warning", "suggestion");
        mark.classList.add(worst || "off");
        mark.classList.toggle("off", !worst);
        if (mark.dataset.number) mark.tabIndex = worst ? 0 : -1;
      }
      for (const item of document.querySelectorAll(".findings li[data-severity]")) item.hidden = !isOn(item);
      for (const group of document.querySelectorAll(".findings .rule")) {
        group.hidden = !group.querySelector("li:not([hidden])");
      }
    });
  }
})();
