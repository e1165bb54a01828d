/** Every kind of event is corrected and withdrawn through the pages, and the public reads what stood there. */
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { addDays, dayInWords } from "#app/domain/calendar.ts";
import type { NewEvent, RegisterEvent } from "#app/domain/events.ts";
import { today } from "#app/server/clock.ts";
import { type Answer, type App, startApp, type Visitor } from "../support/app.ts";
import { all, textOf } from "../support/page.ts";

const TODAY = today();
const day = (days: number) => addDays(TODAY, days);
const inWords = (days: number) => dayInWords(day(days));

let app: App;
beforeAll(async () => {
  app = await startApp();
  await recordExtras();
});

/** What no page records yet, and the register holds all the same. */
async function recordExtras(): Promise<void> {
  vi.resetModules(); // the connections that loaded the demo are closed
  const { write } = await import("#db/client.ts");
  const { record } = await import("#db/events.ts");
  const commitment = (subjectId: string) => ({ subject: "commitment", subjectId }) as const;
  const item = { subject: "item", subjectId: "verzonnen-maatregel" } as const;
  const passage = { letterId: "verzonnen-brief-1", anchor: null, place: "Inleiding, 1e alinea" };
  const extras: NewEvent[] = [
    {
      ...commitment("v5"),
      kind: "judged",
      effectiveOn: day(-30),
      payload: { verdict: "not_met", rest: { kind: "unchanged" }, committeeId: "voorbeeldcommissie", note: null },
    },
    {
      ...commitment("v4"),
      kind: "reopened",
      effectiveOn: day(-20),
      payload: { reason: "Toch nodig.", decider: "de commissie" },
    },
    {
      ...commitment("v9"),
      kind: "linked",
      effectiveOn: day(-10),
      payload: { relation: "repeats", commitmentId: "v2" },
    },
    {
      ...commitment("v9"),
      kind: "evidence_added",
      effectiveOn: day(-9),
      payload: {
        source: "Rapport (verzonnen)",
        url: null,
        date: day(-9),
        dateWords: null,
        consultedOn: null,
        shows: "Er is gepraat.",
      },
    },
    {
      ...commitment("v8"),
      kind: "deadline_set",
      effectiveOn: day(-8),
      payload: {
        deadline: {
          words: "zodra het advies er is",
          earliest: null,
          latest: null,
          event: "condition",
          beforeEvent: false,
          derived: "Wacht op het advies.",
        },
        reason: "Er komt een advies (verzonnen).",
        passage,
        awaitedId: "advies-verzonnen",
      },
    },
    {
      subject: "calendar",
      subjectId: "advies-verzonnen",
      kind: "happened",
      effectiveOn: day(-5),
      payload: { awaitedId: "advies-verzonnen", what: "het advies" },
    },
    {
      ...item,
      kind: "registered",
      effectiveOn: day(-60),
      payload: {
        itemKind: "measure",
        title: "Loketten langer open (verzonnen)",
        text: "De loketten gaan langer open.",
        dossierId: "voorbeeld-digitale-loketten",
        topicId: "wachttijden",
        origin: null,
        by: null,
        deadline: null,
        source: "Verzonnen voorbeeld.",
        evidence: null,
        measure: {
          category: "openingstijden",
          partners: ["Gemeente A"],
          term: "6-9 maanden",
          fromMonth: 6,
          untilMonth: 9,
          start: null,
          inDoubt: true,
        },
        figure: null,
      },
    },
    { ...item, kind: "published", effectiveOn: TODAY, payload: { number: "M2026-0099" } },
    { ...item, kind: "mentioned", effectiveOn: day(-6), payload: { passage, note: "Genoemd." } },
    {
      subject: "letter",
      subjectId: "verzonnen-brief-1",
      kind: "remarked",
      effectiveOn: day(-150),
      payload: { passage, why: "Deze zin noemt een ander jaar." },
    },
    {
      subject: "dossier",
      subjectId: "voorbeeld-digitale-loketten",
      kind: "told_date_set",
      effectiveOn: day(-40),
      payload: { expectedOn: day(40), words: dayInWords(day(40)), source: "verzonnen" },
    },
  ];
  await write((tx) => record(tx, "register", extras));
}

