// Findings of two texts: a number lights both places, F8 steps, two menus filter.
"use strict";
(() => {
  const page = document.getElementById("reading"), rows = () => [...page.querySelectorAll("[data-finding]")].filter((each) => !each.hidden);
  function light(number) {
    for (const each of page.querySelectorAll(".lit")) each.classList.remove("lit");
    const hits = [...page.querySelectorAll("[data-hits]")].filter((each) => each.dataset.hits.split(" ").includes(number));
    for (const each of hits) each.classList.add("lit");
    const row = page.querySelector(`[data-finding="${number}"]`);
    row?.classList.add("lit");
    return { hits, row };
  }
  page.addEventListener("click", (event) => {
    const button = event.target.closest("[data-light]"), hit = event.target.closest("[data-hits]");
    if (button) light(button.dataset.light).hits[0]?.scrollIntoView({ block: "center", behavior: "smooth" });
    else if (hit) light(hit.dataset.hits.split(" ")[0]).row?.scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F8" || event.isComposing) return;
    event.preventDefault();
    const all = rows(), at = all.findIndex((each) => each.classList.contains("lit")), row = all[(at + (event.shiftKey ? -1 : 1) + all.length) % all.length];
    if (row) { light(row.dataset.finding).hits[0]?.scrollIntoView({ block: "center" }); row.querySelector("button").focus({ preventScroll: true }); }
  });
  for (const menu of [document.getElementById("severity"), document.getElementById("rule")]) menu.addEventListener("change", () => {
    const severity = document.getElementById("severity").value, rule = document.getElementById("rule").value;
    const shown = new Set();
    for (const row of page.querySelectorAll("[data-finding]")) row.hidden = Boolean((severity && !row.classList.contains(severity)) || (rule && row.dataset.rule !== rule));
    for (const row of rows()) shown.add(row.dataset.finding);
    for (const hit of page.querySelectorAll("[data-hits]")) hit.classList.toggle("muted", !hit.dataset.hits.split(" ").some((number) => shown.has(number)));
  });
})();
