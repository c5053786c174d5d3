// The head and the foot of a form: blanks to write on, and boxes that belong to no row.

function checklistHead(sheet, save) {
  const made = new Map();
  const saved = (title) => () => save(title, made.get(title).read());
  for (const place of sheet.querySelectorAll("[data-head]")) {
    const title = place.dataset.head;
    const hint = place.textContent.trim();
    made.set(title, ChecklistFields.blank(place, { title, name: title }, saved(title)));
    place.querySelector("textarea").placeholder = hint;
  }
  const places = [...sheet.querySelectorAll("[data-choice]")];
  for (const title of new Set(places.map((place) => place.dataset.choice))) {
    const own = places.filter((place) => place.dataset.choice === title);
    const named = own.map((place) => [place, place.dataset.word, `${title}：${place.dataset.word}`]);
    made.set(title, ChecklistFields.boxes(named, { title, several: !("one" in own[0].dataset) }, saved(title)));
  }
  return [...made.values()];
}
