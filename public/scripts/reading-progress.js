// Asks every second how far the reading or making of a file is, shows it, and goes on when it is done (app/components/reading-progress.tsx, making-progress.tsx).
const EVERY = 1000;
const ANNOUNCE_EVERY = 5000;
const shown = document.querySelector("[data-reading]");
const announcer = document.querySelector("[data-announce]");
let announced = 0;

function tell(words) {
  if (Date.now() - announced < ANNOUNCE_EVERY || announcer.textContent === words) return;
  announced = Date.now();
  announcer.textContent = words;
}

async function ask() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("[data-reading]");
    if (!next) {
      announcer.textContent = "Klaar. De pagina gaat verder.";
      location.reload();
      return;
    }
    shown.replaceChildren(...next.childNodes);
    tell(next.textContent.trim());
  } catch {
    // The line fell away for a moment: ask again.
  }
  setTimeout(ask, EVERY);
}

tell(shown.textContent.trim());
setTimeout(ask, EVERY);
