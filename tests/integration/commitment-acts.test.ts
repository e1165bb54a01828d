/** What people do to one commitment through its pages: what is asked, what is refused, what is recorded, who is told. */
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, dayInWords } from "#app/domain/calendar.ts";
import { today } from "#app/server/clock.ts";
import { ACCOUNTS, type Account, type Answer, type App, type Form, startApp } from "../support/app.ts";
import { all, textOf } from "../support/page.ts";
import { storedHistory, storedRows } from "../support/stored-rows.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});

const stored = <T>(query: string, ...values: unknown[]): T[] => storedRows<T>(app, query, ...values);

const eventsOf = (id: string) => storedHistory(app, id);
const lastOf = (id: string) => eventsOf(id).at(-1);
const numberOf = (id: string): string =>
  stored<{ number: string }>("SELECT number FROM commitments WHERE id = ?", id)[0]?.number ?? "";
const madeOn = (id: string): string =>
  stored<{ madeOn: string }>("SELECT made_on AS madeOn FROM commitments WHERE id = ?", id)[0]?.madeOn ?? "";

const at = (id: string, act: string) => `/werk/toezeggingen/${id}/${act}`;
const fieldIn = ({ page }: Answer, name: string): string | null => {
  const field =
    page && all(page.root, "input", "select", "textarea").find(({ attributes }) => attributes.name === name);
  if (!field) return null;
  if (field.tag === "textarea") return textOf(field);
  if (field.tag === "input") return field.attributes.value ?? "";
  return all(field, "option").find(({ attributes }) => "selected" in attributes)?.attributes.value ?? "";
};
/** Each field with a problem, and the sentence. */
const problemsIn = ({ page }: Answer): Record<string, string> =>
  Object.fromEntries(
    (page ? all(page.root, "div") : [])
      .filter(({ attributes: { id = "" } }) => id.endsWith("-problem"))
      .map((one) => [(one.attributes.id ?? "").replace("-problem", "").replace("veld-", ""), textOf(one)]),
  );

/** Fields by their own names, as the form sends them. */
const sent = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`veld-${name}`, value]));

/** Opens the form, fills it in and looks at what will be recorded; then records it where nothing is wrong. */
async function act(id: string, name: string, fields: Record<string, string>, as: Account): Promise<Answer> {
  const form = { ...sent(fields), gezien: fieldIn(await app.get(at(id, name), as), "gezien") ?? "" };
  const looked = await app.post(at(id, name), { ...form, doe: "bekijk" }, as);
  return looked.status === 200 ? app.post(at(id, name), { ...form, doe: "vastleggen" }, as) : looked;
}

const DAY = addDays(today(), -3);
const LETTER = "verzonnen-brief-2";

