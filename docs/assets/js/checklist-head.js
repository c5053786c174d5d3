// The head and the foot of a form: blanks to write on, and boxes that belong to no row.
// Each gives {label, read(), put(text)}; the words of the boxes pressed are joined with 、.

function checklistHead(sheet, save) {
  function blank(place) {
    const { head: label } = place.dataset;
    const field = document.createElement("input");
    field.setAttribute("aria-label", label);
    field.placeholder = place.textContent.trim() || " ";
    const read = () => field.value.trim();
    field.addEventListener("input", () => save(label, read()));
    place.replaceChildren(field);
    return { label, read, put: (text) => { if (field !== document.activeElement) field.value = text; } };
  }

  function box(label, place) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "box";
    button.value = place.dataset.word;
    button.setAttribute("aria-label", `${label}：${button.value}`);
    button.setAttribute("aria-pressed", "false");
    place.replaceChildren(button);
    return button;
  }

  function choice(label) {
    const places = [...sheet.querySelectorAll(`[data-choice="${label}"]`)];
    const boxes = places.map((place) => box(label, place));
    const pressed = (button) => button.getAttribute("aria-pressed") === "true";
    const read = () => boxes.filter(pressed).map((button) => button.value).join("、");
    const put = (text) => {
      const words = text.split("、");
      for (const button of boxes) button.setAttribute("aria-pressed", String(words.includes(button.value)));
    };
    for (const button of boxes) {
      button.addEventListener("click", () => {
        const on = !pressed(button);
        if (on && "one" in places[0].dataset) put(""); // they shut each other out
        button.setAttribute("aria-pressed", String(on));
        save(label, read());
      });
    }
    return { label, read, put };
  }

  const labels = new Set([...sheet.querySelectorAll("[data-choice]")].map((place) => place.dataset.choice));
  return [...[...sheet.querySelectorAll("[data-head]")].map(blank), ...[...labels].map(choice)];
}
