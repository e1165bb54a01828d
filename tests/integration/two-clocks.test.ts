/** A past that can be cited: an address that fixes both clocks shows the same for good. */
import Database from "better-sqlite3";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { amsterdamDay } from "#app/domain/calendar.ts";
import type { NewEvent } from "#app/domain/events.ts";
import { type App, startApp } from "../support/app.ts";
import { all, textOf } from "../support/page.ts";

let app: App;
let recordNow: (...fresh: NewEvent[]) => Promise<void>;

beforeAll(async () => {
  app = await startApp();
  vi.resetModules();
  const { write } = await import("#db/client.ts");
  const { record } = await import("#db/events.ts");
  recordNow = (...fresh) =>
    write(async (tx) => {
      await record(tx, "register", fresh);
    });
});

afterEach(() => {
  vi.useRealTimers();
});

const stored = (query: string, ...values: string[]): string => {
  const connection = new Database(app.databasePath, { readonly: true });
  const found = connection
    .prepare(query)
    .pluck()
    .get(...values) as string;
  connection.close();
  return found;
};
const registrationOf = (subjectId: string) =>
  stored("SELECT id FROM events WHERE subject_id = ? AND kind = 'registered'", subjectId);
const numberOf = (id: string) => stored("SELECT number FROM commitments WHERE id = ?", id);

/** The address that a page gives for itself, fixed on both clocks. */
async function fixedAddressOf(path: string): Promise<string> {
  const { page } = await app.get(path);
  const [address] = page?.links.filter(({ href }) => href.includes("bekend=")) ?? [];
  expect(address, `${path} says how to refer to it`).toBeDefined();
  expect(address?.text).toBe(`http://localhost${address?.href}`);
  return address?.href ?? "";
}

const retitled = (subjectId: string, title: string, effectiveOn: string): NewEvent => ({
  subject: "commitment",
  subjectId,
  kind: "corrected",
  effectiveOn,
  payload: { eventId: registrationOf(subjectId), fields: { title }, reason: "verschreven" },
});

const letter = (subjectId: string, date: string): NewEvent => ({
  subject: "letter",
  subjectId,
  kind: "registered",
  effectiveOn: date,
  payload: {
    title: "Een oudere brief die later binnenkwam",
    date,
    receivedOn: null,
    letterKind: "progress",
    chamber: "TK",
    sender: null,
    ministryId: "voorbeeldministerie",
    dossierId: "voorbeeld-digitale-loketten",
    paper: null,
    originalSha256: null,
    passages: [],
  },
});

test("a fixed address gives the same bytes after later events, an older letter and a correction", async () => {
  const made = stored("SELECT made_on FROM commitments WHERE id = 'v1'");
  const on = stored("SELECT max(day) FROM letters WHERE dossier_id = 'voorbeeld-digitale-loketten'");
  const pages = [
    `/toezeggingen/${numberOf("v1")}?peildatum=${on}`,
    `/toezeggingen/${numberOf("v1")}`,
    `/brieven/verzonnen-brief-2?peildatum=${on}`,
    `/toezeggingen?dossier=voorbeeld-digitale-loketten&peildatum=${on}`,
    `/toezeggingen?te-laat=ja`,
    `/dossiers/voorbeeld-digitale-loketten?peildatum=${on}`,
    "/brieven",
    "/debatten",
    "/",
  ];
  const fixed = await Promise.all(pages.map(fixedAddressOf));
  const before = await Promise.all(fixed.map(async (address) => (await app.get(address)).text));
  const plainBefore = await Promise.all(pages.map(async (path) => (await app.get(path)).text));

  await recordNow(letter("brief-van-eerder", made), retitled("v1", "Een gecorrigeerde titel", made), {
    subject: "commitment",
    subjectId: "v1",
    kind: "lapsed",
    effectiveOn: on,
    payload: { reason: "achterhaald", decider: "de commissie" },
  });
  await recordNow({
    subject: "dossier",
    subjectId: "voorbeeld-digitale-loketten",
    kind: "coverage_set",
    effectiveOn: made,
    payload: { from: made, until: on },
  });

  for (const [at, address] of fixed.entries()) expect((await app.get(address)).text, address).toBe(before[at]);
  const plainAfter = await Promise.all(pages.map(async (path) => (await app.get(path)).text));
  for (const at of pages.keys()) expect(plainAfter[at], `${pages[at]} shows what came`).not.toBe(plainBefore[at]);
  expect(plainAfter[0]).toContain("Een gecorrigeerde titel");
});

test("a fixed address gives the same bytes on a later day", async () => {
  const address = await fixedAddressOf(`/toezeggingen/${numberOf("v2")}`);
  const { text } = await app.get(address);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 400 * 24 * 60 * 60 * 1000 });
  expect((await app.get(address)).text).toBe(text);
});

