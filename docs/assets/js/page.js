// Copying and printing. Every page says everything without this file; buttons appear with it.

async function copyText(text) {
  // An intranet served over plain http has no clipboard API.
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "copy-field";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (!copied) throw new Error("copy refused");
}

function address(button) {
  const url = new URL(location.href);
  url.hash = button.dataset.target;
  return url.href;
}

function onCopy(button) {
  const status = button.parentElement.querySelector("[role=status]");
  const link = address(button);
  const text = button.dataset.copy === "citation" ? `${button.dataset.citation}，${link}` : link;
  copyText(text).then(
    () => { status.textContent = "已复制"; },
    () => { status.textContent = `请手动复制：${text}`; },
  );
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => onCopy(button));
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