const rows = <T>(query: string, ...values: string[]): T[] => {
  const connection = new Database(app.databasePath, { readonly: true });
  const found = connection.prepare(query).all(...values) as T[];
  connection.close();
  return found;
};
const eventId = (subjectId: string, kind: string): string =>
  rows<{ id: string }>(
    "SELECT id FROM events WHERE subject_id = ? AND kind = ? ORDER BY seq DESC LIMIT 1",
    subjectId,
    kind,
  )[0]?.id ?? "";
const numberOf = (id: string): string =>
  rows<{ number: string }>("SELECT number FROM commitments WHERE id = ?", id)[0]?.number ?? "";
const lastEvents = (count: number): RegisterEvent[] =>
  rows<{ payload: string; subject: string; kind: string }>(
    "SELECT * FROM events ORDER BY seq DESC LIMIT ?",
    String(count),
  ).map((row) => ({ ...row, payload: JSON.parse(row.payload) }) as unknown as RegisterEvent);

/** The form of a page as a browser sends it back: every field as it stands there. */
function formOn({ page }: Answer): Record<string, string | string[]> {
  const form: Record<string, string> = {};
  for (const field of page ? all(page.root, "input", "textarea", "select") : []) {
    const { name, value = "" } = field.attributes;
    const isUnticked = ["checkbox", "radio"].includes(field.attributes.type ?? "") && !("checked" in field.attributes);
    if (!name || name === "peildatum" || isUnticked) continue;
    const chosen = all(field, "option").find((option) => "selected" in option.attributes);
    form[name] =
      field.tag === "textarea" ? textOf(field) : field.tag === "select" ? (chosen?.attributes.value ?? "") : value;
  }
  return form;
}

const REASON = "Dit was verkeerd overgenomen.";

async function correct(id: string, fields: Record<string, string>, as: Visitor, reason = REASON) {
  const path = `/werk/gebeurtenissen/${id}/corrigeren`;
  const form = { ...formOn(await app.get(path, as)), ...fields, reden: reason };
  const preview = await app.post(path, { ...form, doe: "bekijk" }, as);
  const saved = await app.post(path, { ...formOn(preview), doe: "vastleggen" }, as);
  return { preview, saved };
}

interface Case {
  subject: string;
  kind: string;
  fields: Record<string, string>;
  /** What the preview says. */
  preview: string;
  /** What the public then reads, and where. */
  read: [path: () => string, text: string];
  as?: Visitor;
}

const commitmentPage = (id: string) => () => `/toezeggingen/${numberOf(id)}`;
const LIST = () => "/correcties";
const stood = (was: string) =>
  `Hier stond tot ${dayInWords(TODAY)}: ${was}, gecorrigeerd omdat dit was verkeerd overgenomen.`;