test("every link on a fixed page keeps both clocks, but for those that lead away from them", async () => {
  const { page } = await app.get(await fixedAddressOf(`/toezeggingen/${numberOf("b6-meldknop")}?peildatum=2011-03-04`));
  const own = page?.links.filter(({ href }) => href.startsWith("/") && !href.startsWith("/inloggen")) ?? [];
  expect(own.length).toBeGreaterThan(8);
  const loose = own.filter(({ href }) => !/[?&]peildatum=2011-03-04&bekend=/.test(href)).map(({ text }) => text);
  expect(loose).toEqual(["Deze dag met wat nu bekend is", "Naar vandaag"]);
  expect(page?.text).toContain("Vaste pagina: de stand op 4 maart 2011, met wat er op");
});

test("what was published later is not there at an earlier moment", async () => {
  const first = stored("SELECT min(recorded_at) FROM events");
  expect((await app.get(`/toezeggingen/${numberOf("v1")}?bekend=${first}`)).status).toBe(404);
  const { page } = await app.get(`/toezeggingen?bekend=${first}&peildatum=2011-03-04`);
  expect(page?.text).toContain("Op deze dag stonden er nog geen toezeggingen in het register.");
});

describe("The moment in an address:", () => {
  test("a day that has not ended is sent to what was recorded last, which will not change any more", async () => {
    const answer = await app.get(`/toezeggingen?peildatum=2011-03-04&bekend=${amsterdamDay(new Date())}`);
    expect(answer.status).toBe(302);
    const last = stored("SELECT recorded_at FROM events ORDER BY seq DESC LIMIT 1");
    expect(new URL(`http://localhost${answer.location}`).searchParams.get("bekend")).toBe(last);
    expect(new URL(`http://localhost${answer.location}`).searchParams.get("peildatum")).toBe("2011-03-04");
  });

  test.each([
    ["gisteren", "geen dag en geen tijdstip"],
    ["2011-02-30", "geen dag en geen tijdstip"],
    ["2026-11-21T25:00:00.000Z", "geen dag en geen tijdstip"],
    ["2199-01-01", "staat nog niet vast"],
    ["2199-01-01T00:00:00.000Z", "staat nog niet vast"],
  ])("%s is refused with a sentence", async (asked, sentence) => {
    const { status, page } = await app.get(`/toezeggingen?bekend=${asked}`);
    expect(status).toBe(422);
    expect(page?.text).toContain(sentence);
  });

  test("two events never share a moment with what came after them", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => recordNow(letter(`kort-na-elkaar-${i}`, "2020-01-01"))));
    const moments = new Database(app.databasePath, { readonly: true })
      .prepare("SELECT recorded_at FROM events WHERE subject_id GLOB 'kort-na-elkaar-*' ORDER BY seq")
      .pluck()
      .all() as string[];
    expect(new Set(moments).size).toBe(20);
    expect(moments).toEqual([...moments].sort());
  });
});

describe("Two days compared:", () => {
  test("from 3 to 4 March 2011 a letter came, promises were met, made and no longer late", async () => {
    const { page } = await app.get("/vergelijken?van=2011-03-03&tot=2011-03-04");
    const headings = page ? all(page.root, "h3").map(textOf) : [];
    expect(headings).toEqual([
      "Brieven die kwamen (1)",
      "Nieuw in het register (3)",
      "Andere status (5)",
      "Niet meer te laat (1)",
    ]);
    expect(page?.text).toContain("nog niet in het register");
  });

  test("a day compared with itself says that nothing changed", async () => {
    const { page } = await app.get("/vergelijken?van=2011-03-03&tot=2011-03-03");
    expect(page?.text).toContain("Tussen deze dagen is er niets veranderd.");
  });

  test("as it stood then, the register did not hold the dossier in 2011", async () => {
    const { page } = await app.get("/vergelijken?van=2011-03-03&tot=2011-03-04&weten=toen");
    expect(page?.text).toContain("Tussen deze dagen is er niets veranderd.");
  });

  test("what was corrected since is told, with what stood there", async () => {
    await recordNow(
      retitled("v3", "Een titel die eerst anders was", stored("SELECT made_on FROM commitments WHERE id = 'v3'")),
    );
    const { page } = await app.get(`/vergelijken?van=2020-01-01&tot=${amsterdamDay(new Date())}`);
    expect(page && all(page.root, "h3").map(textOf)).toContainEqual(
      expect.stringMatching(/^Gecorrigeerd of ingetrokken \(\d+\)$/),
    );
    expect(page?.text).toContain("Een titel die eerst anders was");
    expect((await app.get("/vergelijken?van=2019-01-01&tot=2020-01-01")).page?.text).not.toContain("Gecorrigeerd");
  });

  test.each([
    ["van=2011-03-04&tot=2011-03-03", "De tweede dag ligt voor de eerste."],
    ["van=2011-02-30&tot=2011-03-03", "Dit is geen datum die bestaat."],
    ["van=2011-03-04&tot=2199-03-03", "moet nog komen"],
  ])("%s is answered on the same page", async (query, sentence) => {
    const { status, page } = await app.get(`/vergelijken?${query}`);
    expect(status).toBe(422);
    expect(page?.text).toContain(sentence);
  });
});
