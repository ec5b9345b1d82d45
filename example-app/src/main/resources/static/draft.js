// Keeps what is being written, in this tab only, until it is published: a lost network loses no word. The form's key is
// kept with it, so that what did arrive is not published twice. Files are not kept here, and it says so.
"use strict";
{
  const NAME = "passerelle-draft";
  const saved = JSON.parse(sessionStorage.getItem(NAME) || "null");
  const form = document.querySelector("form[data-draft]");
  const boxes = () => [...form.querySelectorAll("input[type=checkbox]")];
  const kept = () => [...form.querySelectorAll("input[name=key], input[name=title], textarea[name=text]")];
  const files = () => form.querySelector("[name^='files[']") !== null
    || [...form.querySelectorAll("input[type=file]")].some(field => field.files.length > 0);
  const written = () => kept().some(field => field.name !== "key" && field.value.trim() !== "");
  const say = text => { document.getElementById("draft").textContent = text; };

  if (form && saved && !written()) {
    kept().forEach(field => { field.value = saved[field.name] ?? field.value; });
    boxes().forEach(box => { box.checked = saved.boxes.includes(box.name + "=" + box.value); });
    say(form.dataset.draft + (saved.files ? " " + form.dataset.files : ""));
  }
  if (form) {
    form.addEventListener("input", () => {
      const draft = { files: files(), boxes: boxes().filter(box => box.checked).map(box => box.name + "=" + box.value) };
      kept().forEach(field => { draft[field.name] = field.value; });
      if (written()) sessionStorage.setItem(NAME, JSON.stringify(draft));
      else sessionStorage.removeItem(NAME);
    });
    form.addEventListener("submit", event => {
      if (navigator.onLine) return;
      event.preventDefault();
      say(form.dataset.offline + (files() ? " " + form.dataset.files : ""));
    });
  } else if (saved && location.pathname.endsWith("/communications/" + saved.key)) {
    sessionStorage.removeItem(NAME);
  }
}