const CASES: Case[] = [
  {
    subject: "v1",
    kind: "registered",
    fields: { "veld-title": "De Kamer informeren over alle storingen" },
    preview: "Titel: was De Kamer informeren over storingen, wordt De Kamer informeren over alle storingen",
    read: [commitmentPage("v1"), `Titel: ${stood("De Kamer informeren over storingen")}`],
  },
  {
    subject: "v2",
    kind: "deadline_set",
    fields: { "veld-deadline": "binnen een maand" },
    preview: "Termijn: was “binnen een half jaar”",
    read: [commitmentPage("v2"), "Hier stond tot"],
  },
  {
    subject: "v1",
    kind: "reported",
    fields: { "veld-claim": "partly_met", "veld-note": "Alleen de cijfers." },
    preview: "Wat het ministerie meldt: was voldaan, wordt deels voldaan",
    read: [commitmentPage("v1"), `Wat het ministerie meldt: ${stood("voldaan")}`],
  },
  {
    subject: "v5",
    kind: "judged",
    as: "clerk",
    fields: { "veld-verdict": "met" },
    preview: "Oordeel: was niet voldaan, wordt voldaan",
    read: [commitmentPage("v5"), `Oordeel: ${stood("niet voldaan")}`],
  },
  {
    subject: "v4",
    kind: "lapsed",
    as: "clerk",
    fields: { "veld-decider": "de hele Kamer" },
    preview: "Besluit van: was de Voorbeeldcommissie, wordt de hele Kamer",
    read: [commitmentPage("v4"), `Besluit van: ${stood("de Voorbeeldcommissie")}`],
  },
  {
    subject: "v4",
    kind: "reopened",
    as: "clerk",
    fields: { "veld-effectiveOn": day(-19) },
    preview: `Dag van het besluit: was ${inWords(-20)}, wordt ${inWords(-19)}`,
    read: [commitmentPage("v4"), `Dag van het besluit: ${stood(inWords(-20))}`],
  },
  {
    subject: "v9",
    kind: "linked",
    fields: { "veld-relation": "adds_to" },
    preview: "Verband: was herhaalt, wordt vult aan",
    read: [commitmentPage("v9"), `Verband: ${stood("herhaalt")}`],
  },
  {
    subject: "v9",
    kind: "evidence_added",
    fields: { "veld-shows": "Er is twee keer gepraat." },
    preview: "Wat de bron laat zien: was Er is gepraat., wordt Er is twee keer gepraat.",
    read: [commitmentPage("v9"), `Wat de bron laat zien: ${stood("Er is gepraat.")}`],
  },
  {
    subject: "advies-verzonnen",
    kind: "happened",
    fields: { "veld-effectiveOn": day(-4) },
    preview: `Gebeurd op: was ${inWords(-5)}, wordt ${inWords(-4)}`,
    read: [LIST, `Gebeurd op: ${inWords(-5)}`],
  },
  {
    subject: "verzonnen-debat-1",
    kind: "registered",
    fields: { "veld-paper": "36 999, nr. 12" },
    preview: "Nummer van het verslag: was niets, wordt 36 999, nr. 12",
    read: [() => "/debatten/verzonnen-debat-1", stood("niets")],
  },
  {
    subject: "verzonnen-brief-1",
    kind: "registered",
    fields: { "veld-sender": "De Minister van Andere Voorbeelden" },
    preview: "Afzender: was De Minister van Voorbeelden, bewindspersoon X, wordt De Minister van Andere Voorbeelden",
    read: [() => "/brieven/verzonnen-brief-1", stood("De Minister van Voorbeelden, bewindspersoon X")],
  },
  {
    subject: "verzonnen-brief-1",
    kind: "remarked",
    fields: { "veld-why": "Deze zin noemt het vorige jaar." },
    preview: "Opmerking: was Deze zin noemt een ander jaar., wordt Deze zin noemt het vorige jaar.",
    read: [() => "/brieven/verzonnen-brief-1", `Opmerking: ${stood("Deze zin noemt een ander jaar.")}`],
  },
  {
    subject: "voorbeeld-digitale-loketten",
    kind: "coverage_set",
    fields: { "veld-from": day(-230) },
    preview: `Gevolgd vanaf: was ${inWords(-220)}, wordt ${inWords(-230)}`,
    read: [() => "/dossiers/voorbeeld-digitale-loketten", `Gevolgd vanaf: ${stood(inWords(-220))}`],
  },
  {
    subject: "voorbeeld-digitale-loketten",
    kind: "rhythm_set",
    fields: { "veld-lettersPerYear": "4" },
    preview: "Brieven per jaar: was 2, wordt 4",
    read: [() => "/dossiers/voorbeeld-digitale-loketten", `Brieven per jaar: ${stood("2")}`],
  },
  {
    subject: "voorbeeld-digitale-loketten",
    kind: "told_date_set",
    as: "clerk",
    fields: { "veld-expectedOn": day(50) },
    preview: `Verwacht uiterlijk op: was ${inWords(40)}, wordt ${inWords(50)}`,
    read: [() => "/dossiers/voorbeeld-digitale-loketten", `Verwacht uiterlijk op: ${stood(inWords(40))}`],
  },
  {
    subject: "verzonnen-maatregel",
    kind: "registered",
    fields: { "veld-measure-partners": "Gemeente A; Gemeente B", "veld-measure-inDoubt": "false" },
    preview: "Partners: was Gemeente A, wordt Gemeente A; Gemeente B",
    read: [() => "/gevolgd/M2026-0099", `Gemeente A, Gemeente B ${stood("Gemeente A")}`],
  },
  {
    subject: "verzonnen-maatregel",
    kind: "mentioned",
    fields: { "veld-note": "Genoemd als plan." },
    preview: "Toelichting: was Genoemd., wordt Genoemd als plan.",
    read: [LIST, "Toelichting: Genoemd."],
  },
];

