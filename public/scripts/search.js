// Suggests while one types in the search box (app/components/search-box.tsx): a combobox with a list that the arrow keys
// walk through. The field, the button and Enter do what they do without this script.
const WAIT = 150;
const SHORTEST = 2;

for (const form of document.querySelectorAll("form[data-search]")) suggestIn(form);

function suggestIn(form) {
  const field = form.elements.namedItem("q");
  const list = document.createElement("ul");
  list.id = `${field.id}-suggesties`;
  list.className = "search-box__list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggesties");
  list.hidden = true;
  const announcer = document.createElement("p");
  announcer.className = "visually-hidden";
  announcer.setAttribute("role", "status");
  form.after(list, announcer);
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-expanded", "false"],
    ["aria-controls", list.id],
  ])
    field.setAttribute(name, value);

  let waiting = 0;
  let asked = null;
  let chosen = -1;

  function close() {
    clearTimeout(waiting);
    asked?.abort();
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function choose(at) {
    const options = [...list.children];
    chosen = at;
    for (const [i, option] of options.entries()) option.setAttribute("aria-selected", String(i === at));
    const option = options[at];
    if (!option) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map(optionOf));
    choose(-1);
    list.hidden = suggestions.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    announcer.textContent =
      suggestions.length === 0
        ? "Geen suggesties."
        : `${suggestions.length === 1 ? "1 suggestie" : `${suggestions.length} suggesties`}. Kies met de pijltjes.`;
  }

  function optionOf({ heading, aside, href }, i) {
    const option = document.createElement("li");
    option.id = `${list.id}-${i}`;
    option.className = "search-box__option";
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.href = href;
    for (const { text, isMarked } of heading) {
      const piece = isMarked ? document.createElement("mark") : document.createTextNode("");
      piece.textContent = text;
      option.append(piece);
    }
    const below = document.createElement("span");
    below.className = "search-box__aside";
    below.textContent = aside;
    option.append(" ", below);
    return option;
  }

  async function ask() {
    asked?.abort();
    const question = new AbortController();
    asked = question;
    try {
      const address = `${form.dataset.search}?${new URLSearchParams(new FormData(form))}`;
      const answer = await fetch(address, { signal: question.signal });
      const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
      // An answer to what stood there before is dropped.
      if (asked === question && document.activeElement === field) show(suggestions);
    } catch {
      // Dropped, or the line fell away: the form itself still works.
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    if (field.value.trim().length < SHORTEST) close();
    else waiting = setTimeout(ask, WAIT);
  });

  field.addEventListener("keydown", (event) => {
    const last = list.children.length - 1;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault(); // else the browser would empty the field as well
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) {
        if (event.key === "ArrowDown" && field.value.trim().length >= SHORTEST) ask();
        return;
      }
      event.preventDefault();
      const next = chosen + (event.key === "ArrowDown" ? 1 : -1);
      // Past either end one is back in the field.
      choose(next > last ? -1 : next < -1 ? last : next);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.href);
    }
  });

  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
  // The field keeps the focus while one presses in the list, or it would be gone before the press is over.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[data-href]");
    if (option) location.assign(option.dataset.href);
  });
}
