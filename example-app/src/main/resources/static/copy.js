// Copies what is to be pasted on an ENT: the text with its form where the browser can, plain where it cannot.
"use strict";
document.addEventListener("click", async event => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  const plain = "value" in source ? source.value : source.innerText;
  const said = document.getElementById(button.dataset.copy + "-copied");
  try {
    if ("value" in source || !window.ClipboardItem) {
      await navigator.clipboard.writeText(plain);
    } else {
      await navigator.clipboard.write([new ClipboardItem({
        "text/html": new Blob([source.innerHTML], { type: "text/html" }),
        "text/plain": new Blob([plain], { type: "text/plain" })
      })]);
    }
    said.textContent = button.dataset.done;
  } catch (refused) {
    // Selected, so that the person copies it herself.
    const range = document.createRange();
    range.selectNodeContents(source);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    if ("select" in source) source.select();
    said.textContent = button.dataset.selected;
  }
});