describe("A deadline", () => {
  test("of the ministry's own planning is recorded without a passage, and moves nothing", async () => {
    const before = (await app.get(`/toezeggingen/${numberOf("v8")}`)).page?.text;
    const looked = await app.post(
      at("v8", "uitstellen"),
      {
        ...sent({ deadline: "1 mei 2040", effectiveOn: DAY, reason: "Er is meer overleg nodig" }),
        gezien: fieldIn(await app.get(at("v8", "uitstellen"), "staff"), "gezien") ?? "",
        doe: "bekijk",
      },
      "staff",
    );
    expect(looked.page?.text).toContain("Planning van het ministerie, niet gemeld: “1 mei 2040”");
    expect(eventsOf("v8").filter(({ kind }) => kind === "deadline_set")).toHaveLength(1);

    expect((await act("v8", "uitstellen", { deadline: "1 mei 2040", effectiveOn: DAY }, "staff")).status).toBe(302);
    expect(lastOf("v8")).toMatchObject({
      kind: "deadline_set",
      effectiveOn: DAY,
      payload: { passage: null, deadline: { latest: "2040-05-01" } },
    });
    const after = (await app.get(`/toezeggingen/${numberOf("v8")}`)).page?.text ?? "";
    expect(after).toContain("Planning van het ministerie, niet aan de Kamer gemeld: “1 mei 2040”");
    const inForce = (text = "") => /Termijn “[^”]*”/.exec(text)?.[0];
    expect(inForce(after)).toBe(inForce(before));
  });

  test("that a letter told holds from the day the Kamer had that letter, whatever day it is typed", async () => {
    const fields = { deadline: "1 juni 2040", passage: LETTER, "passage-1": "Slot", effectiveOn: "" };
    expect((await act("v8", "uitstellen", fields, "staff")).status).toBe(302);
    const [letter] = stored<{ day: string }>("SELECT day FROM letters WHERE id = ?", LETTER);
    expect(lastOf("v8")).toMatchObject({
      kind: "deadline_set",
      effectiveOn: letter?.day,
      payload: { passage: { letterId: LETTER, anchor: null, place: "Slot" }, deadline: { latest: "2040-06-01" } },
    });
    expect((await app.get(`/toezeggingen/${numberOf("v8")}`)).page?.text).toContain("Verschoven 1 keer");
  });

  test.each([
    ["no day", { deadline: "1 mei 2040", effectiveOn: "" }, "effectiveOn", /niet vanzelf vandaag/],
    ["a day to come", { deadline: "1 mei 2040", effectiveOn: addDays(today(), 1) }, "effectiveOn", /moet nog komen/],
    ["no words", { deadline: "", effectiveOn: DAY }, "deadline", /^Vul dit in/],
    ["a day that is none", { deadline: "1 mei 2040", effectiveOn: "2011-02-31" }, "effectiveOn", /geen dag/],
    [
      "a letter on another day",
      { deadline: "1 mei 2040", passage: LETTER, "passage-1": "Slot", effectiveOn: DAY },
      "effectiveOn",
      /Laat de dag leeg/,
    ],
    [
      "a letter without a place",
      { deadline: "1 mei 2040", passage: LETTER, "passage-1": "" },
      "passage",
      /waar het in de brief staat/,
    ],
  ])(
    "with %s is refused with a sentence, and what was typed is still there",
    async (_what, fields, field, sentence) => {
      const count = eventsOf("v8").length;
      const answer = await act("v8", "uitstellen", fields as unknown as Record<string, string>, "staff");
      expect(answer.status).toBe(422);
      expect(problemsIn(answer)[field]).toMatch(sentence);
      expect(fieldIn(answer, "veld-deadline")).toBe(fields.deadline);
      expect(eventsOf("v8")).toHaveLength(count);
    },
  );

  test("of before the promise is refused with the day of the promise", async () => {
    const on = addDays(madeOn("v8"), -1);
    const answer = await act("v8", "uitstellen", { deadline: "1 mei 2040", effectiveOn: on }, "staff");
    expect(problemsIn(answer).effectiveOn).toBe(
      `${dayInWords(on)} is voor de toezegging zelf. Die is gedaan op ${dayInWords(madeOn("v8"))}.`,
    );
  });
});