describe("Every kind of event is corrected by the same page:", () => {
  test.each(CASES.map((one) => [`${one.subject} ${one.kind}`, one] as const))("%s", async (_name, one) => {
    const { subject, kind, fields, preview: expected, read, as = "staff" } = one;
    const before = lastEvents(1)[0];
    const { preview, saved } = await correct(eventId(subject, kind), fields, as);
    expect(preview.status, preview.page?.text).toBe(200);
    expect(preview.page?.text).toContain(expected);
    expect(lastEvents(2)[1]?.id, "the preview records nothing").toBe(lastEvents(2)[1]?.id);
    expect(saved.status, saved.page?.text).toBe(302);
    expect(saved.location).toMatch(/^\/werk\/geschiedenis\/.*gedaan=gecorrigeerd$/);
    expect(lastEvents(1)[0]?.id).not.toBe(before?.id);
    const { page } = await app.get(read[0]());
    expect(page?.text).toContain(read[1]);
    expect((await app.get(saved.location ?? "", as)).page?.text).toContain(`Reden: ${REASON}`);
  });
});

const correctPath = (id: string) => `/werk/gebeurtenissen/${id}/corrigeren`;
const withdrawPath = (id: string) => `/werk/gebeurtenissen/${id}/intrekken`;
const textAt = async (path: string, as?: Visitor) => (await app.get(path, as)).page?.text ?? "";
const countEvents = () => rows<{ n: number }>("SELECT count(*) AS n FROM events")[0]?.n ?? 0;

