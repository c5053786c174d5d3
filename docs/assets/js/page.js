// Copying and printing. Every page says everything without this file; buttons appear with it.

// An intranet served over plain http has no clipboard API, and elsewhere it may be forbidden.
async function copyText(text) {
  if (navigator.clipboard && window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return;
    } catch (error) {
      // Then as without it.
    }
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "copy-field";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (!copied) throw new Error("copy refused");
}

(() => {
  // A page that has moved: the fragment goes along, unless the new address has its own.
  const moved = document.querySelector("[data-moved]");
  if (moved) {
    const target = new URL(moved.href);
    if (!target.hash) target.hash = location.hash;
    location.replace(target);
  }

  // A link to a task that this list no longer has leads on to where every task lives.
  const wanted = location.hash.slice(1);
  if (Ids.isAny(wanted) && !document.getElementById(wanted)) {
    const { base } = JSON.parse(document.getElementById("__config").textContent);
    const link = document.createElement("a");
    const item = Ids.item(wanted);
    link.href = `${base}/items/${item}/${location.protocol === "file:" ? "index.html" : ""}#${wanted}`;
    link.textContent = `第 ${item} 项的页面`;
    const note = document.createElement("p");
    note.className = "not-here";
    note.setAttribute("role", "status");
    note.append(`本页没有 ${Ids.short(wanted)}，请看`, link, "。");
    document.querySelector("article h1").after(note);
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
})();
