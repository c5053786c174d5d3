// The places to write on and the boxes to press. Each gives {title, read(), put(text)}.

const ChecklistFields = (() => {
  // What is typed is there a second time as plain text: the text gives the place its height at
  // any width, and it is what paper shows, whole.
  function twin(field, hint) {
    const text = document.createElement("div");
    text.className = "typed";
    text.dataset.hint = hint;
    text.setAttribute("aria-hidden", "true");
    const write = () => { text.textContent = /\n$/.test(field.value) ? `${field.value} ` : field.value; };
    return { text, write };
  }

  function fill(place, ...content) {
    place.textContent = "";
    place.append(...content);
  }

  // An input method at work is left alone: nothing half composed is stored, and nothing is put
  // into its field. `onChange` is called whenever there is something new to store.
  function written(place, field, { title, name }, onChange) {
    const { text, write } = twin(field, place.textContent.trim());
    let composing = false;
    const changed = () => { write(); onChange(); };
    field.setAttribute("aria-label", name);
    field.setAttribute("autocomplete", "off");
    field.addEventListener("compositionstart", () => { composing = true; });
    field.addEventListener("compositionend", () => { composing = false; changed(); });
    field.addEventListener("input", (event) => {
      if (event.isComposing) write();
      else changed();
    });
    field.addEventListener("change", () => { composing = false; changed(); });
    fill(place, field, text);
    return {
      title,
      read: () => (field.value.trim() ? field.value : ""),
      put: (value) => {
        if (field.value === value || composing || (!value && !field.value.trim())) return;
        field.value = value;
        write();
      },
    };
  }

  function blank(place, names, onChange) {
    const field = document.createElement("textarea");
    field.rows = 1;
    return written(place, field, names, onChange);
  }

  function choice(place, words, names, onChange) {
    const field = document.createElement("select");
    for (const word of ["", ...words]) field.append(new Option(word, word));
    const made = written(place, field, names, onChange);
    // A word that is no longer offered stays to be seen.
    const put = (value) => {
      if (![...field.options].some((option) => option.value === value)) field.append(new Option(value, value));
      made.put(value);
    };
    return { ...made, put };
  }

  function box(place, word, name) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "box";
    button.value = word;
    button.setAttribute("aria-label", name);
    button.setAttribute("aria-pressed", "false");
    fill(place, button);
    return button;
  }

  const pressed = (button) => button.getAttribute("aria-pressed") === "true";

  // Boxes for one value; `places` holds [place, word, accessible name] of each. Where several may
  // be pressed, their words are joined with 、. Words of no box are kept as they are.
  function boxes(places, { title, several = false }, onChange) {
    const buttons = places.map(([place, word, name]) => box(place, word, name));
    let others = [];
    const read = () => [...buttons.filter(pressed).map((button) => button.value), ...others].join("、");
    const put = (value) => {
      const words = several ? value.split("、") : [value];
      const known = buttons.map((button) => button.value);
      others = words.filter((word) => word && !known.includes(word));
      for (const button of buttons) button.setAttribute("aria-pressed", String(words.includes(button.value)));
    };
    for (const button of buttons) {
      button.addEventListener("click", () => {
        const on = !pressed(button);
        if (!several) put("");
        button.setAttribute("aria-pressed", String(on));
        onChange();
      });
    }
    return { title, read, put, unseen: () => others.join("、") };
  }

  return { blank, choice, boxes };
})();
