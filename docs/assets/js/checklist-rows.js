// The rows of a form: their fields, made a few rows at a time, and what each of them holds.

function checklistRows(sheet, filling, save) {
  const choices = new Map(filling.columns.map((column) => [column.title, column.choices]));

  // The number first: several rows of a form may share a name.
  const nameOf = (element) => [".number a", ".name"].map((part) => element.querySelector(part).textContent).join(" ");

  function places(element) {
    const found = new Map();
    for (const cell of element.querySelectorAll("td[data-field]")) {
      const { field } = cell.dataset;
      found.set(field, [...(found.get(field) || []), cell]);
    }
    return found;
  }

  function control(row, title, cells) {
    const saved = () => save(row, title);
    if ("tick" in cells[0].dataset) {
      const named = cells.map((cell) => {
        const { tick } = cell.dataset;
        return [cell, tick, `${row.name}：${title === tick ? "" : title}${tick}`];
      });
      return ChecklistFields.boxes(named, { title }, saved);
    }
    const names = { title, name: `${row.name}：${title}` };
    const words = choices.get(title);
    return words ? ChecklistFields.choice(cells[0], words, names, saved) : ChecklistFields.blank(cells[0], names, saved);
  }

  class Row {
    constructor(element) {
      this.element = element;
      this.id = element.id;
      this.words = element.dataset.fingerprint;
      this.name = nameOf(element);
      this.controls = new Map();
    }

    make() {
      for (const [title, cells] of places(this.element)) this.controls.set(title, control(this, title, cells));
    }

    // `kept`: the row of the record, if there is one.
    show(kept) {
      for (const [title, made] of this.controls) made.put((kept && kept.fields[title]) || "");
      this.element.classList.toggle("changed", Boolean(kept) && kept.words !== this.words);
    }
  }

  return [...sheet.querySelectorAll("tr.row")].map((element) => new Row(element));
}
