// One story: saves what is typed, shows the answer, moves cards. Nothing here ever writes into a field in use.
"use strict";
(() => {
  const desk = document.getElementById("story"), form = document.getElementById("cards"), preview = document.getElementById("preview");
  const state = document.getElementById("saving"), words = document.getElementById("words").dataset, order = document.getElementById("order"), rest = document.getElementById("rest");
  const undoButton = document.getElementById("undo"), dialog = document.getElementById("conflict");
  const keptAt = `pressgen:${desk.dataset.pk}`;
  let csrf = document.body.dataset.csrf, renewed = false;
  let composing = false, timer = 0, sending = false, again = false, stopped = false, saved = serialised(), undos = [];

  function serialised() { return new URLSearchParams(new FormData(form)).toString().replace(/(^|&)(version|csrfmiddlewaretoken)=[^&]*/g, ""); }
  const dirty = () => serialised() !== saved;
  function tell(word, trouble = false) { state.textContent = state.dataset[word]; state.classList.toggle("trouble", trouble); }
  function keep() { try { localStorage.setItem(keptAt, JSON.stringify({ at: Date.now(), version: form.elements.version.value, text: serialised() })); } catch { /* a browser that keeps nothing */ } }
  function forget() { try { localStorage.removeItem(keptAt); } catch { /* as above */ } }

  // saving: 600 ms after the last change, one request at a time, never while an input method composes
  function soon(wait = 600) {
    if (stopped || composing) return;
    if (dirty()) tell("waiting");
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }
  async function save() {
    clearTimeout(timer);
    if (composing || stopped) return;
    if (sending) { again = true; return; }
    if (!dirty()) { tell("saved"); return; }
    sending = true; again = false;
    const text = serialised(), body = new FormData(form);
    tell("saving");
    try {
      const answer = await fetch(desk.dataset.save, { method: "POST", body: new URLSearchParams(body), redirect: "manual", headers: { "X-CSRFToken": csrf, "X-Requested-With": "desk" } });
      await answered(answer, text);
    } catch { keep(); tell("lost", true); timer = setTimeout(save, 4000); }
    sending = false;
    if (again) soon(50);
  }
  async function answered(answer, text) {
    if (answer.ok) {
      const said = await answer.json();
      form.elements.version.value = said.version; saved = text; stopped = false; renewed = false;
      if (dirty()) tell("waiting"); else { tell("saved"); forget(); }
      show(said);
    } else if (answer.status === 409) {
      stopped = true; keep(); tell("conflict", true);
      await compare();
    } else if (answer.type === "opaqueredirect" || answer.status === 401 || (answer.status === 403 && !renewed)) {
      keep(); tell("out", true); timer = setTimeout(signedIn, 3000);
    } else {
      keep(); tell("refused", true); state.textContent += ` (${answer.status}) ${(await answer.text()).slice(0, 200)}`;
      if (answer.status >= 500) timer = setTimeout(save, 8000);
    }
  }
  // who has signed in again, perhaps in another tab, has a new session: its token goes with the next save
  async function signedIn() {
    try {
      const answer = await fetch(desk.dataset.now, { headers: { "X-Requested-With": "desk" } });
      if (answer.ok) {
        csrf = (await answer.json()).csrf; renewed = true;
        document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": csrf }));
        for (const each of document.querySelectorAll("[name=csrfmiddlewaretoken]")) each.value = csrf;
        save(); return;
      }
    } catch { /* asked again below */ }
    timer = setTimeout(signedIn, 3000);
  }
  // two people saved: what differs is chosen field by field, and saved over the version that was compared
  function both(more = []) { return new URLSearchParams([["mine", serialised()], ["base", saved], ...more]); }
  async function ask(address, body) { return fetch(address, { method: "POST", body, redirect: "manual", headers: { "X-CSRFToken": csrf, "X-Requested-With": "desk" } }); }
  async function compare() {
    const answer = await ask(desk.dataset.compare, both()).catch(() => null);
    if (!answer?.ok) { tell(answer ? "refused" : "lost", true); timer = setTimeout(compare, 4000); return; }
    tell("conflict", true);
    const said = await answer.json();
    document.getElementById("differences").innerHTML = said.html;
    dialog.dataset.version = said.version;
    if (!dialog.open) dialog.showModal();
  }
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const answer = await ask(desk.dataset.merge, both([...new FormData(event.target), ["version", dialog.dataset.version]]));
      if (answer.status === 409) await compare();
      else if (answer.ok) { saved = serialised(); forget(); location.reload(); }
      else { dialog.close(); tell("refused", true); state.textContent += ` ${(await answer.text()).slice(0, 200)}`; }
    } catch { keep(); tell("lost", true); }
  });
  window.addEventListener("online", () => save());
  window.addEventListener("beforeunload", (event) => { if (dirty()) { keep(); event.preventDefault(); } });
  form.addEventListener("submit", (event) => { event.preventDefault(); save(); });
  form.addEventListener("compositionstart", () => { composing = true; clearTimeout(timer); });
  form.addEventListener("compositionend", () => { composing = false; soon(); });
  form.addEventListener("input", (event) => { grow(event.target); soon(); });
  form.addEventListener("change", (event) => { if (!event.target.dataset.photo) soon(50); });

  // the answer: the preview anew, notes below their fields
  function show(said) {
    const pane = preview.parentElement, top = pane.scrollTop, open = [...preview.querySelectorAll("details[open]")].map((each) => each.closest("[data-finding]")?.dataset.finding);
    const before = preview.querySelector(".papers");
    preview.innerHTML = said.preview;
    stale(preview.querySelector(".papers"), before);
    pane.scrollTop = top;
    for (const number of open) preview.querySelector(`[data-finding="${number}"] details`)?.setAttribute("open", "");
    notes(said.notes);
    const house = preview.querySelector("[data-house]")?.dataset.house, look = document.getElementById("look");
    if (house) { const there = look.href.replace(/[^/]+\.css/, `${house}.css`); if (there !== look.href) look.href = there; }
    const title = preview.querySelector(".paper .headline");
    if (title) document.getElementById("name").textContent = title.textContent;
    if (document.activeElement && form.contains(document.activeElement)) follow(document.activeElement, false);
  }
  // where a fault leaves nothing to show, the last draft stays and says so
  function stale(now, before) {
    if (now.firstElementChild || !before?.firstElementChild) return;
    before.classList.add("stale"); now.replaceWith(before);
    for (const each of before.querySelectorAll("[data-hits]")) { delete each.dataset.hits; each.classList.remove("hit", "lit"); }
    preview.querySelector("#nothing").textContent = words.stale;
  }
  function notes(said) {
    for (const box of form.querySelectorAll(".notes:not(:empty)")) box.replaceChildren();
    for (const [name, rows] of Object.entries(said)) {
      const box = boxOf(name);
      for (const row of rows) box?.append(noteOf(row, name));
    }
    for (const each of form.querySelectorAll("details")) each.classList.toggle("troubled", Boolean(each.querySelector(".notes > .fault, .notes > .missing")));
  }
  function fieldOf(name) {
    for (let at = name; at; at = at.includes(".") ? at.slice(0, at.lastIndexOf(".")) : "") {
      const found = form.querySelector(`[data-field="${CSS.escape(at)}"]`);
      if (found) return found;
    }
    return null;
  }
  const boxOf = (name) => fieldOf(name)?.querySelector(":scope > .notes");
  function noteOf(row, name) {
    const line = document.createElement("p");
    line.className = row.kind; line.textContent = row.text;
    if (row.kind === "proposed") {
      const use = document.createElement("button");
      use.type = "button"; use.className = "plain"; use.textContent = words.use;
      use.addEventListener("click", () => {
        const field = form.elements[`${name}.${row.lang}`], reading = form.elements[`${name}.reading`];
        if (field) { field.value = row.other; grow(field); }
        if (reading && row.reading) { reading.checked = true; reading.closest("label").hidden = false; }
        soon(50);
      });
      line.append(" ", use);
    }
    return line;
  }
  notes(JSON.parse(document.getElementById("notes").textContent));

  // from the card to the sentence and back
  function go(name) {
    const field = fieldOf(name);
    if (!field) return;
    for (let at = field; at && at !== form; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    desk.classList.remove("previewing"); tabs();
    const input = form.elements[name] instanceof Element ? form.elements[name] : field.querySelector("textarea, select, input:not([type=hidden])");
    (input || field).scrollIntoView({ block: "center", behavior: "smooth" });
    input?.focus({ preventScroll: true });
    flash(field);
  }
  function follow(input, scroll = true) {
    const name = input.closest("[data-field]")?.dataset.field;
    for (const each of preview.querySelectorAll(".here")) each.classList.remove("here");
    if (!name) return;
    const found = [...preview.querySelectorAll(".paper [data-goto]")].filter((each) => each.dataset.goto === name || each.dataset.goto.startsWith(`${name}.`));
    for (const each of found) each.classList.add("here");
    const pane = preview.parentElement;
    if (scroll && found[0] && pane.scrollHeight > pane.clientHeight) {
      const box = pane.getBoundingClientRect(), at = found[0].getBoundingClientRect();
      if (at.top < box.top || at.bottom > box.bottom) pane.scrollTop += at.top - box.top - box.height / 3;
    }
  }
  function light(number) {
    for (const each of preview.querySelectorAll(".lit")) each.classList.remove("lit");
    const hits = [...preview.querySelectorAll("[data-hits]")].filter((each) => each.dataset.hits.split(" ").includes(number));
    for (const each of hits) each.classList.add("lit");
    const row = preview.querySelector(`[data-finding="${number}"]`);
    row?.classList.add("lit");
    return { hits, row };
  }
  preview.addEventListener("click", (event) => {
    const button = event.target.closest("[data-light]"), hit = event.target.closest("[data-hits]"), there = event.target.closest("[data-goto]");
    if (button) light(button.dataset.light).hits[0]?.scrollIntoView({ block: "center", behavior: "smooth" });
    else if (hit) { const number = hit.dataset.hits.split(" ")[0]; light(number).row?.scrollIntoView({ block: "nearest" }); if (there && event.detail > 1) go(there.dataset.goto); }
    else if (there && !event.target.closest("summary, details")) go(there.dataset.goto);
  });
  form.addEventListener("focusin", (event) => follow(event.target));

  // cards and items: add, move, remove, undo
  function own() { form.elements.own_order.value = "1"; }
  function say(text) { state.textContent = text; state.classList.remove("trouble"); }
  function flash(node) { node.classList.remove("flash"); void node.offsetWidth; node.classList.add("flash"); }
  function remember(back) { undos.push(back); undoButton.hidden = false; }
  function undo() { const back = undos.pop(); undoButton.hidden = undos.length === 0; if (back) { back(); soon(50); } }
  undoButton.addEventListener("click", undo);
  function unit(node) { return node.closest(".item") || node.closest("#order > li, #rest > li"); }
  function placeIn(node, parent, next) { if (parent.moveBefore && node.isConnected) parent.moveBefore(node, next); else parent.insertBefore(node, next); }
  function move(node, step) {
    const parent = node.parentElement, before = node.nextElementSibling;
    const next = step < 0 ? node.previousElementSibling : before?.nextElementSibling ?? null;
    if (composing || (step < 0 && !next) || (step > 0 && !before)) return;
    const focused = document.activeElement;
    placeIn(node, parent, next);
    if (focused && document.activeElement !== focused) focused.focus();
    remember(() => placeIn(node, parent, before));
    moved(node, parent);
  }
  function moved(node, parent) {
    if (parent === order) own();
    const all = [...parent.children];
    say(`${node.querySelector("h3")?.textContent ?? ""} ${words.moved} ${all.indexOf(node) + 1} / ${all.length}`);
    node.scrollIntoView({ block: "nearest" }); soon(50);
  }
  function remove(node) {
    const parent = node.parentElement, next = node.nextElementSibling, was = form.elements.own_order.value;
    const part = node.querySelector(":scope > .card")?.dataset.what ?? "", focus = (next || node.previousElementSibling || parent).querySelector("button, textarea, select");
    if (parent === order && rest && part && !part.startsWith("kind:") && node.querySelector(".inputs")) { toRest(node); remember(() => { fromRest(node, next); form.elements.own_order.value = was; }); }
    else { node.remove(); remember(() => { parent.insertBefore(node, next?.isConnected ? next : null); form.elements.own_order.value = was; flash(node); }); }
    if (parent === order) own();
    say(words.removed); focus?.focus(); soon(50);
  }
  function named(node, on) { for (const each of node.querySelectorAll(":scope > .card > input[type=hidden], :scope > .card > header .join input")) each.disabled = !on; }
  function toRest(node) { named(node, false); rest.append(node); }
  function fromRest(node, next = null) { named(node, true); order.insertBefore(node, next); flash(node); }
  form.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const node = unit(button), what = button.dataset.do;
    if (what === "up" || what === "down") move(node, what === "up" ? -1 : 1);
    else if (what === "remove") remove(node);
    else if (what === "place") { const last = [...order.children].find((each) => each.querySelector('[data-what="rest"]')); own(); fromRest(node, last ?? null); remember(() => toRest(node)); soon(50); }
    else if (button.dataset.more) added(await get(`${desk.dataset.piece}?name=${encodeURIComponent(button.dataset.more)}`), button.parentElement.querySelector(":scope > .items"));
    else if (button.dataset.beside) await beside(button);
    else if (button.id === "add" || button.dataset.kind) await add(button.dataset.kind || document.getElementById("kind").value);
  });
  async function get(address) {
    const answer = await fetch(address, { headers: { "X-Requested-With": "desk" } });
    const made = document.createElement("template");
    made.innerHTML = answer.ok ? await answer.text() : "";
    if (!answer.ok) tell("lost", true);
    return made.content;
  }
  function added(content, parent) {
    const node = content.firstElementChild;
    if (!node) return;
    parent.append(node); dropping(node);
    remember(() => node.remove());
    node.querySelector("textarea, select, input:not([type=hidden])")?.focus(); flash(node);
  }
  async function beside(button) {
    const box = button.closest(".field").querySelector(":scope > .companions");
    if (box.dataset.all) { box.querySelector("textarea")?.focus(); return; }
    box.dataset.all = "1";
    const have = new Set([...box.children].map((each) => each.dataset.field)), content = await get(`${desk.dataset.piece}?beside=1&name=${encodeURIComponent(button.dataset.beside)}`);
    for (const each of [...content.children]) if (!have.has(each.dataset.field)) box.append(each);
    box.querySelector("textarea")?.focus();
  }
  async function add(kind) {
    const content = await get(`${desk.dataset.card}?kind=${encodeURIComponent(kind)}`), card = content.firstElementChild;
    if (!card) return;
    const row = document.createElement("li"), last = [...order.children].find((each) => each.querySelector('[data-what="rest"]'));
    row.append(card); order.insertBefore(row, last ?? null); dropping(row); own();
    remember(() => row.remove());
    card.scrollIntoView({ block: "center" }); card.querySelector("textarea, select, input:not([type=hidden])")?.focus(); flash(card); soon(50);
  }
  order.addEventListener("change", (event) => { if (event.target.name?.startsWith("join.")) { event.target.closest(".card").classList.toggle("joined", event.target.checked); own(); soon(50); } });
  let place = null;
  if (window.Sortable) new Sortable(order, { handle: ".handle", animation: 120,
    onStart: (event) => { place = event.item.nextElementSibling; },
    onEnd: (event) => { if (event.oldIndex !== event.newIndex) { const before = place; remember(() => order.insertBefore(event.item, before)); moved(event.item, order); } } });
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const control = event.ctrlKey || event.metaKey, typing = event.target.matches?.("textarea, input");
    if (control && event.key === "s") { event.preventDefault(); save(); }
    else if (control && event.key === "z" && !event.shiftKey && !typing && undos.length) { event.preventDefault(); undo(); }
    else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown") && event.target.closest?.(".handle, .tools")) { event.preventDefault(); move(unit(event.target), event.key === "ArrowUp" ? -1 : 1); }
    else if (event.key === "F8") { event.preventDefault(); step(event.shiftKey ? -1 : 1); }
  });
  function step(by) {
    const rows = [...preview.querySelectorAll("[data-finding]")], at = rows.findIndex((each) => each.classList.contains("lit"));
    const row = rows[(at + by + rows.length) % rows.length];
    if (row) { const { hits } = light(row.dataset.finding); (hits[0] || row).scrollIntoView({ block: "center", behavior: "smooth" }); row.querySelector("button").focus({ preventScroll: true }); }
  }

  // photos: chosen or dropped
  async function upload(input, file) {
    const body = new FormData(); body.set("photo", file);
    const answer = await fetch(desk.dataset.photo, { method: "POST", body, headers: { "X-CSRFToken": csrf, "X-Requested-With": "desk" } });
    const field = input.closest(".field"), box = field.querySelector(":scope > .notes");
    if (!answer.ok) { const line = document.createElement("p"); line.className = "fault"; line.textContent = await answer.text(); box.replaceChildren(line); return; }
    const { name } = await answer.json(), drop = field.querySelector(".drop");
    field.querySelector("input[type=hidden]").value = name;
    drop.querySelector(".file").textContent = name;
    const image = drop.querySelector("img") || drop.insertBefore(document.createElement("img"), drop.firstChild);
    image.alt = ""; image.src = desk.dataset.photos.replace(/x$/, encodeURIComponent(name)); input.value = ""; soon(50);
  }
  function dropping(within) {
    for (const box of within.querySelectorAll(".drop")) {
      const input = box.querySelector("input[type=file]");
      input.addEventListener("change", () => input.files[0] && upload(input, input.files[0]));
      box.addEventListener("dragover", (event) => { event.preventDefault(); box.classList.add("over"); });
      box.addEventListener("dragleave", () => box.classList.remove("over"));
      box.addEventListener("drop", (event) => { event.preventDefault(); box.classList.remove("over"); if (event.dataTransfer.files[0]) upload(input, event.dataTransfer.files[0]); });
    }
    for (const each of within.querySelectorAll("textarea")) grow(each);
  }
  // a draft that was edited outside comes back by being dropped on its story
  const back = document.querySelector("#back form"), files = (event) => event.dataTransfer?.types.includes("Files") && !event.target.closest?.(".drop");
  if (back) {
    desk.addEventListener("dragover", (event) => { if (files(event)) { event.preventDefault(); desk.classList.add("over"); } });
    desk.addEventListener("dragleave", (event) => { if (!desk.contains(event.relatedTarget)) desk.classList.remove("over"); });
    desk.addEventListener("drop", async (event) => {
      desk.classList.remove("over");
      if (!files(event)) return;
      event.preventDefault();
      back.elements.files.files = event.dataTransfer.files;
      await save(); back.requestSubmit();
    });
  }
  // older browsers do not size a field by its text
  const sizes = CSS.supports("field-sizing", "content");
  function grow(area) { if (!sizes && area.tagName === "TEXTAREA") { area.rows = 1; while (area.scrollHeight > area.clientHeight + 2 && area.rows < 30) area.rows += 1; } }
  dropping(form);

  // taking out: what is typed is saved first; copying works without a secure context, too
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    if (dirty()) await save();
    const answer = await fetch(button.dataset.copy, { headers: { "X-Requested-With": "desk" } });
    if (!answer.ok) { say(await answer.text()); return; }
    const made = await answer.json(), put = (copying) => {
      copying.clipboardData.setData("text/plain", made.text);
      if (button.dataset.as === "html") copying.clipboardData.setData("text/html", made.html);
      copying.preventDefault(); copying.stopImmediatePropagation();
    };
    document.addEventListener("copy", put, { capture: true, once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", put, { capture: true });
    say(done ? words.copied : words.uncopied);
  });
  function tabs() { for (const tab of document.querySelectorAll("[data-tab]")) tab.setAttribute("aria-selected", String((tab.dataset.tab === "preview") === desk.classList.contains("previewing"))); }
  for (const tab of document.querySelectorAll("[data-tab]")) tab.addEventListener("click", () => { desk.classList.toggle("previewing", tab.dataset.tab === "preview"); tabs(); });

  // released, or only to be read: nothing can be typed
  if (desk.dataset.frozen) { for (const each of form.elements) each.disabled = true; stopped = true; }
  // a step is taken with what is saved
  document.addEventListener("submit", async (event) => {
    if (!event.target.matches("[data-step]") || desk.dataset.frozen) return;
    if (dirty() || sending) { event.preventDefault(); await save(); setTimeout(() => { if (!dirty()) event.target.requestSubmit(event.submitter); }, 300); return; }
    event.target.elements.version.value = form.elements.version.value;
  });
  // somebody else in the same story is seen at once
  setInterval(async () => {
    if (document.hidden || sending || stopped && !desk.dataset.frozen) return;
    try {
      const answer = await fetch(desk.dataset.now, { headers: { "X-Requested-With": "desk" } }), said = answer.ok ? await answer.json() : null, line = document.getElementById("newer");
      if (!said || sending) return;
      line.hidden = String(said.version) === form.elements.version.value;
      line.firstElementChild.textContent = `${said.who}: ${words.newer}`;
    } catch { /* the next save says that the connection is lost */ }
  }, 5000);
  // words chosen in the preview are where a comment is about
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection(), box = document.querySelector("#comments form:last-of-type"), text = chosen.toString().trim().slice(0, 300);
    if (!text || !box?.elements.quote || !preview.contains(chosen.anchorNode)) return;
    box.elements.quote.value = text; box.elements.place.value = chosen.anchorNode.parentElement?.closest("[data-goto]")?.dataset.goto ?? "";
    const line = box.querySelector(".quoted"); line.hidden = false; line.textContent = text;
  });

  // words that a lost connection left in this browser come back as they were typed
  function restored() {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(keptAt) || "null"); } catch { /* nothing kept */ }
    if (!kept || kept.text === saved) { forget(); return; }
    for (const [name, value] of new URLSearchParams(kept.text)) { const field = form.elements[name]; if (field && field.type !== "hidden" && field.type !== "checkbox" && "value" in field) field.value = value; }
    soon(50);
  }
  restored();
  tell("saved");
})();
