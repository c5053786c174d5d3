// The lines of the CSV: the same as in the form's workbook.

function checklistCsv(sheet, { form, version, filling }, record, rows) {
  const titles = filling.columns.map((column) => column.title);
  const written = (found) => [...document.querySelectorAll(found)].map((line) => [line.textContent.trim()]);

  // What the law says stands below a cell, and has columns of its own here.
  function printed(cell) {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".law, .law-mark").forEach((line) => line.remove());
    return copy.textContent.trim();
  }

  const blanks = (lines) => lines.map((labels) => labels.flatMap((label) => [label, record.head[label] || ""]));

  // What a column holds for a row: what is printed in it, or what was filled in.
  function cell(column, { element, id }, fields) {
    if (column.from === "id") return id;
    if (column.from === "group") return sheet.querySelector(`tr.group[data-part="${element.dataset.part}"]`).dataset.short;
    if (column.from && column.from.given) return JSON.parse(element.dataset.given || "{}")[column.from.given] || "";
    if (column.from !== undefined) return printed(element.cells[column.from]);
    return fields[column.title] || "";
  }

  // What has no column is written behind the last one, with its title.
  const beyond = (fields) => Object.keys(fields).filter((title) => !titles.includes(title))
    .map((title) => `${title}：${fields[title]}`);

  function line(row) {
    const kept = record.rows[row.id];
    const fields = kept ? kept.fields : {};
    return [...filling.columns.map((column) => cell(column, row, fields)), ...beyond(fields)];
  }

  // Filled in once, and no longer on the form.
  function gone([id, { fields }]) {
    const own = filling.columns.map((column) => (column.from === "id" ? id : fields[column.title] || ""));
    return [...own, ...beyond(fields)];
  }

  const known = new Set(rows.map((row) => row.id));
  const labels = new Set([...filling.head, ...filling.foot].flat());
  const rest = Object.keys(record.head).filter((label) => !labels.has(label));
  return [
    ...written(".form-title, .form-basis, .form-warning"),
    [`表号 ${form}　数据版本 ${version}`],
    ...blanks(filling.head),
    titles,
    ...rows.map(line),
    ...Object.entries(record.rows).filter(([id]) => !known.has(id)).map(gone),
    ...written(".form-hint"),
    ...blanks(filling.foot),
    ...rest.map((label) => [label, record.head[label]]),
  ];
}
