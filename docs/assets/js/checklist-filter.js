// Rows that were not asked for are hidden, on screen and on paper, and both say how many.

function checklistFilter(sheet, bar, rows, stateOf, asked) {
  const wanted = Object.fromEntries([...bar.querySelectorAll("[data-filter]")].map((one) => [one.dataset.filter, one.value]));
  const hidden = [];
  for (const row of rows) {
    const { part, actors, law } = row.element.dataset;
    const fits = (!wanted.state || (stateOf(row) || "未填") === wanted.state)
      && (!wanted.part || part === wanted.part)
      && (!wanted.law || (law || "none") === wanted.law)
      && (!wanted.actor || actors.split(" ").includes(wanted.actor));
    // While somebody fills in, the row in use does not vanish under the hand.
    row.element.hidden = !fits && (asked || !row.element.contains(document.activeElement));
    if (row.element.hidden) hidden.push(row);
  }
  for (const group of sheet.querySelectorAll("tr.group")) {
    group.hidden = !rows.some(({ element }) => element.dataset.part === group.dataset.part && !element.hidden);
  }
  const filled = hidden.filter(stateOf).length;
  const note = sheet.querySelector("[data-fill-hidden]");
  note.hidden = !hidden.length;
  note.textContent = `已筛选：显示 ${rows.length - hidden.length} 项，另有 ${hidden.length} 项没有显示，其中已填 ${filled} 项。`;
}
