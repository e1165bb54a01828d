/** What the page of a review proposes as the commitment that a passage is about. */
import { beforeAll, expect, test } from "vitest";
import { addDays, dayInWords } from "#app/domain/calendar.ts";
import { today } from "#app/server/clock.ts";
import { type App, startApp } from "../support/app.ts";
import { all, textOf } from "../support/page.ts";
import { untilRead } from "../support/reading.ts";

const DATE = addDays(today(), -1);
const NAMED = "Terugkomen op de openingstijden";
const LETTER = `Aan de Voorzitter van de Tweede Kamer

Datum ${dayInWords(DATE)}
Onderwerp Brief over wat openstaat (verzonnen)

1. Openingstijden

Ik heb uw Kamer toegezegd terug te komen op de openingstijden van de loketten.

Met deze brief is die toezegging nagekomen.

2. Overige

Met deze brief is die toezegging nagekomen.

De Minister van Voorbeelden
`;

let app: App;
beforeAll(async () => {
  app = await startApp();
});

test("a sentence that points back is about what was named last under its heading, and else about nothing", async () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ dossier: "voorbeeld-digitale-loketten", tekst: LETTER }))
    form.set(name, value);
  form.set("bestand", new File([], ""));
  const { location: path = "" } = await app.post("/werk/brieven/nieuw", form, "staff");
  await untilRead(app, path ?? "", "staff");
  const head = {
    titel: "Brief over wat openstaat (verzonnen)",
    datum: DATE,
    ontvangen: "",
    soort: "other",
    kamer: "TK",
  };
  const rest = { afzender: "", stuk: "", dossier: "voorbeeld-digitale-loketten" };
  const { location } = await app.post(path ?? "", { ...head, ...rest }, "staff");
  const { page } = await app.get((location ?? "").replace(/\?.*/, ""), "staff");
  const cards = page ? all(page.root, "article").map(textOf) : [];
  const ofSettling = cards.filter((card) => card.includes("komt een toezegging na"));
  expect(ofSettling).toHaveLength(2);
  expect(ofSettling[0]).toContain(NAMED);
  expect(ofSettling[0]).toContain("de zin gaat verder op de toezegging die erboven wordt genoemd");
  expect(ofSettling[1]).not.toContain(NAMED);
});