describe("A claim and a verdict", () => {
  const rest = { rest: "", "rest-1": "", "rest-2": "" };

  test("ask what becomes of the rest where not all is met", async () => {
    const claim = { passage: LETTER, "passage-1": "passage 1", claim: "partly_met", ...rest };
    expect(problemsIn(await act("v3", "melden", claim, "staff")).rest).toBe("Kies wat er met de rest gebeurt.");
    const verdict = { verdict: "not_met", ...rest, effectiveOn: DAY };
    expect(problemsIn(await act("v3", "oordelen", verdict, "clerk")).rest).toBe("Kies wat er met de rest gebeurt.");
  });

  test("stand next to each other on the work sheet and the public page, and differ in the register", async () => {
    const claim = { passage: LETTER, "passage-1": "Slot", claim: "met", ...rest };
    expect((await act("v3", "melden", claim, "staff")).status).toBe(302);
    expect(lastOf("v3")).toMatchObject({ kind: "reported", payload: { claim: "met", rest: { kind: "unchanged" } } });
    const alone = "/toezeggingen?oordeel=verschilt";
    expect((await app.get(alone)).page?.text).toContain(
      "Geen toezeggingen: ministerie en commissie oordelen verschillend",
    );
    const knownBefore = new Date().toISOString();

    const verdict = {
      verdict: "not_met",
      ...rest,
      rest: "unchanged",
      note: "Het antwoord ontbreekt.",
      effectiveOn: DAY,
    };
    expect((await act("v3", "oordelen", verdict, "clerk")).status).toBe(302);
    expect(lastOf("v3")).toMatchObject({
      kind: "judged",
      effectiveOn: DAY,
      payload: { committeeId: "voorbeeldcommissie" },
    });

    const [letter] = stored<{ date: string }>("SELECT date FROM letters WHERE id = ?", LETTER);
    for (const [path, as] of [
      [`/toezeggingen/${numberOf("v3")}`, "stranger"],
      ["/werk/toezeggingen/v3", "clerk"],
    ] as const) {
      const text = (await app.get(path, as)).page?.text;
      expect(text).toContain(`Het ministerie meldt voldaan (brief van ${dayInWords(letter?.date ?? "")}, Slot)`);
      expect(text).toContain(`De commissie oordeelt niet voldaan (${dayInWords(DAY)})Het antwoord ontbreekt.`);
      expect(text).toContain("Het ministerie en de commissie oordelen verschillend.");
      expect(text).not.toContain("Het register kent nog geen antwoord.");
    }
    expect((await app.get(alone)).page?.text).toContain("1 toezegging: ministerie en commissie oordelen verschillend");
    expect((await app.get(`${alone}&peildatum=${addDays(DAY, -1)}`)).page?.text).toContain("Geen toezeggingen:");
    expect((await app.get(`${alone}&bekend=${knownBefore}`)).page?.text).toContain("Geen toezeggingen:");
  });
});

describe("Lapsing and opening again", () => {
  test("both need a reason and who decided", async () => {
    for (const name of ["vervallen", "heropenen"]) {
      const answer = await act("v5", name, { reason: "", decider: "", effectiveOn: DAY }, "clerk");
      expect(problemsIn(answer)).toEqual({ reason: expect.any(String), decider: expect.any(String) });
    }
  });

  test("follow each other, and each is refused where it makes no sense", async () => {
    const decision = { reason: "De wet is ingetrokken", decider: "Voorbeeldcommissie", effectiveOn: DAY };
    const early = await act("v5", "heropenen", decision, "clerk");
    expect(problemsIn(early).effectiveOn).toContain("was deze toezegging deels voldaan");
    expect((await act("v5", "vervallen", decision, "clerk")).status).toBe(302);
    expect((await app.get("/werk/toezeggingen/v5", "clerk")).page?.text).toContain(
      "Van niemand wordt nu iets gevraagd.",
    );
    const late = await act("v5", "uitstellen", { deadline: "1 mei 2040", effectiveOn: today() }, "staff");
    expect(problemsIn(late).effectiveOn).toContain("was deze toezegging vervallen");
    expect((await act("v5", "heropenen", { ...decision, effectiveOn: today() }, "clerk")).status).toBe(302);
    expect(
      eventsOf("v5")
        .map(({ kind }) => kind)
        .slice(-2),
    ).toEqual(["lapsed", "reopened"]);
  });
});