describe("What stood there is told", () => {
  test("on the page as it was on an old day, from the day on which the corrected event holds", async () => {
    const path = `/toezeggingen/${numberOf("v1")}?peildatum=`;
    expect(await textAt(path + day(-100))).toContain(stood("De Kamer informeren over storingen"));
    expect(await textAt(path + day(-100))).toContain("De Kamer informeren over alle storingen");
    expect(await textAt(path + day(-215))).not.toContain("Wat het ministerie meldt: Hier stond");
    expect(await textAt(path + day(-230))).not.toContain("Hier stond tot");
  });

  test("not on a page that is fixed at a moment before the correction", async () => {
    const [first] = rows<{ at: string }>(
      "SELECT recorded_at AS at FROM events WHERE kind = 'corrected' ORDER BY seq LIMIT 1",
    );
    const before = new Date(Date.parse(first?.at ?? "") - 1).toISOString();
    const fixed = `?peildatum=${TODAY}&bekend=${before}`;
    const text = await textAt(`/toezeggingen/${numberOf("v1")}${fixed}`);
    expect(text).toContain("De Kamer informeren over storingen");
    expect(text).not.toContain("Hier stond tot");
    expect(await textAt(`/correcties${fixed}`)).toContain("Er is niets gecorrigeerd of ingetrokken.");
  });

  test("on the list: the last first, of one dossier, on the day asked for, without names of accounts", async () => {
    const text = await textAt("/correcties");
    expect(text).toContain("20 correcties en intrekkingen.".replace("20", String(CASES.length)));
    expect(text.indexOf("Toelichting: Genoemd.")).toBeLessThan(
      text.indexOf("Titel: De Kamer informeren over storingen"),
    );
    expect(text).toContain(REASON);
    for (const name of ["Medewerker", "Griffier", "voorbeeld@"]) expect(text).not.toContain(name);
    expect(await textAt("/correcties?dossier=aanpak-kinderpornografie")).toContain("0 correcties en intrekkingen.");
    expect(await textAt(`/correcties?peildatum=${day(-230)}`)).toContain("1 correctie of intrekking.");
  });

  test("the changes of a draft are nobody's business, not after its publication either", async () => {
    const form = { ...formOn(await app.get("/werk/debatten/verzonnen-debat-2", "staff")) };
    const row = Object.keys(form).find((name) => /^rij-\d+-what$/.test(name)) ?? "";
    const changed = { ...form, [row]: "Uitzoeken of de loketten op zondag open kunnen", doe: "bewaar" };
    const kept = await app.post("/werk/debatten/verzonnen-debat-2", changed, "staff");
    expect(kept.status, kept.page?.text).toBe(302);
    const published = { ...formOn(await app.get("/werk/debatten/verzonnen-debat-2", "staff")), doe: "publiceer" };
    const open = await app.post("/werk/debatten/verzonnen-debat-2", published, "staff");
    expect(open.status, open.page?.text).toBe(302);
    expect(numberOf("v10")).toMatch(/^\d{4}-\d{4}$/);
    expect(await textAt("/correcties")).not.toContain("weekend");
    expect(await textAt(`/toezeggingen/${numberOf("v10")}`)).not.toContain("Hier stond tot");
  });
});

describe("What does not fit gets its sentence, and nothing is recorded:", () => {
  test.each<[string, string, string, Record<string, string>, string]>([
    [
      "a day that is none",
      "v1",
      "registered",
      { "veld-effectiveOn": "2026-02-30" },
      "“2026-02-30” is geen dag die bestaat.",
    ],
    [
      "a day to come",
      "v1",
      "registered",
      { "veld-effectiveOn": day(3) },
      "Een toezegging kan niet op een dag zijn die nog moet komen.",
    ],
    ["an empty title", "v1", "registered", { "veld-title": "" }, "Dit kan niet leeg blijven: titel."],
    [
      "a member that nobody knows",
      "v1",
      "registered",
      { "veld-to": "Niemand (Fractie A)" },
      "Niemand (Fractie A) staat niet in de lijst",
    ],
    [
      "a number that is none",
      "v9",
      "linked",
      { "veld-commitmentId": "1999-0001" },
      "Toezegging 1999-0001 staat niet in het register.",
    ],
    [
      "a paper that is none",
      "verzonnen-debat-2",
      "registered",
      { "veld-paper": "nummer zeven" },
      "“nummer zeven” is geen nummer van een Kamerstuk",
    ],
    [
      "a letter received before it was written",
      "verzonnen-brief-2",
      "registered",
      { "veld-receivedOn": day(-90) },
      "De Kamer kan de brief niet hebben gekregen voor hij geschreven was.",
    ],
    [
      "a last day before the first",
      "voorbeeld-digitale-loketten",
      "coverage_set",
      { "veld-until": day(-300) },
      "De laatste dag ligt voor de eerste.",
    ],
    ["nothing that changed", "v2", "registered", {}, "Er is nog niets veranderd"],
  ])("%s", async (_name, subject, kind, fields, sentence) => {
    const before = countEvents();
    const id = eventId(subject, kind);
    const form = { ...formOn(await app.get(correctPath(id), "staff")), ...fields, reden: REASON, doe: "vastleggen" };
    const answer = await app.post(correctPath(id), form, "staff");
    expect(answer.status).toBe(422);
    expect(answer.page?.text).toContain(sentence);
    expect(formOn(answer)).toMatchObject({ ...fields, reden: REASON });
    expect(countEvents()).toBe(before);
  });

  test("without a reason nothing is corrected and nothing withdrawn", async () => {
    const before = countEvents();
    const id = eventId("v2", "registered");
    const form = { ...formOn(await app.get(correctPath(id), "staff")), "veld-title": "Iets anders", doe: "vastleggen" };
    const answers = [
      await app.post(correctPath(id), form, "staff"),
      await app.post(withdrawPath(id), { reden: " " }, "staff"),
    ];
    for (const { status, page } of answers) {
      expect(status).toBe(422);
      expect(page?.text).toContain("Schrijf waarom: de reden staat daarna voor iedereen in het register.");
    }
    expect(formOn(answers[0] as Answer)["veld-title"]).toBe("Iets anders");
    expect(countEvents()).toBe(before);
  });

  test("a clerk does not correct a commitment out of the hands of the own committee", async () => {
    const before = countEvents();
    const id = eventId("v2", "registered");
    const form = { ...formOn(await app.get(correctPath(id), "clerk")), "veld-committeeId": "", reden: REASON };
    const answer = await app.post(correctPath(id), { ...form, doe: "vastleggen" }, "clerk");
    expect(answer.status).toBe(422);
    expect(answer.page?.text).toContain("niet meer van uw commissie");
    expect(countEvents()).toBe(before);
  });
});

