// A house being written: the sample takes its look, a fault leads to its line, nothing written is left by mistake.
"use strict";
(() => {
  const area = document.getElementById("text"), look = document.getElementById("look");
  if (!area) return;
  document.addEventListener("htmx:afterSwap", () => {
    const key = document.getElementById("judged").dataset.look;
    if (key) look.href = area.dataset.looks.replace("/x.css", `/${key}.css`);
  });
  document.addEventListener("click", (event) => {
    const line = Number(event.target.closest("[data-line]")?.dataset.line);
    if (!line) return;
    const lines = area.value.split("\n"), start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    area.focus(); area.setSelectionRange(start, start + lines[line - 1].length);
    area.scrollTop = (line - 4) * parseFloat(getComputedStyle(area).lineHeight);
  });
  let sent = false;
  area.form.addEventListener("submit", () => { sent = true; });
  window.addEventListener("beforeunload", (event) => { if (!sent && area.value !== area.defaultValue) event.preventDefault(); });
})();
