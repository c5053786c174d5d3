// Fill a form in on the page. Without this file it is the same sheet, to be filled in on paper.

(() => {
  const sheet = document.querySelector("[data-form]");
  if (!sheet) return;
  const { form, version, state: stateTitle } = sheet.dataset;
  const filling = JSON.parse(sheet.dataset.filling);
  const choices = new Map(filling.columns.map((column) => [column.title, column.choices]));
  const bar = document.querySelector("[data-fill-bar]");
  const message = bar.querySelector("[role=status]");
  const rows = [...sheet.querySelectorAll("tr.row")];
  const TROUBLE = {
    full: "这台电脑存不下了：屏幕上的内容还在，请马上“导出备份”。",
    blocked: "浏览器不允许在本机保存：屏幕上的内容还在，关闭前请“导出备份”。",
    damaged: "上次保存的内容已损坏，原样另存，没有丢掉；本页从空表开始。",
  };
  const store = new ChecklistStore(form, version, filling.formerly, (kind) => { message.textContent = TROUBLE[kind]; });

  // The number first: several rows of a form may share a name.
  const name = (row) => [".number", ".name"].map((part) => row.querySelector(part).textContent).join(" ");
  const made = new Map(rows.map((row) => [row, []]));
  const controls = (row) => made.get(row);
  const ROWS_AT_ONCE = 8; // hundreds of fields in one go would freeze an old machine

  function read(control) {
    if (control.type === "button") return control.getAttribute("aria-pressed") === "true" ? control.value : "";
    return control.value.trim();
  }

  // Several boxes of a row share a title: the value is that of the one pressed.
  function values(row) {
    const found = {};
    for (const control of controls(row)) {
      const value = read(control);
      if (value) found[control.dataset.title] = value;
    }
    return found;
  }

  function put(row, title, value) {
    for (const control of controls(row).filter((one) => one.dataset.title === title)) {
      if (control.type === "button") control.setAttribute("aria-pressed", String(control.value === value));
      else if (control.value !== value && control !== document.activeElement) {
        control.value = value;
        grow(control);
      }
    }
  }

  function grow(control) {
    if (control.tagName !== "TEXTAREA") return;
    control.style.height = "auto";
    control.style.height = `${control.scrollHeight}px`;
  }

  function save(row, title) {
    store.setField(row.id, title, values(row)[title] ?? "", row.dataset.fingerprint);
    row.classList.remove("changed");
    count();
  }

  function press(button, row) {
    const on = button.getAttribute("aria-pressed") === "true";
    put(row, button.dataset.title, on ? "" : button.value);
    save(row, button.dataset.title);
  }

  function tick(cell, row) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "box";
    button.value = cell.dataset.tick;
    button.dataset.title = cell.dataset.field;
    button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-label", `${name(row)}：${cell.dataset.field === cell.dataset.tick ? "" : cell.dataset.field}${cell.dataset.tick}`);
    button.addEventListener("click", () => press(button, row));
    return button;
  }

  function choice(cell) {
    const select = document.createElement("select");
    for (const word of ["", ...choices.get(cell.dataset.field)]) select.append(new Option(word, word));
    return select;
  }

  function blank(cell) {
    const field = document.createElement("textarea");
    field.rows = 1;
    field.placeholder = " "; // so that the stylesheet knows an empty one, and leaves it off paper
    field.addEventListener("input", () => grow(field));
    return field;
  }

  function control(cell, row) {
    if (cell.dataset.tick) return tick(cell, row);
    const field = choices.get(cell.dataset.field) ? choice(cell) : blank(cell);
    field.dataset.title = cell.dataset.field;
    field.setAttribute("aria-label", `${name(row)}：${cell.dataset.field}`);
    field.addEventListener("input", () => save(row, cell.dataset.field));
    return field;
  }

  function fillable(row) {
    for (const cell of row.querySelectorAll("td[data-field]")) {
      const field = control(cell, row);
      controls(row).push(field);
      cell.replaceChildren(field);
    }
  }

  let readerMoved = false;
  for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"]) {
    window.addEventListener(kind, () => { readerMoved = true; }, { once: true, passive: true });
  }

  const heads = checklistHead(sheet, (label, text) => store.setHead(label, text));

  // Show what is kept. `fresh` also tells of rows that have changed or gone since.
  function show(fresh) {
    const record = store.read();
    for (const head of heads) head.put(record.head[head.label] ?? "");
    for (const row of rows) {
      const kept = record.rows[row.id];
      for (const title of new Set(controls(row).map((one) => one.dataset.title))) {
        put(row, title, kept?.fields[title] ?? "");
      }
      if (fresh) row.classList.toggle("changed", Boolean(kept) && kept.words !== row.dataset.fingerprint);
    }
    if (fresh) tellChanges(record);
    count();
  }

  function tellChanges(record) {
    const known = new Set(rows.map((row) => row.id));
    const gone = Object.entries(record.rows).filter(([id]) => !known.has(id));
    const changed = rows.filter((row) => row.classList.contains("changed"));
    const list = bar.querySelector("[data-fill-changes]");
    list.replaceChildren();
    const line = (text) => { list.append(Object.assign(document.createElement("li"), { textContent: text })); };
    for (const row of changed) line(`${name(row)}：填写之后内容有变动，请再看一遍`);
    for (const [id, row] of gone) {
      const typed = Object.entries(row.fields).map(([title, text]) => `${title}：${text}`).join("；");
      line(`${id.replace("item-", "")}：已不在本表，填写的内容保留：${typed}`);
    }
    list.hidden = !list.children.length;
  }

  function count() {
    const states = rows.map((row) => values(row)[stateTitle] ?? "");
    const filled = states.filter(Boolean).length;
    const tally = new Map();
    for (const word of states.filter(Boolean)) tally.set(word, (tally.get(word) ?? 0) + 1);
    const words = [...tally].map(([word, number]) => `${word} ${number}`).join("，");
    bar.querySelector("[data-fill-count]").textContent = `已填 ${filled} / ${rows.length}${words ? `（${words}）` : ""}`;
    bar.querySelector("progress").value = rows.length ? filled / rows.length : 0;
    filter();
  }

  // While somebody fills in, the row in use does not vanish under the hand.
  function filter(asked) {
    const inUse = asked ? null : document.activeElement;
    const wanted = Object.fromEntries([...bar.querySelectorAll("[data-filter]")].map((one) => [one.dataset.filter, one.value]));
    for (const row of rows) {
      const state = values(row)[stateTitle] ?? "未填";
      const fits = (!wanted.state || state === wanted.state)
        && (!wanted.part || row.dataset.part === wanted.part)
        && (!wanted.actor || row.dataset.actors.split(" ").includes(wanted.actor));
      row.hidden = !fits && !(inUse && row.contains(inUse));
    }
    for (const group of sheet.querySelectorAll("tr.group")) {
      group.hidden = !rows.some((row) => row.dataset.part === group.dataset.part && !row.hidden);
    }
  }

  // What a column of the CSV holds for a row: what is printed in it, or what was filled in.
  function written(column, row, filled) {
    if (column.from === "id") return row.id;
    if (column.from === "group") return sheet.querySelector(`tr.group[data-part="${row.dataset.part}"]`).dataset.short;
    if (column.from !== undefined) return row.cells[column.from].textContent.trim();
    return filled[column.title] ?? "";
  }

  // The same lines as in the workbook of the form.
  function csv() {
    const found = new Map(heads.map((one) => [one.label, one.read()]));
    const blanks = (lines) => lines.map((labels) => labels.flatMap((label) => [label, found.get(label)]));
    const table = rows.map((row) => {
      const filled = values(row);
      return filling.columns.map((column) => written(column, row, filled));
    });
    const titles = filling.columns.map((column) => column.title);
    const said = (found) => [...document.querySelectorAll(found)].map((line) => [line.textContent.trim()]);
    ChecklistFiles.saveCsv(form, [
      ...said(".form-title, .form-basis, .form-warning"),
      [`表号 ${form}　数据版本 ${version}`],
      ...blanks(filling.head),
      titles,
      ...table,
      ...said(".form-hint"),
      ...blanks(filling.foot),
    ]);
  }

  async function load(file) {
    try {
      store.merge(await ChecklistFiles.readJson(file, form));
      show(true);
      message.textContent = `已导入 ${file.name}`;
    } catch (error) {
      message.textContent = `没有导入：${error.message}`;
    }
  }

  const actions = {
    json: () => ChecklistFiles.saveJson(form, version, store.memory),
    csv,
    print: () => window.print(),
    import: () => bar.querySelector("input[type=file]").click(),
    clear: () => {
      if (!window.confirm("清空本表在这台电脑上的全部填写内容？清空后不能恢复。")) return;
      store.clear();
      show(true);
      message.textContent = "已清空";
    },
  };
  function listen() {
    for (const button of bar.querySelectorAll("[data-action]")) {
      button.addEventListener("click", actions[button.dataset.action]);
    }
    bar.querySelector("input[type=file]").addEventListener("change", (event) => {
      if (event.target.files[0]) load(event.target.files[0]);
      event.target.value = "";
    });
    for (const select of bar.querySelectorAll("[data-filter]")) select.addEventListener("change", filter);
    window.addEventListener("storage", (event) => { if (event.key === store.key) show(false); });
  }

  // The fields made meanwhile have pushed the wanted row away: go there again, unless the reader moved on.
  function arrive() {
    const row = rows.find((one) => `#${one.id}` === location.hash);
    if (!row || readerMoved) return;
    row.scrollIntoView();
    requestAnimationFrame(() => row.scrollIntoView()); // rows that have come near are higher than guessed
  }

  async function start() {
    bar.setAttribute("aria-busy", "true");
    for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
      rows.slice(first, first + ROWS_AT_ONCE).forEach(fillable);
      await new Promise((resolve) => { setTimeout(resolve); });
    }
    listen();
    show(true);
    arrive();
    bar.removeAttribute("aria-busy");
  }

  start();
})();