describe("Two people at one event:", () => {
  test("the second is told what the first changed, and both changes hold in the end", async () => {
    const id = eventId("v2", "registered");
    const [first, second] = [await app.get(correctPath(id), "staff"), await app.get(correctPath(id), "clerk")];
    const saved = await app.post(
      correctPath(id),
      {
        ...formOn(first),
        "veld-title": "Een lijst sturen van alle loketten",
        reden: "De titel klopte niet.",
        doe: "vastleggen",
      },
      "staff",
    );
    expect(saved.status).toBe(302);
    const late = {
      ...formOn(second),
      "veld-text": "Een overzicht van alle loketten per gemeente.",
      reden: "De tekst klopte niet.",
      doe: "vastleggen",
    };
    const told = await app.post(correctPath(id), late, "clerk");
    expect(told.status).toBe(409);
    expect(told.page?.text).toMatch(
      /Medewerker Voorbeeldministerie heeft dit op .* veranderd, nadat u dit formulier opende/,
    );
    expect(told.page?.text).toContain(
      "Titel: was Een overzicht sturen van alle loketten, is nu Een lijst sturen van alle loketten",
    );
    expect(told.page?.text).toContain("Een overzicht van alle loketten per gemeente.");
    const merged = formOn(told);
    expect([merged["veld-title"], merged["veld-text"], merged.reden]).toEqual([
      "Een lijst sturen van alle loketten",
      "Een overzicht van alle loketten per gemeente.",
      "De tekst klopte niet.",
    ]);
    expect((await app.post(correctPath(id), { ...merged, doe: "vastleggen" }, "clerk")).status).toBe(302);
    const page = await textAt(`/toezeggingen/${numberOf("v2")}`);
    expect(page).toContain("Een lijst sturen van alle loketten");
    expect(page).toContain("Een overzicht van alle loketten per gemeente.");
  });

  test("what is sent twice is kept once", async () => {
    const id = eventId("v2", "registered");
    const form = {
      ...formOn(await app.get(correctPath(id), "staff")),
      "veld-source": "Nagekeken.",
      reden: REASON,
      doe: "vastleggen",
    };
    expect((await app.post(correctPath(id), form, "staff")).status).toBe(302);
    const before = countEvents();
    expect((await app.post(correctPath(id), form, "staff")).status).toBe(302);
    expect(countEvents()).toBe(before);
  });

  test("what was withdrawn in the meantime is not corrected, and what was typed is shown", async () => {
    const id = eventId("v9", "evidence_added");
    const form = { ...formOn(await app.get(correctPath(id), "staff")), "veld-source": "Ander rapport", reden: REASON };
    expect((await app.post(withdrawPath(id), { reden: "Het rapport gaat over iets anders." }, "clerk")).status).toBe(
      302,
    );
    const answer = await app.post(correctPath(id), { ...form, doe: "vastleggen" }, "staff");
    expect(answer.status).toBe(409);
    expect(answer.page?.text).toContain("Dit is intussen ingetrokken");
    expect(answer.page?.text).toContain("Bron: Ander rapport");
    const again = await app.post(withdrawPath(id), { reden: "Ook ik." }, "staff");
    expect(again.status).toBe(409);
    expect(again.page?.text).toContain("U had als reden getypt: Ook ik.");
  });
});

