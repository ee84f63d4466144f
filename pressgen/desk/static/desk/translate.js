// Translations one by one: Ctrl+Enter saves, the next field is gone to; what cannot be saved is said in its row.
"use strict";
(() => {
  const list = document.querySelector(".translating"), count = document.getElementById("waiting");
  if (!list) return;
  let composing = false;
  const left = () => [...list.querySelectorAll("textarea:not(:disabled)")];
  list.addEventListener("compositionstart", () => { composing = true; });
  list.addEventListener("compositionend", () => { composing = false; });
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || composing || event.isComposing) return;
    event.preventDefault(); event.target.form?.requestSubmit();
  });
  list.addEventListener("htmx:afterSwap", () => { count.textContent = String(left().length); left()[0]?.focus(); });
  list.addEventListener("htmx:responseError", (event) => {
    const line = event.detail.elt.querySelector(".fault");
    if (line) { line.textContent = event.detail.xhr.responseText; line.hidden = false; }
  });
  window.addEventListener("beforeunload", (event) => { if (left().some((area) => area.value !== area.defaultValue)) event.preventDefault(); });
})();
