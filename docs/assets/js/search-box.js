// Material's search box, filled by search-engine.js. The index is asked for when the box is.

(() => {
  const form = document.querySelector("[data-search]");
  if (!form) return;
  const field = form.querySelector("input");
  const list = document.querySelector("[data-search-results]");
  const status = document.querySelector("[data-search-status]");
  const toggle = document.getElementById("__search");
  const BEFORE = 12; // characters shown before the first hit

  let loading;
  function load() {
    if (loading) return loading;
    loading = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = form.dataset.search;
      script.onload = () => resolve(SearchEngine.prepare(window.searchIndex));
      script.onerror = () => {
        loading = undefined;
        reject(new Error("no index"));
      };
      document.head.append(script);
    });
    return loading;
  }

  function element(name, className, text = "") {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function excerpt(text, pieces) {
    const first = pieces.findIndex((piece) => piece.hit);
    if (first < 1) return pieces;
    const before = pieces.slice(0, first).map((piece) => piece.text).join("");
    const cut = before.length > BEFORE ? `…${before.slice(-BEFORE)}` : before;
    return [{ text: cut, hit: false }, ...pieces.slice(first)];
  }

  function write(target, pieces) {
    for (const piece of pieces) {
      target.append(piece.hit ? element("mark", "", piece.text) : piece.text);
    }
  }

  function line(index, { entry, part }, typed) {
    const item = element("li", "md-search-result__item");
    const link = element("a", "md-search-result__link");
    const anchor = entry.h || (part && part.id);
    link.href = new URL(form.dataset.base + entry.u + (form.dataset.file || ""), location.href).href
      + (anchor ? `#${anchor}` : "");
    const article = element("article", "md-search-result__article md-typeset");
    const title = element("p", "search-title");
    title.append(element("span", "search-kind", entry.k));
    write(title, SearchEngine.marked(index, entry.t, typed));
    article.append(title);
    if (part && part.text) {
      const words = element("p", "search-words");
      write(words, excerpt(part.text, SearchEngine.marked(index, part.text, typed)));
      article.append(words);
    }
    link.append(article);
    item.append(link);
    return item;
  }

  async function show() {
    const typed = field.value;
    if (!typed.trim()) {
      list.textContent = "";
      status.textContent = "输入部门、行业、条目或任意字句";
      return;
    }
    let index;
    try {
      index = await load();
    } catch (error) {
      status.textContent = "搜索数据没有读到，请检查网络后再试";
      return;
    }
    if (typed !== field.value) return;
    const found = SearchEngine.search(index, typed);
    const instead = found.length ? [] : [...SearchEngine.nearest(index, typed), ...SearchEngine.doors(index)];
    list.textContent = "";
    list.append(...[...found, ...instead].map((result) => line(index, result, typed)));
    status.textContent = found.length ? `找到 ${found.length} 条` : "没有找到。最接近的和各类清单在下面";
  }

  const open = (state) => { toggle.checked = state; };

  function move(step) {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement) + step;
    const target = at < 0 ? field : links[Math.min(at, links.length - 1)];
    if (target) target.focus();
  }

  field.addEventListener("focus", () => { open(true); load().catch(() => {}); show(); });
  // What an input method has half composed is no question yet.
  field.addEventListener("input", (event) => { if (!event.isComposing) show(); });
  field.addEventListener("compositionend", show);
  form.addEventListener("reset", () => { setTimeout(() => { field.focus(); show(); }); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.click();
  });
  toggle.addEventListener("change", () => { if (toggle.checked) field.focus(); });
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return; // the key is for the input method
    const inside = form.parentElement.contains(document.activeElement);
    if (event.key === "Escape" && toggle.checked) {
      open(false);
      field.blur();
    } else if (inside && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      field.focus();
    }
  });
})();