describe("Evidence and links", () => {
  test("a source counts from its own date", async () => {
    const source = { shows: "De proef loopt", source: "Verzonnen jaarverslag", date: DAY };
    expect((await act("v3", "bron", source, "staff")).status).toBe(302);
    expect(lastOf("v3")).toMatchObject({ kind: "evidence_added", effectiveOn: DAY, payload: { url: null } });
    const undated = { shows: "De proef liep", source: "Verzonnen verslag", date: "" };
    expect(problemsIn(await act("v3", "bron", undated, "staff")).date).toContain("Weet u die niet");
  });

  test("a commitment is linked to another, not to itself, nor as the same promise in the same Kamer", async () => {
    const link = { relation: "repeats", commitmentId: numberOf("v1"), effectiveOn: DAY };
    expect(problemsIn(await act("v1", "verbinden", link, "staff")).commitmentId).toBe("Dat is deze toezegging zelf.");
    const same = await act("v3", "verbinden", { ...link, relation: "same_promise" }, "staff");
    expect(problemsIn(same).relation).toContain("aan dezelfde Kamer gedaan");
    const unknown = await act("v3", "verbinden", { ...link, commitmentId: "1999-0001" }, "staff");
    expect(problemsIn(unknown).commitmentId).toContain("staat niet in het register");
    expect((await act("v3", "verbinden", link, "staff")).status).toBe(302);
    expect((await app.get(`/toezeggingen/${numberOf("v3")}`)).page?.text).toContain(
      `Herhaalt toezegging ${numberOf("v1")}`,
    );
    const again = await act("v3", "verbinden", link, "staff");
    expect([again.status, again.page?.text]).toEqual([
      422,
      expect.stringContaining("Dit staat al zo in het register."),
    ]);
  });
});

describe("Handing over", () => {
  const OTHER: Account = "staff of another ministry";
  const hand = (id: string) =>
    act(id, "overdragen", { ministryId: "veiligheid-en-justitie", effectiveOn: DAY }, "staff");

  test("it stays with the first ministry until the other accepts it, and waits on that one's desk", async () => {
    expect((await hand("v2")).status).toBe(302);
    expect((await app.get("/werk", OTHER)).page?.text).toContain("Aan u overgedragen");
    expect((await app.get("/werk/toezeggingen/v2", "staff")).status).toBe(200);
    expect((await app.get("/werk/toezeggingen/v2", OTHER)).status).toBe(404);
    expect((await app.get(at("v2", "aanvaarden"), "staff")).status).toBe(404);

    const early = await act("v2", "aanvaarden", { effectiveOn: addDays(DAY, -1) }, OTHER);
    expect(problemsIn(early).effectiveOn).toContain("pas overgedragen op");
    expect((await act("v2", "aanvaarden", { effectiveOn: today() }, OTHER)).status).toBe(302);
    expect(lastOf("v2")).toMatchObject({ kind: "accepted", payload: { ministryId: "veiligheid-en-justitie" } });
    expect((await app.get("/werk/toezeggingen/v2", OTHER)).status).toBe(200);
    expect((await app.get("/werk/toezeggingen/v2", "staff")).status).toBe(404);
    expect((await app.get("/werk", OTHER)).page?.text).not.toContain("Aan u overgedragen");
  });

  test("refused with a reason it stays where it was, and the reason is public", async () => {
    await hand("v6");
    expect(problemsIn(await act("v6", "weigeren", { reason: "" }, OTHER)).reason).toMatch(/^Vul dit in/);
    const refused = await act("v6", "weigeren", { reason: "Dit onderwerp ligt bij u" }, OTHER);
    expect(refused.location).toBe("/werk?gedaan=geweigerd");
    const handed = stored<{ id: string }>("SELECT id FROM events WHERE subject_id = 'v6' AND kind = 'handed_over'");
    expect(lastOf("v6")).toMatchObject({ kind: "withdrawn", payload: { eventId: handed[0]?.id } });
    expect((await app.get("/werk/toezeggingen/v6", "staff")).status).toBe(200);
    expect((await app.get("/correcties")).page?.text).toContain("Dit onderwerp ligt bij u");
    expect((await app.get(at("v6", "aanvaarden"), OTHER)).status).toBe(404);
  });
});

