// Names completed from the glossary while one types: the other language comes along. Never while an input method composes.
"use strict";
(() => {
  const form = document.getElementById("cards"), address = form.dataset.names, list = document.createElement("ul");
  let area = null, timer = 0, asked = 0, rows = [], at = -1;
  list.className = "completions"; list.id = "completions"; list.setAttribute("role", "listbox"); list.setAttribute("aria-label", form.dataset.completions); list.hidden = true;

  function close() {
    clearTimeout(timer); asked += 1; rows = []; at = -1; list.hidden = true;
    if (area) { area.setAttribute("aria-expanded", "false"); area.removeAttribute("aria-activedescendant"); }
  }
  function begin(field) {
    area = field;
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", "completions"], ["aria-expanded", "false"]]) field.setAttribute(name, value);
  }
  async function ask() {
    const words = area.value.trim(), number = asked += 1;
    if (!words) { close(); return; }
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(words)}`, { headers: { "X-Requested-With": "desk" } });
      const said = answer.ok ? await answer.json() : { names: [] };
      if (number === asked && document.activeElement === area) show(said.names.filter((row) => row.zh !== words && row.en !== words));
    } catch { close(); }
  }
  function show(found) {
    rows = found; at = -1;
    list.replaceChildren(...rows.map((row, number) => {
      const item = document.createElement("li"), zh = document.createElement("span"), en = document.createElement("span");
      item.id = `completion-${number}`; item.setAttribute("role", "option"); item.setAttribute("aria-selected", "false");
      zh.lang = "zh-Hans"; zh.textContent = row.zh; en.lang = "en"; en.textContent = row.en;
      item.append(zh, " ", en);
      return item;
    }));
    area.closest(".field[data-names]").append(list);
    list.hidden = rows.length === 0;
    area.setAttribute("aria-expanded", String(!list.hidden));
  }
  function mark(number) {
    at = (number + rows.length) % rows.length;
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === at)));
    area.setAttribute("aria-activedescendant", `completion-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  }
  function take(row) {
    const base = area.name.replace(/\.(zh|en)$/, ""), field = area;
    for (const lang of ["zh", "en"]) { const other = form.elements[`${base}.${lang}`]; if (other) other.value = row[lang]; }
    const reading = form.elements[`${base}.reading`];
    if (reading) { reading.checked = false; reading.closest("label").hidden = true; }
    close(); field.dispatchEvent(new Event("input", { bubbles: true })); close();
  }
  form.addEventListener("input", (event) => {
    if (!event.target.matches(".field[data-names] textarea")) return;
    if (event.target !== area) begin(event.target);
    clearTimeout(timer);
    if (event.isComposing) return;
    timer = setTimeout(ask, 150);
  });
  form.addEventListener("compositionend", (event) => { if (event.target === area) { clearTimeout(timer); timer = setTimeout(ask, 150); } });
  form.addEventListener("keydown", (event) => {
    if (event.target !== area || list.hidden || event.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); mark(event.key === "ArrowDown" ? at + 1 : at < 0 ? -1 : at - 1); }
    else if (event.key === "Enter" && at >= 0) { event.preventDefault(); take(rows[at]); }
    else if (event.key === "Escape") { event.stopPropagation(); close(); }
  });
  list.addEventListener("pointerdown", (event) => { event.preventDefault(); const item = event.target.closest("li"); if (item) take(rows[[...list.children].indexOf(item)]); });
  form.addEventListener("focusout", () => close());
})();
