// What is kept and the form does not show, so that nothing typed is out of sight.

const ChecklistReport = (() => {
  // Fields of a record that no place of the form shows: [title, text] of each.
  function unseen(controls, fields) {
    return Object.entries(fields).flatMap(([title, text]) => {
      const control = controls.get(title);
      if (!control) return [[title, text]];
      const rest = control.unseen ? control.unseen() : "";
      return rest ? [[title, rest]] : [];
    });
  }

  const said = (fields) => fields.map(([title, text]) => `${title}：${text}`).join("；");

  // One line for each thing that somebody has to look at.
  function lines(record, heads, rows) {
    const byTitle = new Map(heads.map((head) => [head.title, head]));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const found = [];
    const lost = unseen(byTitle, record.head);
    if (lost.length) found.push(`表头和表尾：本表已没有这些填写项，填写的内容保留：${said(lost)}`);
    for (const row of rows) {
      const kept = record.rows[row.id];
      if (!kept) continue;
      if (kept.words !== row.words) found.push(`${row.name}：填写之后内容有变动，请再看一遍`);
      const rest = unseen(row.controls, kept.fields);
      if (rest.length) found.push(`${row.name}：本表已没有这些填写项，填写的内容保留：${said(rest)}`);
    }
    for (const [id, kept] of Object.entries(record.rows)) {
      if (!byId.has(id)) found.push(`${Ids.short(id)}：已不在本表，填写的内容保留：${said(Object.entries(kept.fields))}`);
    }
    return found;
  }

  const OTHERS = {
    aside: "有一份以前的内容读不出来，原样另存着：",
    former: "有一份旧记录，看不出属于哪份通知，没有并入本表：",
  };

  // Everything above, and the records that lie beside, each with a button to take it away.
  function show(list, found, others, save) {
    list.textContent = "";
    const line = (...content) => {
      const made = document.createElement("li");
      made.append(...content);
      list.append(made);
    };
    found.forEach((text) => line(text));
    for (const [kind, text] of others) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "导出";
      button.addEventListener("click", () => save(text));
      line(OTHERS[kind], button);
    }
    list.hidden = !list.children.length;
  }

  // What a file has put in the place of something else.
  const replaced = (texts) => texts.map(([id, title, text]) => `${id ? `${Ids.short(id)} ` : ""}${title}：原来是“${text}”，已换成文件里的内容`);

  return { lines, show, replaced };
})();