describe("Two people at one commitment", () => {
  test("the second is told what the first recorded, field by field, keeps what was typed, and chooses", async () => {
    const path = at("v7", "uitstellen");
    const gezien = fieldIn(await app.get(path, "staff"), "gezien") ?? "";
    const first = await act(
      "v7",
      "vervallen",
      { reason: "Niet meer nodig", decider: "Voorbeeldcommissie", effectiveOn: DAY },
      "clerk",
    );
    expect(first.status).toBe(302);
    await act(
      "v7",
      "heropenen",
      { reason: "Toch nodig", decider: "Voorbeeldcommissie", effectiveOn: today() },
      "clerk",
    );
    const colleague = sent({ deadline: "1 mei 2040", effectiveOn: today(), reason: "Eerste" });
    const seen = fieldIn(await app.get(path, "staff"), "gezien") ?? "";
    expect((await app.post(path, { ...colleague, gezien: seen, doe: "vastleggen" }, "staff")).status).toBe(302);

    const count = eventsOf("v7").length;
    const mine: Form = { ...sent({ deadline: "1 juli 2041", effectiveOn: today(), reason: "Tweede" }), gezien };
    const told = await app.post(path, { ...mine, doe: "vastleggen" }, "staff");
    expect(told.status).toBe(409);
    expect(eventsOf("v7")).toHaveLength(count);
    expect(told.page?.text).toContain("Er is nog niets van u vastgelegd");
    const rows = all(told.page?.root ?? { tag: "", attributes: {}, children: [] }, "tr").map((row) =>
      all(row, "th", "td").map(textOf),
    );
    expect(rows).toContainEqual([
      "Planning, niet gemeld",
      "geen",
      "“1 mei 2040” (uiterlijk 1 mei 2040)",
      "“1 juli 2041” (uiterlijk 1 juli 2041)",
    ]);
    expect(rows).toContainEqual(["Reden van het uitstel", "", "Eerste", "Tweede"]);
    expect(fieldIn(told, "veld-deadline")).toBe("1 juli 2041");
    expect(fieldIn(told, "veld-reason")).toBe("Tweede");

    const again = { ...mine, gezien: fieldIn(told, "gezien") ?? "", doe: "vastleggen" } as Form;
    expect((await app.post(path, again, "staff")).status).toBe(302);
    expect(lastOf("v7")?.payload).toMatchObject({ reason: "Tweede" });
  });

  test("a form that is sent twice is kept once", async () => {
    const path = at("v7", "uitstellen");
    const gezien = fieldIn(await app.get(path, "staff"), "gezien") ?? "";
    const form = {
      ...sent({ deadline: "1 augustus 2041", effectiveOn: today(), reason: "" }),
      gezien,
      doe: "vastleggen",
    };
    const count = eventsOf("v7").length;
    const answers = await Promise.all([app.post(path, form, "staff"), app.post(path, form, "staff")]);
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(eventsOf("v7")).toHaveLength(count + 1);
  });

  test("who names an owner after somebody else did is told whom, and keeps what was chosen", async () => {
    const path = "/werk/toezeggingen/v7";
    const gezien = fieldIn(await app.get(path, "staff"), "gezien") ?? "";
    const [staff] = stored<{ id: string; name: string }>(
      "SELECT id, name FROM accounts WHERE email = ?",
      ACCOUNTS.staff,
    );
    const first = { dossierhouder: staff?.id ?? "", "eigen-datum": "2030-05-01", gezien };
    expect((await app.post(path, first, "staff")).status).toBe(302);
    const second = { ...first, "eigen-datum": "2030-06-01" };
    const told = await app.post(path, second, "staff");
    expect([told.status, fieldIn(told, "eigen-datum")]).toEqual([409, "2030-06-01"]);
    expect(told.page?.text).toContain(`koos intussen ${staff?.name}, met 1 mei 2030 als eigen datum`);
    const again = { ...second, gezien: fieldIn(told, "gezien") ?? "" };
    expect((await app.post(path, again, "staff")).status).toBe(302);
    expect(fieldIn(await app.get(path, "staff"), "eigen-datum")).toBe("2030-06-01");
  });
});
