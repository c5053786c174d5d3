// Copy the link or the citation of a single task: beside each task of a list, and over the words of
// the notice, where no button may stand between them. Needs copyText from page.js.

(() => {
  const KINDS = { link: "复制链接", citation: "复制引用" };

  function citation(task) {
    return task.kind === "link" ? task.link : `${task.source}：${task.words} ${task.link}`;
  }

  function button(kind, task) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "cite-button";
    made.textContent = KINDS[kind];
    made.addEventListener("click", () => {
      const text = citation({ kind, ...task() });
      copyText(text).then(
        () => { made.textContent = "已复制"; setTimeout(() => { made.textContent = KINDS[kind]; }, 1500); },
        () => { window.prompt("请手动复制", text); },
      );
    });
    return made;
  }

  for (const id of document.querySelectorAll("a.task-id")) {
    const words = id.closest("li").querySelector(".quote").textContent;
    const task = () => ({ link: id.href, source: id.dataset.source, words });
    id.parentElement.append(button("link", task), button("citation", task));
  }

  // One bar for all words: it comes to the task that is pointed at.
  const spans = [...document.querySelectorAll("span.task[data-source]")];
  if (!spans.length) return;
  let current = spans[0];
  const bar = document.createElement("div");
  bar.className = "cite-bar no-print";
  bar.hidden = true;
  const task = () => ({
    link: new URL(current.dataset.page + `#${current.id}`, location.href).href,
    source: current.dataset.source,
    words: current.textContent,
  });
  const name = document.createElement("span");
  bar.append(name, button("link", task), button("citation", task));
  document.body.append(bar);

  let leaving;
  function show(span) {
    clearTimeout(leaving);
    current = span;
    name.textContent = span.id;
    bar.hidden = false;
    const box = span.getClientRects()[0];
    bar.style.setProperty("left", `${Math.max(8, Math.min(box.left, innerWidth - bar.offsetWidth - 8)) + scrollX}px`);
    // Above the words, or below them where the page's head would cover it.
    const above = box.top - bar.offsetHeight - 2;
    const top = above > document.querySelector(".md-header").getBoundingClientRect().bottom ? above : box.bottom + 2;
    bar.style.setProperty("top", `${top + scrollY}px`);
  }
  const leave = () => { leaving = setTimeout(() => { bar.hidden = true; }, 400); };

  for (const span of spans) {
    span.addEventListener("pointerenter", () => show(span));
    span.addEventListener("pointerleave", leave);
  }
  bar.addEventListener("pointerenter", () => clearTimeout(leaving));
  bar.addEventListener("pointerleave", leave);
  const arrived = () => { const span = spans.find((one) => `#${one.id}` === location.hash); if (span) show(span); };
  window.addEventListener("hashchange", arrived);
  arrived();
})();
