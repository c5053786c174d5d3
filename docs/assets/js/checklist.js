// Fill a form in on the page. Without this file it is the same sheet, to be filled in on paper.

(() => {
  const sheet = document.querySelector("[data-form]");
  if (!sheet) return;
  const { form, notice, version, state: stateTitle } = sheet.dataset;
  const filling = JSON.parse(sheet.dataset.filling);
  const bar = document.querySelector("[data-fill-bar]");
  const message = bar.querySelector("[role=status]");
  const ROWS_AT_ONCE = 8; // hundreds of fields in one go would freeze an old machine
  const TROUBLE = {
    full: "这台电脑存不下了：屏幕上的内容还在，请马上“导出备份”。",
    blocked: "浏览器不允许在本机保存：屏幕上的内容还在，关闭前请“导出备份”。",
    damaged: "上次保存的内容已损坏，原样另存，没有丢掉；本页从空表开始。",
  };

  let trouble = null;
  function tell(kind) {
    if (kind) message.textContent = TROUBLE[kind];
    else if (trouble && trouble !== "damaged") message.textContent = "";
    trouble = kind;
  }

  function saveField(row, title) {
    const text = row.controls.get(title).read();
    const record = store.setField(row.id, title, text, row.words);
    row.element.classList.remove("changed");
    count(record);
  }

  const rows = checklistRows(sheet, filling, saveField);
  const store = new ChecklistStore(
    { form, notice, version, formerly: filling.formerly, fingerprints: rows.map((row) => row.words) }, tell,
  );
  const heads = checklistHead(sheet, (title, text) => store.setHead(title, text));

  let made = 0;
  let replaced = []; // by an imported file
  function make(number, record) {
    const fresh = rows.slice(made, made + number);
    made += fresh.length;
    for (const row of fresh) {
      row.make();
      row.show(record.rows[row.id]);
    }
  }

  // Show what is kept, and whatever has to be looked at.
  function show() {
    const record = store.read();
    for (const head of heads) head.put(record.head[head.title] || "");
    make(rows.length, record);
    for (const row of rows) row.show(record.rows[row.id]);
    const found = [...ChecklistReport.replaced(replaced), ...ChecklistReport.lines(record, heads, rows)];
    const take = (text) => ChecklistFiles.save(`${form}-kept.json`, text, "application/json");
    ChecklistReport.show(bar.querySelector("[data-fill-changes]"), found, store.others(), take);
    count(record);
    return record;
  }

  const stateOf = (record, row) => (record.rows[row.id] && record.rows[row.id].fields[stateTitle]) || "";

  // `asked`: for other rows, so that the one in use may go.
  function count(record, asked = false) {
    const states = rows.map((row) => stateOf(record, row)).filter(Boolean);
    const tally = new Map();
    for (const word of states) tally.set(word, (tally.get(word) || 0) + 1);
    const words = [...tally].map(([word, number]) => `${word} ${number}`).join("，");
    bar.querySelector("[data-fill-count]").textContent = `已填 ${states.length} / ${rows.length}${words ? `（${words}）` : ""}`;
    bar.querySelector("progress").value = rows.length ? states.length / rows.length : 0;
    checklistFilter(sheet, bar, rows, (row) => stateOf(record, row), asked);
  }

  async function load(file) {
    try {
      replaced = store.merge(await ChecklistFiles.readJson(file, { form, notice }));
      show();
      message.textContent = `已导入 ${file.name}`;
    } catch (error) {
      message.textContent = `没有导入 ${file.name}：${error.message}。`;
    }
  }

  const actions = {
    json: () => ChecklistFiles.saveJson({ form, notice, version }, show()),
    csv: () => ChecklistFiles.saveCsv(form, checklistCsv(sheet, { form, version, filling }, show(), rows)),
    print: () => window.print(),
    import: () => bar.querySelector("input[type=file]").click(),
    clear: () => {
      if (!window.confirm("清空本表在这台电脑上的全部填写内容？清空后不能恢复。")) return;
      const cleared = store.clear();
      replaced = [];
      show();
      message.textContent = cleared ? "已清空" : "没有清空：浏览器不允许改动本机保存的内容。";
    },
  };

  function listen() {
    bar.dataset.listening = ""; // see old-browser.js
    for (const button of bar.querySelectorAll("[data-action]")) {
      button.addEventListener("click", actions[button.dataset.action]);
    }
    bar.querySelector("input[type=file]").addEventListener("change", (event) => {
      if (event.target.files[0]) load(event.target.files[0]);
      event.target.value = "";
    });
    for (const select of bar.querySelectorAll("[data-filter]")) select.addEventListener("change", () => { count(store.read(), true); });
    // Another tab has written, or this page has been away while others may have.
    window.addEventListener("storage", (event) => { if (event.key === store.key || event.key === null) show(); });
    window.addEventListener("pageshow", (event) => { if (event.persisted) show(); });
    document.addEventListener("visibilitychange", () => { if (!document.hidden) show(); });
    window.addEventListener("beforeprint", () => { show(); });
    window.addEventListener("beforeunload", (event) => {
      if (!store.pending.size) return;
      event.preventDefault();
      event.returnValue = "";
    });
  }

  let readerMoved = false;
  for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"]) {
    window.addEventListener(kind, () => { readerMoved = true; }, { once: true, passive: true });
  }

  // The fields made meanwhile have pushed the wanted row away: go there again, unless the reader moved on.
  function arrive() {
    const row = sheet.querySelector("tr.row:target");
    if (!row || readerMoved) return;
    row.scrollIntoView();
    requestAnimationFrame(() => row.scrollIntoView()); // rows that have come near are higher than guessed
  }

  async function start() {
    bar.setAttribute("aria-busy", "true");
    listen();
    while (made < rows.length) {
      make(ROWS_AT_ONCE, store.read());
      await new Promise((resolve) => { setTimeout(resolve); });
    }
    show();
    arrive();
    bar.removeAttribute("aria-busy");
  }

  start().catch(() => { document.documentElement.classList.add("scripts-failed"); });
})();
