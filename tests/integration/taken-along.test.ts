/** The register taken along: feeds, calendars and files, each read by a program that is not ours. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import ICAL from "ical.js";
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { addDays, dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import { type Deadline, NO_DEADLINE } from "#app/domain/deadline.ts";
import type { NewEvent } from "#app/domain/events.ts";
import { today } from "#app/server/clock.ts";
import { type App, HERE, startApp } from "../support/app.ts";
import { csvRows } from "../support/csv-rows.ts";
import { sheetsOf } from "../support/libre-office.ts";
import { storedRows } from "../support/stored-rows.ts";

/** As a spreadsheet would run it, were it no text; the last with what a file in XML has to escape or leave out. */
const FORMULAS = ["=1+1", "+31 20 000 00 00", "-1", "@SUM(A1)", "\tingesprongen", `<b>"A" & B</b>\u0007, einde`];
const DRAFT = "Uitzoeken of de loketten in het weekend open kunnen";

let app: App;
beforeAll(async () => {
  app = await startApp();
  await say(...FORMULAS.flatMap((title, at) => promised(`formule-${at}`, title, `2026-9${at}`)));
});

/** Recorded beside the program, as whoever works in it would. */
async function say(...events: NewEvent[]): Promise<void> {
  vi.resetModules();
  const { write, close } = await import("#db/client.ts");
  const { record } = await import("#db/events.ts");
  await write((tx) => record(tx, "register", events));
  close();
}

const TOLD = { letterId: "verzonnen-brief-1", anchor: null, place: "Slot" };
const by = (latest: IsoDay): Deadline => ({
  ...NO_DEADLINE,
  words: `uiterlijk ${dayInWords(latest)}`,
  latest,
  derived: "Een dag.",
});
const of = (subjectId: string) => ({ subject: "commitment", subjectId }) as const;

const promised = (id: string, title: string, number: string): NewEvent[] => [
  {
    ...of(id),
    kind: "registered",
    effectiveOn: addDays(today(), -60),
    payload: {
      title,
      text: title,
      quote: null,
      chamber: "TK",
      origin: { kind: "debate", id: "verzonnen-debat-1", passage: null },
      officeId: "minister-voorbeeld",
      officeHolderId: null,
      ministryId: "voorbeeldministerie",
      committeeId: "voorbeeldcommissie",
      dossierId: "voorbeeld-digitale-loketten",
      topicId: null,
      to: { memberIds: ["kamerlid-a"], groupIds: [] },
      source: null,
      recurring: null,
    },
  },
  { ...of(id), kind: "published", effectiveOn: today(), payload: { number } },
];

const numberOf = (id: string): string =>
  storedRows<{ number: string }>(app, "SELECT number FROM commitments WHERE id = ?", id)[0]?.number ?? "";

// --- Reading what comes out -----------------------------------------------------------------------------------------

const ATOM = { a: "http://www.w3.org/2005/Atom", x: "http://www.w3.org/1999/xhtml" };
const validator = (() => {
  const schema = XmlDocument.fromBuffer(readFileSync("tests/fixtures/atom.rng"));
  return RelaxNGValidator.fromDoc(schema);
})();

interface Entry {
  id: string;
  title: string;
  updated: string;
  number: string;
  kind: string;
  words: string;
}
interface Feed {
  id: string;
  updated: string;
  links: Record<string, string>;
  entries: Entry[];
}

/** Holds it against the schema of RFC 4287 first. */
async function feedAt(path: string): Promise<Feed> {
  const { status, text, headers } = await app.get(path);
  expect(status, path).toBe(200);
  expect(headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
    const at = (from: { find: typeof document.root.find }, path: string) => from.find(path, ATOM);
    const said = (from: typeof document.root, path: string) =>
      at(from, path)
        .map(({ content }) => content)
        .join("");
    const links = at(document.root, "a:link").map((link) => [
      said(link as never, "@rel"),
      said(link as never, "@href"),
    ]);
    return {
      id: said(document.root, "a:id"),
      updated: said(document.root, "a:updated"),
      links: Object.fromEntries(links),
      entries: at(document.root, "a:entry").map((entry) => ({
        id: said(entry as never, "a:id"),
        title: said(entry as never, "a:title"),
        updated: said(entry as never, "a:updated"),
        number: /\/toezeggingen\/([^?]+)/.exec(said(entry as never, "a:link/@href"))?.[1] ?? "",
        kind: said(entry as never, "a:category/@term"),
        words: said(entry as never, "a:content"),
      })),
    };
  } finally {
    document.dispose();
  }
}

