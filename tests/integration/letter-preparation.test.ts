/**
 * Preparing a progress letter: what it has to answer and why, the outline as a Word file, and that the check before
 * sending knows a letter that was written into it. All of it is invented.
 */
import { beforeAll, describe, expect, test, vi } from "vitest";
import { addDays, addMonths, dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import { type Deadline, NO_DEADLINE } from "#app/domain/deadline.ts";
import type { NewEvent, PayloadsOf } from "#app/domain/events.ts";
import { DOCX_TYPE } from "#app/formats/docx.ts";
import { today } from "#app/server/clock.ts";
import { type Account, type Answer, type App, startApp } from "../support/app.ts";
import { pagesOf } from "../support/libre-office.ts";
import { all, type Element, textOf } from "../support/page.ts";
import { unzipped, zipped } from "../support/zip-files.ts";

const DOSSIER = "voorbeeld-digitale-loketten";
const PREPARE = `/werk/dossiers/${DOSSIER}/brief`;
const OUTLINE = `${PREPARE}.docx`;
const CHECK = "/werk/concept-nagaan";

const DAY = today();
/** The last letter of the demo came six days ago, and two come a year. */
const EXPECTED = addMonths(addDays(DAY, -6), 6);
/** What the ministry plans and told nobody. */
const PLANNED = "2033-03-03";

const NEXT_LETTER: Deadline = {
  ...NO_DEADLINE,
  words: "in de volgende voortgangsbrief",
  event: "next_progress_letter",
  derived: "De eerstvolgende voortgangsbrief.",
};
const by = (latest: IsoDay): Deadline => ({
  ...NO_DEADLINE,
  words: `voor ${dayInWords(addDays(latest, 1))}`,
  latest,
  derived: `Uiterlijk ${dayInWords(latest)}.`,
});

/** Two that no words tell apart, and one of each other reason. */
const PROMISES: { id: string; title: string; deadline: Deadline; more?: Partial<Registered>; on?: IsoDay }[] = [
  { id: "n1", title: "Een lijst geven van de nieuwe tijden per balie", deadline: NEXT_LETTER, on: addDays(DAY, -1) },
  { id: "n2", title: "Een lijst geven van de oude tijden per balie", deadline: NEXT_LETTER, on: addDays(DAY, -1) },
  { id: "n3", title: "De folder over parkeren vernieuwen", deadline: by(addDays(DAY, -20)) },
  { id: "n4", title: "Het telefoonnummer van de balie veranderen", deadline: by(addDays(DAY, 250)) },
  { id: "n5", title: "De gevel van het loket schilderen", deadline: by(addDays(DAY, 900)) },
  {
    id: "n6",
    title: "Twee keer per jaar berichten over het loket",
    deadline: NO_DEADLINE,
    more: { recurring: { perYear: 2 } },
  },
  {
    id: "n7",
    title: "De bewegwijzering nakijken",
    deadline: NEXT_LETTER,
    more: { ministryId: "veiligheid-en-justitie" },
  },
  { id: "n8", title: "De wachtkamer opnieuw inrichten", deadline: by(addDays(DAY, -3)) },
];
type Registered = PayloadsOf["commitment"]["registered"];

let app: App;
const number: Record<string, string> = {};

beforeAll(async () => {
  app = await startApp();
  await plant();
});

async function plant(): Promise<void> {
  vi.resetModules();
  const { write, close, db } = await import("#db/client.ts");
  const { publication, registration } = await import("#db/commitments.ts");
  const { record } = await import("#db/events.ts");
  const passage = { letterId: "verzonnen-brief-2", anchor: "p2", place: null };
  const of = (subjectId: string) => ({ subject: "commitment" as const, subjectId });
  const item = (id: string, title: string): NewEvent => ({
    subject: "item",
    subjectId: id,
    kind: "registered",
    effectiveOn: addDays(DAY, -6),
    payload: {
      itemKind: "expectation",
      title,
      text: `${title}, zo staat in de brief.`,
      dossierId: DOSSIER,
      topicId: "toegankelijkheid",
      origin: { kind: "letter", id: "verzonnen-brief-2", passage },
      by: null,
      deadline: null,
      source: null,
      evidence: null,
      measure: null,
      figure: null,
    },
  });
  await write(async (tx) => {
    const rows = PROMISES.map(({ id, title, deadline, more = {}, on = addDays(DAY, -50) }) => ({
      id,
      madeOn: on,
      events: registration(
        id,
        on,
        {
          title,
          text: title,
          quote: id === "n1" ? "Die lijst zet ik in de volgende [voortgangsbrief]." : null,
          chamber: "TK",
          origin: { kind: "debate", id: "verzonnen-debat-2", passage: null },
          officeId: "minister-voorbeeld",
          officeHolderId: "bewindspersoon-voorbeeld",
          ministryId: "voorbeeldministerie",
          committeeId: "voorbeeldcommissie",
          dossierId: DOSSIER,
          topicId: id === "n8" ? null : "wachttijden",
          to: { memberIds: ["kamerlid-a"], groupIds: [] },
          source: null,
          recurring: null,
          ...more,
        },
        deadline,
      ),
    }));
    await record(
      tx,
      "register",
      rows.flatMap((row) => row.events),
    );
    await record(tx, "register", await publication(tx, rows, DAY));
    await record(tx, "register", [
      {
        ...of("n3"),
        kind: "deadline_set",
        effectiveOn: addDays(DAY, -6),
        payload: { deadline: by(addDays(DAY, 40)), reason: null, passage, awaitedId: null },
      },
      {
        ...of("n8"),
        kind: "deadline_set",
        effectiveOn: addDays(DAY, -2),
        payload: { deadline: by(PLANNED), reason: null, passage: null, awaitedId: null },
      },
      {
        ...of("n1"),
        kind: "reported",
        effectiveOn: DAY,
        payload: { passage, claim: "progress", rest: { kind: "unchanged" }, note: null },
      },
      item("verwachting", "De nieuwe inlogpagina is in de zomer gereed"),
      item("verwachting-concept", "Een verwachting die nog een concept is"),
      {
        subject: "item",
        subjectId: "verwachting",
        kind: "published",
        effectiveOn: DAY,
        payload: { number: `V${DAY.slice(0, 4)}-0900` },
      },
    ]);
  });
  for (const row of await db.query.commitments.findMany()) number[row.id] = row.number ?? "";
  close();
}

const sections = ({ page }: Answer): Map<string, Element> =>
  new Map(
    (page ? all(page.root, "section") : []).map((section) => [
      section.attributes["aria-labelledby"] ?? section.attributes["aria-label"] ?? "",
      section,
    ]),
  );
const rowsIn = (answer: Answer, section: string): string[] => {
  const found = sections(answer).get(section);
  return found ? all(found, "li").map(textOf) : [];
};
const rowOf = (answer: Answer, title: string): string =>
  [...sections(answer).keys()].flatMap((name) => rowsIn(answer, name)).find((row) => row.startsWith(title)) ?? "";
const boxes = ({ page }: Answer): { id: string; isTicked: boolean }[] =>
  (page ? all(page.root, "input") : [])
    .filter(({ attributes }) => attributes.name === "kies")
    .map(({ attributes }) => ({ id: attributes.value ?? "", isTicked: "checked" in attributes }));

describe("the page", () => {
  test("says when the letter is expected, and what it has to answer, by topic and with why", async () => {
    const answer = await app.get(PREPARE, "staff");
    expect(answer.status).toBe(200);
    expect(answer.page?.text).toContain(`wordt verwacht op ${dayInWords(EXPECTED)}, volgens het ritme van het dossier`);
    expect(answer.page?.text).toContain(`dan volgt de brief daarna op ${dayInWords(addMonths(EXPECTED, 6))}`);
    const inTopic = rowsIn(answer, "Wachttijden (voorbeeld)").map((row) => row.slice(0, 30));
    expect(inTopic).toContain("Een lijst geven van de nieuwe ");
    expect(inTopic).not.toContain("De wachtkamer opnieuw inrichte");
    expect(rowsIn(answer, "Zonder onderwerp")[0]).toContain("De wachtkamer opnieuw inrichten");
    expect(rowOf(answer, "Een lijst geven van de nieuwe")).toMatch(
      /commissiedebat van .*, aan Kamerlid A \(Fractie A\).*“Die lijst zet ik in de volgende \[voortgangsbrief\]\.”.*Beloofd voor deze brief Termijn: .*Het laatst gemeld: tussenstand, brief van .* \(passage 2\)/,
    );
    expect(rowOf(answer, "Terugkomen op de openingstijden")).toMatch(
      /Te laat Termijn: .* Vandaag 150 dagen te laat, op de dag van de brief \d+ dagen: niet teruggekomen in de voortgangsbrief van .* De Kamer is niet gemeld dat het later wordt\./,
    );
    expect(rowOf(answer, "De wachtkamer opnieuw")).toContain("Vandaag drie dagen te laat, op de dag van de brief");
    expect(rowOf(answer, "De wachtkamer opnieuw")).toContain("Planning van het ministerie, niet aan de Kamer gemeld");
    expect(rowOf(answer, "De folder over parkeren")).toMatch(
      /Verschoven naar deze brief Termijn: .* De termijn is één keer verschoven\. Dat is \d+ dagen voordat de brief weggaat/,
    );
    expect(rowOf(answer, "Een brief sturen over het meldpunt")).toMatch(
      /openstaand(?! te laat).*Termijn loopt af voor deze brief Termijn: .* antwoord eerder, of meld uitstel/,
    );
    expect(rowOf(answer, "De Kamer berichten over het onderzoek")).toContain("Kijk eerst of het antwoord daarin staat");
    expect(rowOf(answer, "Het telefoonnummer van de balie")).toContain("Termijn loopt af voor de brief erna");
  });

  test("keeps apart what may be answered, what another ministry promised, and what can wait", async () => {
    const answer = await app.get(PREPARE, "staff");
    expect(rowsIn(answer, "mag")).toEqual([expect.stringMatching(/^Met gemeenten praten over hun loketten/)]);
    expect(rowsIn(answer, "elders")).toEqual([
      `${number.n7}: De bewegwijzering nakijken (Ministerie van Veiligheid en Justitie)`,
    ]);
    const waits = rowsIn(answer, "nu-niet").join("\n");
    expect(waits).toContain("De gevel van het loket schilderen, termijn tot en met");
    expect(waits).toContain("Twee keer per jaar berichten over het loket, loopt door");
    expect(rowsIn(answer, "verwacht")).toEqual([expect.stringMatching(/^De nieuwe inlogpagina is in de zomer gereed/)]);
  });

  test("marks a draft and offers no box for it; all that the letter has to answer is ticked", async () => {
    const answer = await app.get(PREPARE, "staff");
    const draft = rowOf(answer, "Uitzoeken of de loketten in het weekend");
    expect(draft).toContain("concept, nog niet gepubliceerd");
    expect(draft).toContain("komt niet in de opzet");
    const found = new Map(boxes(answer).map(({ id, isTicked }) => [id, isTicked]));
    expect(found.has("v10")).toBe(false);
    for (const id of ["n1", "n2", "n3", "n4", "n8", "v2", "v3", "v6", "v7", "v8", "verwachting"])
      expect([id, found.get(id)]).toEqual([id, true]);
    expect(found.get("v9"), "Without a term it is not asked for.").toBe(false);
    expect(found.has("n5")).toBe(false);
    expect(found.has("n7")).toBe(false);
  });

  test("goes by another day of sending", async () => {
    const soon = addDays(DAY, 7);
    const answer = await app.get(`${PREPARE}?dag=${soon}`, "staff");
    expect(answer.page?.heading).toBe("Voortgangsbrief voorbereiden");
    expect(answer.page?.text).toContain(`Wat de brief van ${dayInWords(soon)} moet beantwoorden`);
    expect(rowOf(answer, "De folder over parkeren")).toContain("Termijn loopt af voor de brief erna");
    expect(answer.page?.links.map(({ href }) => href)).toContain(`${CHECK}?dossier=${DOSSIER}&datum=${soon}`);
  });

  test.each([
    ["2026-02-30", "Dit is geen dag die bestaat"],
    ["2011-03-04", "4 maart 2011 is al voorbij"],
  ])("refuses %s with a sentence, and shows the letter all the same", async (typed, sentence) => {
    const answer = await app.get(`${PREPARE}?dag=${typed}`, "staff");
    expect(answer.status).toBe(422);
    expect(answer.page?.links.find(({ href }) => href === "#dag")?.text).toContain(sentence);
    expect(answer.text).toContain(`value="${typed}"`);
    expect(rowsIn(answer, "mag")).toHaveLength(1);
  });

  test("of another ministry's dossier is not there, nor for who writes no letters", async () => {
    const others: Account[] = ["staff of another ministry", "clerk", "aide", "admin"];
    for (const who of others)
      for (const path of [PREPARE, OUTLINE]) expect([who, (await app.get(path, who)).status]).toEqual([who, 404]);
  });

  test("is found from the dossier and the desk", async () => {
    for (const path of [`/dossiers/${DOSSIER}`, "/werk"])
      expect((await app.get(path, "staff")).page?.links.map(({ href }) => href)).toContain(PREPARE);
    for (const who of ["clerk", "staff of another ministry", "stranger"] as const)
      expect((await app.get(`/dossiers/${DOSSIER}`, who)).text).not.toContain(PREPARE);
  });
});

const outline = (query = ""): Promise<Buffer> => app.download(OUTLINE + query, "staff");
const pick = (...ids: string[]): string => `?dag=${EXPECTED}&gekozen=ja${ids.map((id) => `&kies=${id}`).join("")}`;

describe("the outline", () => {
  test("opens in LibreOffice with each number and its promise, and with nothing that is the ministry's own", {
    timeout: 60_000,
  }, async () => {
    const { headers } = await app.get(OUTLINE, "staff");
    expect(headers.get("Content-Type")).toBe(DOCX_TYPE);
    expect(headers.get("Content-Disposition")).toBe(`attachment; filename="opzet-${DOSSIER}-${EXPECTED}.docx"`);
    const text = (await pagesOf(await outline())).join(" ");
    expect(text).toMatch(/^Voortgangsbrief Voorbeeld: digitale loketten \[Uit het register: opzet van /);
    const numbers = [...text.matchAll(/Toezegging (\d{4}-\d{4}): /g)].map(([, one]) => one);
    // Whether the end of the year comes before the letter after this one, depends on the day of the year.
    const asked = ["n1", "n2", "n3", "n4", "n8", "v2", "v3", "v6", "v7", "v8"].map((id) => number[id]);
    expect(numbers.filter((one) => one !== number.v5).sort()).toEqual(asked.sort());
    expect(text).toContain(`aan Kamerlid A (Fractie A): “Die lijst zet ik in de volgende (voortgangsbrief).”`);
    expect(text).toContain("Het laatst gemeld: tussenstand, brief van");
    expect(text).toContain("Nog niets over gemeld");
    expect(text).toContain(`Verwachting V${DAY.slice(0, 4)}-0900: De nieuwe inlogpagina is in de zomer gereed`);
    for (const own of [PLANNED, dayInWords(PLANNED), "Uitzoeken of de loketten", "een concept is", "bewegwijzering"])
      expect(text, own).not.toContain(own);
  });

  test("holds what was picked and nothing else", { timeout: 60_000 }, async () => {
    const text = (await pagesOf(await outline(pick("n1", "v9")))).join(" ");
    expect(text.match(/Toezegging \d{4}-\d{4}/g)).toEqual(
      expect.arrayContaining([`Toezegging ${number.n1}`, `Toezegging ${number.v9}`]),
    );
    expect(text.match(/Toezegging \d{4}-\d{4}/g)).toHaveLength(2);
    expect(text).not.toContain("Waar de brief van");
  });

  test("is not made of nothing: the page says so, with what was picked still as it was", async () => {
    const answer = await app.get(OUTLINE + pick(), "staff");
    expect([answer.status, answer.location]).toEqual([302, PREPARE + pick()]);
    const page = await app.get(answer.location ?? "", "staff");
    expect(page.status).toBe(422);
    expect(page.page?.text).toContain("Kies ten minste één ding voor de opzet.");
    expect(boxes(page).some(({ isTicked }) => isTicked)).toBe(false);
  });

  test("keeps what was picked when the day is none", async () => {
    const answer = await app.get(`${OUTLINE}?dag=morgen&gekozen=ja&kies=n1`, "staff");
    const page = await app.get(answer.location ?? "", "staff");
    expect(boxes(page).flatMap(({ id, isTicked }) => (isTicked ? [id] : []))).toEqual(["n1"]);
  });
});

/** Writes in Word on the empty line under the heading with a number. */
function written(file: Buffer, answers: Record<string, string>): Buffer {
  const entries = unzipped(file);
  let xml = Buffer.from(entries.get("word/document.xml") ?? []).toString("utf8");
  for (const [heading, words] of Object.entries(answers)) {
    const at = xml.indexOf(`${heading}:`);
    expect(at, heading).toBeGreaterThan(0);
    const empty = /<w:p>(?:<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)?<\/w:p>/g;
    empty.lastIndex = at;
    const line = empty.exec(xml);
    expect(line, `an empty line under ${heading}`).not.toBeNull();
    const start = line?.index ?? 0;
    const filled = `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
    xml = xml.slice(0, start) + filled + xml.slice(start + (line?.[0].length ?? 0));
  }
  entries.set("word/document.xml", Buffer.from(xml, "utf8"));
  return zipped(entries);
}

async function check(file: Buffer): Promise<Answer> {
  const form = new FormData();
  form.set("dossier", DOSSIER);
  form.set("datum", EXPECTED);
  form.set("tekst", "");
  form.set("bestand", new File([new Uint8Array(file)], "brief.docx", { type: DOCX_TYPE }));
  const answer = await app.post(CHECK, form, "staff");
  expect(answer.status, answer.page?.text).toBe(200);
  return answer;
}

/** The numbers in one block of the report. */
const numbersIn = (answer: Answer, block: string): string[] =>
  rowsIn(answer, block)
    .flatMap((row) => row.match(/(?<!\d)\d{4}-\d{4}(?= · )/g) ?? [])
    .sort();

const ASKED = ["n1", "n2", "n3", "v2", "v3", "v6", "v7", "v8", "n8"];

describe("a letter that was written into the outline", () => {
  test("is checked with its dossier and day filled in", async () => {
    const form = await app.get(`${CHECK}?dossier=${DOSSIER}&datum=${EXPECTED}`, "staff");
    const fields = form.page ? all(form.page.root, "input") : [];
    expect(fields.find(({ attributes }) => attributes.name === "datum")?.attributes.value).toBe(EXPECTED);
    const wrong = await app.get(`${CHECK}?dossier=${DOSSIER}&datum=2026-02-30`, "staff");
    expect(wrong.text).toContain(`value="${DAY}"`);
  });

  test("answers each under its heading, and forgets none", async () => {
    const file = await outline(pick(...ASKED));
    const heading = (id: string) => `Toezegging ${number[id]}`;
    const answer = await check(
      written(file, {
        // No word of these says which of the two is meant.
        [heading("n1")]: "De lijst staat in de bijlage bij deze brief. Hiermee heb ik aan deze toezegging voldaan.",
        [heading("n2")]:
          "Ik heb toegezegd een lijst van tijden te geven. Het maken daarvan vergt meer tijd, omdat de balies die zelf bijhouden. Ik zal uw Kamer daarover vóór 1 oktober 2040 informeren.",
        [heading("n3")]: "Dit is gebeurd.",
        [heading("v2")]:
          "Het overzicht van alle loketten is af en staat op de website. Aan deze toezegging is hiermee voldaan.",
        [heading("v3")]: "De openingstijden zijn sinds maart ruimer; de cijfers per dag staan in de tabel hieronder.",
        [heading("v6")]: "De wachttijd is gemiddeld vier minuten. Daarmee heb ik aan deze toezegging voldaan.",
        [heading("v7")]: "Het onderzoek naar de toegankelijkheid duurt langer dan verwacht.",
        [heading("v8")]: "Het meldpunt is open. Hiermee is deze toezegging afgedaan.",
        [heading("n8")]: "De wachtkamer is in april ingericht, met meer stoelen en een speelhoek voor kinderen.",
      }),
    );
    // Only that one was not taken along.
    expect(numbersIn(answer, "vergeet").filter((one) => one !== number.v5)).toEqual([]);
    const numbersOf = (...ids: string[]) => ids.map((id) => number[id]).sort();
    expect(numbersIn(answer, "beantwoordt")).toEqual(numbersOf("n1", "n2", "v2", "v6", "v8"));
    expect(numbersIn(answer, "noemt")).toEqual(numbersOf("n3", "v3", "v7", "n8"));
    const rowNamed = (id: string) => rowsIn(answer, "beantwoordt").find((row) => row.includes(number[id] ?? "-"));
    expect(rowNamed("n1")).toContain("Voorgesteld oordeel: voldaan");
    expect(rowNamed("n2")).toContain("Voorgesteld oordeel: beoordeel zelf");
    expect(rowNamed("n2")).toContain(`in het kopje: het nummer ${number.n2} wordt genoemd`);
    expect(rowsIn(answer, "opvalt").join()).toContain("regels van de opzet in de brief");
  });

  test("and was not filled in, is silent on each: a heading with a number is no answer", async () => {
    const answer = await check(await outline(pick(...ASKED)));
    expect(numbersIn(answer, "beantwoordt")).toEqual([]);
    expect(numbersIn(answer, "noemt")).toEqual([]);
    const forgotten = numbersIn(answer, "vergeet");
    expect(ASKED.map((id) => number[id]).filter((one) => !forgotten.includes(one ?? ""))).toEqual([]);
    expect(rowsIn(answer, "belooft")).toEqual([]);
    expect(rowsIn(answer, "stukken")).toEqual([]);
  });

  test("by an officer who took the lines of the register away, is read the same", async () => {
    const file = written(await outline(pick("n1", "n2")), {
      [`Toezegging ${number.n1}`]:
        "De lijst staat in de bijlage bij deze brief. Hiermee heb ik aan deze toezegging voldaan.",
    });
    const entries = unzipped(file);
    const xml = Buffer.from(entries.get("word/document.xml") ?? []).toString("utf8");
    const bare = xml.replace(/<w:p>(?:(?!<\/w:p>).)*\[Uit het register:(?:(?!<\/w:p>).)*<\/w:p>/gs, "");
    expect(bare).not.toContain("Uit het register");
    entries.set("word/document.xml", Buffer.from(bare, "utf8"));
    const answer = await check(zipped(entries));
    expect(numbersIn(answer, "beantwoordt")).toEqual([number.n1]);
    expect(numbersIn(answer, "vergeet")).toContain(number.n2);
    expect(rowsIn(answer, "opvalt").join()).not.toContain("opzet");
  });
});