describe("A letter's day", () => {
  const moved = () =>
    rows<{ subject: string; effective: string }>(
      `SELECT c.subject_id AS subject, json_extract(c.payload, '$.fields.effectiveOn') AS effective
       FROM events c WHERE c.kind = 'corrected' AND c.recorded_at = (SELECT max(recorded_at) FROM events WHERE kind = 'corrected')`,
    );
  let correction = "";

  test("moves what it reported, and the preview names the commitments", async () => {
    const { preview, saved } = await correct(
      eventId("verzonnen-brief-1", "registered"),
      { "veld-date": day(-120) },
      "staff",
    );
    expect(preview.page?.text).toContain(`Datum: was ${inWords(-150)}, wordt ${inWords(-120)}`);
    expect(preview.page?.text).toContain(`${numberOf("v1")}: De Kamer informeren over alle storingen`);
    expect(preview.page?.text).toMatch(/van \d+ \S+ \d+ tot en met .*: was .*deels voldaan.*; wordt openstaand/);
    expect(saved.status, saved.page?.text).toBe(302);
    expect(
      moved()
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(
      ["v1", "v5", "v8", "verzonnen-brief-1", "verzonnen-brief-1", "verzonnen-brief-1"].filter((id) => id !== "v8"),
    );
    expect(new Set(moved().map(({ effective }) => effective))).toEqual(new Set([day(-120)]));
    correction =
      rows<{ id: string }>(
        "SELECT id FROM events WHERE subject_id = 'verzonnen-brief-1' AND kind = 'corrected' ORDER BY seq DESC LIMIT 3",
      ).at(-1)?.id ?? "";
    expect(await textAt("/brieven/verzonnen-brief-1")).toContain(stood(inWords(-150)));
  });

  test("goes back with all that moved along when the correction is withdrawn", async () => {
    expect((await app.post(withdrawPath(correction), { reden: "De eerste datum klopte toch." }, "staff")).status).toBe(
      302,
    );
    const [reported] = rows<{ from_day: string }>(
      "SELECT from_day FROM periods WHERE commitment_id = 'v1' AND status = 'partly_met' ORDER BY from_day",
    );
    expect(reported?.from_day).toBe(day(-150));
    const text = await textAt("/brieven/verzonnen-brief-1");
    expect(text).toContain(
      `Hier stond tot ${dayInWords(TODAY)}: ${inWords(-120)}, gecorrigeerd omdat de eerste datum klopte toch.`,
    );
  });

  test("of another kind makes what waited for a progress letter wait again", async () => {
    const { preview } = await correct(
      eventId("verzonnen-brief-1", "registered"),
      { "veld-letterKind": "other" },
      "staff",
    );
    expect(preview.page?.text).toContain(`${numberOf("v3")}: Terugkomen op de openingstijden`);
    expect(preview.page?.text).toMatch(/was openstaand, \S+ dagen te laat; wordt openstaand, nog niet nagegaan/);
  });
});

describe("Withdrawing", () => {
  test("a published commitment takes it from the lists; its page says when and why", async () => {
    const number = numberOf("v9");
    const link = eventId("v9", "linked");
    expect((await app.post(withdrawPath(link), { reden: "Verkeerd verband." }, "staff")).status).toBe(302);
    expect(await textAt(`/toezeggingen/${number}`)).toContain("Ingetrokken op");
    const id = eventId("v9", "registered");
    expect(await textAt(withdrawPath(id), "staff")).toContain("Dit verdwijnt uit alle lijsten en tellingen.");
    expect((await app.post(withdrawPath(id), { reden: "Dit is niet toegezegd." }, "staff")).status).toBe(302);
    expect(await textAt("/toezeggingen")).not.toContain(number);
    const gone = await app.get(`/toezeggingen/${number}`);
    expect(gone.status).toBe(410);
    expect(gone.page?.text).toContain(`op die dag ingetrokken en telt niet meer mee. De reden: Dit is niet toegezegd.`);
    expect((await app.get(`/toezeggingen/${number}?peildatum=${day(-30)}`)).status).toBe(410);
    expect((await app.get("/toezeggingen/v9")).status).toBe(404);
    expect(await textAt("/correcties")).toContain("Dit is niet toegezegd.");

    const withdrawal = eventId("v9", "withdrawn");
    expect((await app.post(withdrawPath(withdrawal), { reden: "Toch wel toegezegd." }, "staff")).status).toBe(302);
    expect((await app.get(`/toezeggingen/${number}`)).status).toBe(200);
    expect(await textAt("/correcties")).toContain("Zelf weer ingetrokken op");
  });

  test("something else that is followed does the same to its page", async () => {
    const id = eventId("verzonnen-maatregel", "registered");
    expect(await textAt("/gevolgd")).toContain("Loketten langer open (verzonnen)");
    expect((await app.post(withdrawPath(id), { reden: "Dit is geen maatregel." }, "clerk")).status).toBe(302);
    expect(await textAt("/gevolgd")).not.toContain("Loketten langer open (verzonnen)");
    const gone = await app.get("/gevolgd/M2026-0099");
    expect([gone.status, gone.page?.text.includes("De reden: Dit is geen maatregel.")]).toEqual([410, true]);
  });

  test("is refused where somebody built on it, and says what", async () => {
    const before = countEvents();
    const cases: [id: string, sentence: string][] = [
      [eventId("v1", "registered"), "Het ministerie meldt: deels voldaan."],
      [
        eventId("verzonnen-debat-1", "registered"),
        `Toezegging ${numberOf("v1")}: De Kamer informeren over alle storingen verwijst hiernaar.`,
      ],
      [eventId("verzonnen-brief-1", "registered"), "verwijst hiernaar."],
    ];
    for (const [id, sentence] of cases) {
      expect(await textAt(withdrawPath(id), "staff")).toContain(sentence);
      const answer = await app.post(withdrawPath(id), { reden: REASON }, "staff");
      expect(answer.status).toBe(409);
      expect(answer.page?.text).toContain(`U had als reden getypt: ${REASON}`);
    }
    expect(countEvents()).toBe(before);
  });

  test("a remark leaves it struck through with the letter, in words too", async () => {
    expect(
      (await app.post(withdrawPath(eventId("verzonnen-brief-1", "remarked")), { reden: "Er is niets geks." }, "staff"))
        .status,
    ).toBe(302);
    const { page } = await app.get("/brieven/verzonnen-brief-1");
    const struck = page ? all(page.root, "del").map(textOf) : [];
    expect(struck).toContain("Opmerking bij de brief: Deze zin noemt het vorige jaar.");
    expect(page?.text).toContain(`Ingetrokken op ${dayInWords(TODAY)}, omdat er is niets geks.`);
  });

  test("is not offered for what is undone elsewhere, nor to who has no say in it", async () => {
    expect((await app.get(withdrawPath(eventId("v1", "published")), "staff")).status).toBe(404);
    expect((await app.get(withdrawPath(eventId("v5", "judged")), "staff")).status).toBe(404);
    expect((await app.get(correctPath(eventId("v5", "judged")), "staff")).status).toBe(404);
    expect((await app.get(withdrawPath(eventId("v5", "judged")), "clerk")).status).toBe(200);
  });
});

test("after all of this the stored rows are what the events say", async () => {
  vi.resetModules();
  const { differences } = await import("#db/verify.ts");
  expect(await differences()).toEqual([]);
});