/** From the newest page to the last. */
async function wholeFeed(path: string): Promise<Feed[]> {
  const pages: Feed[] = [];
  for (let next: string | undefined = path; next; ) {
    const page: Feed = await feedAt(next.replace(HERE, ""));
    pages.push(page);
    next = page.links.next;
  }
  return pages;
}

async function calendarAt(path: string): Promise<{ whole: ICAL.Component; events: Map<string, ICAL.Component> }> {
  const { text, headers } = await app.get(path);
  expect(headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  const whole = new ICAL.Component(ICAL.parse(text));
  const events = whole.getAllSubcomponents("vevent");
  return { whole, events: new Map(events.map((event) => [String(event.getFirstPropertyValue("uid")), event])) };
}

const uidOf = (number: string): string => `toezegging-${number}@toezeggingenregister`;
const valueIn = (event: ICAL.Component | undefined, name: string): string =>
  String(event?.getFirstPropertyValue(name) ?? "");

// --- Feeds ------------------------------------------------------------------------------------------------------------

describe("The feed", () => {
  test("of everything and of a filter is as RFC 4287 has it, and has a name of its own", async () => {
    const paths = ["", "?te-laat=ja", "?peildatum=2011-03-04", "?dossier=bestaat-niet", "?peildatum=1950-01-01"];
    const feeds = [];
    for (const path of paths) feeds.push(await feedAt(`/toezeggingen.atom${path}`));
    expect(new Set(feeds.map(({ id }) => id)).size).toBe(paths.length);
    expect(feeds.map(({ entries }) => entries.length > 0)).toEqual([true, true, true, false, false]);
    const [whole] = feeds;
    expect(whole?.links.alternate).toBe(`${HERE}/toezeggingen`);
    expect(whole?.updated).toBe(whole?.entries[0]?.updated);
  });

  test("has every event of what is published once over its pages, the last that became public first", async () => {
    const pages = await wholeFeed("/toezeggingen.atom");
    expect(pages.length).toBeGreaterThan(1);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(1);
    const entries = pages.flatMap((page) => page.entries);
    const updated = entries.map((entry) => entry.updated);
    expect(updated).toEqual([...updated].sort().reverse());
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const [stored] = storedRows<{ count: number }>(
      app,
      `SELECT count(*) AS count FROM events JOIN commitments ON commitments.id = subject_id
       WHERE number IS NOT NULL AND kind NOT IN ('corrected', 'withdrawn') AND effective_on <= ?`,
      today(),
    );
    expect(entries.length).toBe(stored?.count);
    expect(entries.map(({ title }) => title).join()).not.toContain(DRAFT);
  });

  test("says so of what is corrected, under the same id and at a later moment", async () => {
    const number = numberOf("v2");
    const find = async (kind: string) =>
      (await feedAt("/toezeggingen.atom?dossier=voorbeeld-digitale-loketten")).entries.find(
        (entry) => entry.number === number && entry.kind === kind,
      );
    const before = await find("deadline_set");
    const [event] = storedRows<{ id: string; day: string }>(
      app,
      "SELECT id, effective_on AS day FROM events WHERE subject_id = 'v2' AND kind = 'deadline_set'",
    );
    const deadline = by(addDays(today(), 100));
    await say({
      ...of("v2"),
      kind: "corrected",
      effectiveOn: event?.day ?? "",
      payload: { eventId: event?.id ?? "", fields: { deadline }, reason: "Verschreven." },
    });
    const after = await feedAt("/toezeggingen.atom");
    expect(after.entries[0]).toMatchObject({ id: before?.id, kind: "deadline_set", number });
    expect(after.entries[0]?.title).toContain(dayInWords(deadline.latest ?? ""));
    expect((after.entries[0]?.updated ?? "") > (before?.updated ?? "z")).toBe(true);
    expect(after.updated).toBe(after.entries[0]?.updated);
  });

  test("tells whoever had it that an event was taken back, and why", async () => {
    await say({
      ...of("formule-0"),
      id: "vergeefs",
      kind: "deadline_set",
      effectiveOn: today(),
      payload: { deadline: by(addDays(today(), 9)), reason: null, passage: null, awaitedId: null },
    });
    const [set] = (await feedAt("/toezeggingen.atom")).entries;
    const payload = { eventId: "vergeefs", reason: "Bij de verkeerde toezegging gezet." };
    await say({ ...of("formule-0"), kind: "withdrawn", effectiveOn: today(), payload });
    const [taken] = (await feedAt("/toezeggingen.atom")).entries;
    expect(taken).toMatchObject({ id: set?.id, kind: "withdrawn", number: "2026-90" });
    expect(taken?.title).toMatch(/^Ingetrokken: /);
    expect(taken?.words).toContain("Bij de verkeerde toezegging gezet.");
  });

  test("answers an address that leads nowhere with a sentence", async () => {
    const { status, text } = await app.get("/toezeggingen.atom?ouder=gisteren");
    expect([status, JSON.parse(text).heading]).toEqual([422, "Dit vervolg van de feed is er niet"]);
  });

  test("is named in the head of the page, with its filter and its day", async () => {
    const { text } = await app.get("/toezeggingen?te-laat=ja&peildatum=2011-03-03");
    expect(text).toContain(
      'type="application/atom+xml" title="Wat er met deze toezeggingen gebeurt" href="/toezeggingen.atom?te-laat=ja&amp;peildatum=2011-03-03"',
    );
  });
});

// --- Calendars --------------------------------------------------------------------------------------------------------

describe("The calendar", () => {
  test("has a whole day for each deadline with a date, in its own words, and says what it is", async () => {
    const { whole, events } = await calendarAt("/toezeggingen.ics?te-laat=ja&peildatum=2011-03-03");
    expect(valueIn(whole, "x-wr-calname")).toBe("Termijnen van toezeggingen: te laat");
    expect(valueIn(whole, "refresh-interval")).toBe("PT4H");
    const event = events.get(uidOf(numberOf("b1-voortgangsbrief-februari")));
    const start = event?.getFirstPropertyValue("dtstart") as ICAL.Time;
    expect([start.isDate, start.toString()]).toEqual([true, "2011-02-28"]);
    expect(valueIn(event, "summary")).toBe("Termijn: De volgende voortgangsbrief in februari 2011 sturen");
    expect(valueIn(event, "description")).toContain("februari 2011");
    expect(valueIn(event, "transp")).toBe("TRANSPARENT");
    expect(valueIn(event, "url")).toMatch(/^http:\/\/localhost\/toezeggingen\/2010-\d+\?peildatum=2011-03-03$/);
  });

  test("calls a letter that is expected expected, and what was met met", async () => {
    const { events } = await calendarAt("/toezeggingen.ics?peildatum=2011-03-03");
    const expected = events.get(uidOf(numberOf("b4-deep-packet-inspection")));
    expect(valueIn(expected, "summary")).toMatch(/^Brief verwacht: /);
    expect(valueIn(expected, "dtstart")).toBe("2011-02-28");
    const after = (await calendarAt("/toezeggingen.ics?peildatum=2011-03-04")).events;
    expect(valueIn(after.get(uidOf(numberOf("b1-voortgangsbrief-februari"))), "summary")).toMatch(/^Voldaan: /);
  });

  test("raises its sequence when a later day is told, keeps its name, and is cancelled once it lapsed", async () => {
    const uid = uidOf(numberOf("v2"));
    const now = async () => (await calendarAt("/toezeggingen.ics")).events.get(uid);
    const sequence = (event: ICAL.Component | undefined) => Number(valueIn(event, "sequence"));
    const before = await now();
    const later = addDays(today(), 200);
    const asked = `${new Date().toISOString().slice(0, "2026-11-22T12:00:00".length)}Z`; // a calendar counts whole seconds
    const payload = { deadline: by(later), reason: "Meer tijd nodig.", passage: TOLD, awaitedId: null };
    await say({ ...of("v2"), kind: "deadline_set", effectiveOn: today(), payload });
    const shifted = await now();
    expect(valueIn(shifted, "dtstart")).toBe(later);
    expect(sequence(shifted)).toBeGreaterThan(sequence(before));
    expect(valueIn(shifted, "last-modified") >= asked, valueIn(shifted, "last-modified")).toBe(true);
    expect(valueIn(shifted, "description")).toContain("Verschoven: 1 keer");
    expect(valueIn(shifted, "status")).toBe("CONFIRMED");
    expect(sequence(await now()), "It stays as it is while nothing happens.").toBe(sequence(shifted));
    const lapse = { reason: "een ander plan", decider: "de Voorbeeldcommissie" };
    await say({ ...of("v2"), kind: "lapsed", effectiveOn: today(), payload: lapse });
    const lapsed = await now();
    expect([valueIn(lapsed, "status"), valueIn(lapsed, "dtstart")]).toEqual(["CANCELLED", later]);
    expect(sequence(lapsed)).toBeGreaterThan(sequence(shifted));
  });
});

// --- Files ------------------------------------------------------------------------------------------------------------

describe("A file", () => {
  test("of text holds no cell that a spreadsheet would run", async () => {
    const text = (await app.download("/toezeggingen.csv", "aide")).toString("utf8");
    expect(text.startsWith("\uFEFFNummer,Titel,")).toBe(true);
    expect(text.split("\r\n").length).toBeGreaterThan(FORMULAS.length);
    const rows = csvRows(text);
    const titles = FORMULAS.map((_, at) => rows.find(({ Nummer }) => Nummer === `2026-9${at}`)?.Titel);
    expect(titles).toEqual(FORMULAS.map((title, at) => (at === FORMULAS.length - 1 ? title : `'${title}`)));
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  test("of Excel opens in LibreOffice with real days, and says what it is", { timeout: 120_000 }, async () => {
    const sheets = sheetsOf(await app.download("/toezeggingen.xlsx?dossier=aanpak-kinderpornografie", "aide"));
    const [head = [], ...rows] = sheets.get("Toezeggingen") ?? [];
    const cell = (number: string, heading: string) =>
      rows.find((row) => row[0] === number)?.[head.indexOf(heading)] ?? "";
    const number = numberOf("b1-voortgangsbrief-februari");
    // LibreOffice shows a day in a form of its own; what is text stays as it was written.
    expect(cell(number, "Gedaan op")).toMatch(/^0?2[-/]12[-/]2010$|^12[-/]0?2[-/]2010$/);
    expect(cell(number, "Termijn tot en met")).toMatch(/^28[-/]0?2[-/]2011$|^0?2[-/]28[-/]2011$/);
    expect(cell(number, "Dagen te laat voldaan")).toBe("4");
    const about = new Map((sheets.get("Toelichting") ?? []).map(([what = "", words = ""]) => [what, words]));
    expect(about.get("Wat dit is")).toContain(`${rows.length} toezeggingen: dossier Aanpak kinderpornografie.`);
    expect(about.get("Dezelfde lijst als pagina")).toBe(`${HERE}/toezeggingen?dossier=aanpak-kinderpornografie`);
    expect(about.get("Gebruik")).toContain("CC0");
  });

  test("of JSON says the same in codes, with what it is", async () => {
    const { meta, commitments } = JSON.parse((await app.get("/toezeggingen.json?peildatum=2011-03-03")).text);
    expect(meta).toMatchObject({ asOf: "2011-03-03", total: commitments.length, licence: { name: "CC0 1.0" } });
    const b1 = commitments.find(({ number }: { number: string }) => number === numberOf("b1-voortgangsbrief-februari"));
    expect(b1).toMatchObject({ status: "open", late: true, daysLate: 3, latest: "2011-02-28", invented: false });
    expect(b1.page).toMatch(/\?peildatum=2011-03-03$/);
  });

  test("that is large is made first: the page says how far, and then leads to the same file", async () => {
    const offered = await app.get("/meenemen?te-laat=ja&peildatum=2011-03-03");
    expect(offered.page?.text).toContain("1 toezegging: te laat");
    expect(offered.page?.links.map(({ href }) => href)).toContain("/toezeggingen.csv?te-laat=ja&peildatum=2011-03-03");
    const path = "/meenemen/bestand?vorm=csv&peildatum=2011-03-04";
    const first = await app.get(path);
    expect(first.headers.get("Cache-Control")).toBe("private, no-store");
    const ready = await vi.waitFor(async () => {
      const { page } = await app.get(path);
      expect(page?.text).toContain("Het bestand staat klaar");
      return page;
    });
    const href = ready?.links.find(({ text }) => text === "CSV ophalen")?.href ?? "";
    const made = await app.get(href);
    expect(Number(made.headers.get("Content-Length"))).toBe(
      Buffer.byteLength(`\uFEFF${made.text.replace(/^\uFEFF/, "")}`),
    );
    expect(csvRows(made.text).length).toBe(csvRows((await app.get(`${href}&sorteer=termijn`)).text).length);
    expect((await app.get("/meenemen/bestand?vorm=docx")).status).toBe(422);
  });
});

test("Page, export, feed and calendar hold the same commitments, whatever one asks for and on whatever day", {
  timeout: 60_000,
}, async () => {
  const choices = fc.uniqueArray(
    fc.constantFrom(
      ...["status=openstaand", "status=voldaan&status=vervallen", "te-laat=ja", "te-laat=nee", "termijn=zonder"],
      ...["binnen=30", "binnen=180", "dossier=aanpak-kinderpornografie", "lid=kamerlid-a", "van=2010-12-03"],
      ...["sorteer=termijn", "sorteer=toezegging", "sorteer=wijziging"],
    ),
    { maxLength: 2 },
  );
  const day = fc.constantFrom("2010-12-02", "2011-03-03", "2011-03-04", "2012-02-01", addDays(today(), -40), today());
  let found = 0;
  await fc.assert(
    fc.asyncProperty(choices, day, async (chosen, asOf) => {
      const query = [...chosen, `peildatum=${asOf}`].join("&");
      const rows = csvRows((await app.get(`/toezeggingen.csv?${query}`)).text);
      const numbers = rows.map(({ Nummer }) => Nummer ?? "");
      found += numbers.length;
      const { page } = await app.get(`/toezeggingen?${query}`);
      const shown = page?.links.flatMap(({ href }) => /^\/toezeggingen\/([^?]+)/.exec(href)?.[1] ?? []) ?? [];
      expect(numbers.slice(0, 25)).toEqual([...new Set(shown)]);
      const { meta, commitments } = JSON.parse((await app.get(`/toezeggingen.json?${query}`)).text);
      expect(commitments.map(({ number }: { number: string }) => number)).toEqual(numbers);
      expect([meta.total, page?.text.includes(meta.sentence)]).toEqual([numbers.length, true]);
      const pages = await wholeFeed(`/toezeggingen.atom?${query}`);
      const told = new Set(pages.flatMap(({ entries }) => entries.map(({ number }) => number)));
      expect([...told].sort()).toEqual([...numbers].sort());
      const { events } = await calendarAt(`/toezeggingen.ics?${query}`);
      const dated = rows.filter(
        (row) => row["Laatste dag op tijd"] || row["Termijn tot en met"] || row["Brief verwacht op"],
      );
      for (const { Nummer = "" } of dated) expect(events.has(uidOf(Nummer)), Nummer).toBe(true);
      // What is settled stays on the day that was expected, which the table no longer tells.
      for (const uid of events.keys()) expect(numbers.map(uidOf)).toContain(uid);
    }),
    { numRuns: 10, seed: 6 },
  );
  expect(found).toBeGreaterThan(30);
});
