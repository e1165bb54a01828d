/** The lists: names from a day on, two that are one, a ministry that goes on in another, recesses that give dates. */
import Database from "better-sqlite3";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { addDays } from "#app/domain/calendar.ts";
import type { NewEvent } from "#app/domain/events.ts";
import { today } from "#app/server/clock.ts";
import { type Answer, type App, startApp } from "../support/app.ts";
import { all } from "../support/page.ts";

let app: App;
let recordNow: (...fresh: NewEvent[]) => Promise<void>;
let differences: () => Promise<string[]>;

beforeAll(async () => {
  app = await startApp();
  vi.resetModules();
  const { write } = await import("#db/client.ts");
  const { record } = await import("#db/events.ts");
  ({ differences } = await import("#db/verify.ts"));
  recordNow = (...fresh) =>
    write(async (tx) => {
      await record(tx, "register", fresh);
    });
});

const stored = <T>(query: string, ...values: unknown[]): T[] => {
  const connection = new Database(app.databasePath, { readonly: true });
  const found = connection
    .prepare(query)
    .pluck()
    .all(...values) as T[];
  connection.close();
  return found;
};
const numberOf = (id: string) => stored<string>("SELECT number FROM commitments WHERE id = ?", id)[0] ?? "";
const idOf = (table: string, name: string) =>
  stored<string>(`SELECT id FROM ${table} WHERE name = ? ORDER BY rowid DESC`, name)[0] ?? "";
const eventIds = (subjectId: string, kind: string) =>
  stored<string>("SELECT id FROM events WHERE subject_id = ? AND kind = ? ORDER BY seq", subjectId, kind);
const lastMoment = () => stored<string>("SELECT recorded_at FROM events ORDER BY seq DESC LIMIT 1")[0] ?? "";

/** Sends a form as it stands on a page: with its hidden fields, and what was typed in place of what it held. */
async function fill(path: string, doe: string | null, typed: Record<string, string>, from = path): Promise<Answer> {
  const { page } = await app.get(from, "admin");
  const forms = all(page?.root ?? { tag: "", attributes: {}, children: [] }, "form").filter(
    (form) => form.attributes.method === "post" && form.attributes.action !== "/uitloggen",
  );
  const form = forms.find(
    (one) => doe === null || all(one, "button").some(({ attributes }) => attributes.value === doe),
  );
  expect(form, `${from} has a form for ${doe}`).toBeDefined();
  const fields = form ? all(form, "input").filter(({ attributes }) => attributes.type !== "checkbox") : [];
  const held = Object.fromEntries(fields.map(({ attributes: { name = "", value = "" } }) => [name, value]));
  return app.post(path, { ...held, ...(doe && { doe }), ...typed }, "admin");
}

const added = async (list: string, typed: Record<string, string>): Promise<void> => {
  const answer = await app.post(`/beheer/${list}`, typed, "staff");
  expect([answer.status, answer.location], answer.page?.text).toEqual([302, `/beheer/${list}?gedaan=toegevoegd`]);
};
const rename = (path: string, name: string, from: string) => fill(path, "naam", { naam: name, "naam-vanaf": from });
const mergeWith = (path: string, into: string) =>
  fill(`${path}/samenvoegen`, null, { "samen-met": into }, `${path}/samenvoegen?samen-met=${into}`);
const takeBack = (path: string, eventId: string) =>
  app.post(path, { doe: "terug", gebeurtenis: eventId, reden: "vergissing" }, "admin");
const textOn = async (path: string) => (await app.get(path)).page?.text ?? "";

/** A promise of the invented dossier, to a member, in a committee; published. */
const promised = (id: string, more: Record<string, unknown>): NewEvent[] => {
  const on = addDays(today(), -20);
  return [
    {
      subject: "commitment",
      subjectId: id,
      kind: "registered",
      effectiveOn: on,
      payload: {
        title: `Verzonnen toezegging ${id}`,
        text: "Een overzicht sturen.",
        quote: null,
        chamber: "TK",
        origin: { kind: "debate", id: "verzonnen-debat-2", passage: null },
        officeId: "minister-voorbeeld",
        officeHolderId: null,
        ministryId: "voorbeeldministerie",
        committeeId: "voorbeeldcommissie",
        dossierId: "voorbeeld-digitale-loketten",
        topicId: null,
        to: { memberIds: [], groupIds: [] },
        source: null,
        recurring: null,
        ...more,
      },
    },
    {
      subject: "commitment",
      subjectId: id,
      kind: "published",
      effectiveOn: today(),
      payload: { number: `2099-${id.replace(/\D/g, "").padStart(4, "0")}` },
    },
  ] as NewEvent[];
};

beforeEach(async () => {
  expect(await differences()).toEqual([]);
});

describe("A name from a day on", () => {
  test("shows on pages of that day and later, and the old one on pages of before", async () => {
    const path = "/beheer/ministeries/voorbeeldministerie";
    const number = numberOf("v1");
    const before = lastMoment();
    const from = addDays(today(), -30);
    expect((await rename(path, "Ministerie van Nieuwe Voorbeelden", from)).status).toBe(302);
    const page = `/toezeggingen/${number}`;
    expect(await textOn(page)).toContain("Ministerie van Nieuwe Voorbeelden");
    expect(await textOn(`${page}?peildatum=${from}`)).toContain("Ministerie van Nieuwe Voorbeelden");
    const earlier = await textOn(`${page}?peildatum=${addDays(from, -1)}`);
    expect(earlier).toContain("Voorbeeldministerie (verzonnen)");
    expect(earlier).not.toContain("Nieuwe Voorbeelden");
    const known = await textOn(`${page}?peildatum=${today()}&bekend=${before}`);
    expect(known, "what was not known then is not shown").toContain("Voorbeeldministerie (verzonnen)");
    expect(await textOn(`${page}?peildatum=${today()}&bekend=${lastMoment()}`)).toContain("Nieuwe Voorbeelden");
    expect(await differences()).toEqual([]);
  });

  test("may be filled in backwards, and taken back", async () => {
    const path = "/beheer/fracties/fractie-a";
    await rename(path, "Fractie Alfa", "2020-01-01");
    const then = lastMoment();
    await rename(path, "Fractie Aleph", "2010-01-01");
    expect(stored("SELECT name FROM groups WHERE id = 'fractie-a'")).toEqual(["Fractie Alfa"]);
    const { readOn } = await import("#db/reference-day.ts");
    const { entryOf } = await import("#db/reference-entries.ts");
    const nameOn = async (day: string) => (await entryOf("group", "fractie-a", await readOn(day)))?.name;
    expect([await nameOn("2009-12-31"), await nameOn("2010-01-01"), await nameOn("2020-01-01")]).toEqual([
      "Fractie A",
      "Fractie Aleph",
      "Fractie Alfa",
    ]);
    for (const eventId of eventIds("fractie-a", "renamed")) expect((await takeBack(path, eventId)).status).toBe(302);
    expect(stored("SELECT name FROM groups WHERE id = 'fractie-a'")).toEqual(["Fractie A"]);
    const { asKnown } = await import("#db/known.ts");
    expect((await entryOf("group", "fractie-a", await asKnown(then)))?.name).toBe("Fractie Alfa");
  });

  test("that nobody may give twice is refused with a link to what exists, whatever its capitals and spaces", async () => {
    const answer = await app.post("/beheer/fracties", { name: "  fractie   B " }, "staff");
    expect(answer.status).toBe(422);
    expect(answer.page?.text).toContain("Deze naam staat er al");
    expect(answer.page?.links.map(({ text }) => text)).toContain("Fractie B");
    const renamed = await rename("/beheer/fracties/fractie-a", "FRACTIE b", addDays(today(), -1));
    expect(renamed.status).toBe(422);
    expect(renamed.page?.links).toContainEqual({ href: "/beheer/fracties/fractie-b", text: "Fractie B" });
  });

  test("is what search finds by from that day on, and the old one before", async () => {
    const path = "/beheer/commissies/voorbeeldcommissie";
    const from = addDays(today(), -10);
    const before = lastMoment();
    const found = async (q: string, peildatum: string, more = "") =>
      /\d+ toezegging/.exec(await textOn(`/zoeken?q=${q}&soort=toezeggingen&peildatum=${peildatum}${more}`))?.[0] ??
      null;
    const old = await found("voorbeeldcommissie", today());
    expect(old).toMatch(/^[1-9]/);
    await rename(path, "Commissie voor Zonnewijzers", from);
    expect([await found("zonnewijzers", today()), await found("voorbeeldcommissie", today())]).toEqual([old, null]);
    const day = addDays(from, -1);
    expect([await found("zonnewijzers", day), await found("voorbeeldcommissie", day)]).toEqual([null, old]);
    const then = `&bekend=${before}`;
    expect(await found("voorbeeldcommissie", today(), then), "by what was known then").toBe(old);
    await takeBack(path, eventIds("voorbeeldcommissie", "renamed")[0] ?? "");
    expect(await found("voorbeeldcommissie", today())).toBe(old);
  });

  test("of a day that has yet to come is refused, and what was typed stays", async () => {
    const answer = await rename("/beheer/fracties/fractie-a", "Fractie Later", addDays(today(), 1));
    expect(answer.status).toBe(422);
    expect(answer.page?.text).toContain("moet nog komen");
    expect(answer.text).toContain('value="Fractie Later"');
  });

  test("is found again by whoever logs with the old name", async () => {
    const { addMinistry } = await import("#db/reference.ts");
    const { write } = await import("#db/client.ts");
    expect(await write((tx) => addMinistry(tx, "voorbeeldministerie (verzonnen)"))).toBe("voorbeeldministerie");
  });
});

describe("A member with groups over time", () => {
  test("is shown and found under the group of the day of the promise", async () => {
    await added("leden", { name: "Kamerlid Overstap", groupId: "fractie-a", chamber: "TK" });
    const member = idOf("members", "Kamerlid Overstap");
    await recordNow(...promised("overstap-1", { to: { memberIds: [member], groupIds: [] } }));
    const answer = await fill(`/beheer/leden/${member}`, "fractie", {
      fractie: "fractie-b",
      "fractie-vanaf": addDays(today(), -5),
    });
    expect(answer.status).toBe(302);
    expect(await textOn("/toezeggingen/2099-0001")).toContain("Kamerlid Overstap (Fractie A)");
    expect(await textOn("/toezeggingen?fractie=fractie-a")).toContain("2099-0001");
    expect(await textOn("/toezeggingen?fractie=fractie-b")).not.toContain("2099-0001");
    await recordNow({
      subject: "commitment",
      subjectId: "overstap-1",
      kind: "corrected",
      effectiveOn: addDays(today(), -20),
      payload: {
        eventId: eventIds("overstap-1", "registered")[0] ?? "",
        fields: { effectiveOn: addDays(today(), -2) },
        reason: "dag verschreven",
      },
    });
    expect(await textOn("/toezeggingen/2099-0001")).toContain("Kamerlid Overstap (Fractie B)");
    expect(await textOn("/toezeggingen?fractie=fractie-b")).toContain("2099-0001");
  });
});

describe("Two that were entered twice", () => {
  test("are one person in pages, filters and counts; taken back they are two again", async () => {
    await added("leden", { name: "Kamerlid Dubbel", groupId: "fractie-a", chamber: "TK" });
    await added("leden", { name: "Kamerlid Dubel", groupId: "fractie-a", chamber: "TK" });
    const [one, other] = [idOf("members", "Kamerlid Dubbel"), idOf("members", "Kamerlid Dubel")];
    await recordNow(...promised("dubbel-2", { to: { memberIds: [one], groupIds: [] } }));
    await recordNow(...promised("dubbel-3", { to: { memberIds: [one, other], groupIds: [] } }));
    const payloads = () => stored("SELECT payload FROM events ORDER BY seq");
    const [kept, before] = [payloads(), lastMoment()];

    const path = `/beheer/leden/${other}`;
    const seen = (await app.get(`${path}/samenvoegen?samen-met=${one}`, "admin")).page?.text ?? "";
    expect(seen).toContain("Kamerlid Dubel Fractie A · Gepubliceerd: 1 toezegging.");
    expect(seen).toContain("Gepubliceerd: 2 toezeggingen.");
    expect((await mergeWith(path, one)).location).toBe(`/beheer/leden/${one}?gedaan=samengevoegd`);

    expect(payloads().slice(0, kept.length), "no event was rewritten").toEqual(kept);
    const page = await textOn("/toezeggingen/2099-0003");
    expect(page).toContain("Kamerlid Dubbel (Fractie A)");
    expect(page).not.toContain("Dubel");
    expect((await textOn("/toezeggingen")).includes("Kamerlid Dubel")).toBe(false);
    expect((await app.get(`/toezeggingen?lid=${other}&status=openstaand`)).location).toBe(
      `/toezeggingen?lid=${one}&status=openstaand`,
    );
    expect(await textOn(`/toezeggingen?lid=${one}`)).toContain("2 toezeggingen");
    const fixed = await textOn(`/toezeggingen/2099-0003?peildatum=${today()}&bekend=${before}`);
    expect(fixed, "a page that was fixed before keeps both").toContain("Kamerlid Dubel (Fractie A)");
    expect(await differences()).toEqual([]);

    const again = await app.post(`/beheer/leden/${other}/samenvoegen`, { "samen-met": one, gezien: "0" }, "admin");
    expect(again.status, "it is merged already").toBe(422);

    expect((await takeBack(path, eventIds(other, "merged")[0] ?? "")).status).toBe(302);
    expect(await textOn("/toezeggingen/2099-0003")).toContain("Kamerlid Dubel (Fractie A)");
    expect(await textOn(`/toezeggingen?lid=${other}`)).toContain("1 toezegging");
  });

  test("as a topic: the old address leads to the other one, also from the list of what is followed", async () => {
    await added("onderwerpen", { name: "Wachttijd", dossierId: "voorbeeld-digitale-loketten", description: "" });
    const twin = idOf("topics", "Wachttijd");
    await recordNow(...promised("onderwerp-4", { topicId: twin }));
    expect((await app.get("/onderwerpen/wachttijd")).status).toBe(200);
    await mergeWith(`/beheer/onderwerpen/${twin}`, "wachttijden");
    expect((await app.get("/onderwerpen/wachttijd")).location).toBe("/onderwerpen/voorbeeld-wachttijden");
    expect((await app.get("/gevolgd?onderwerp=wachttijd")).location).toBe("/gevolgd?onderwerp=voorbeeld-wachttijden");
    expect(await textOn("/onderwerpen/voorbeeld-wachttijden")).toContain("2099-0004");
    const { page } = await app.get("/beheer/onderwerpen?zoek=wachttijd", "staff");
    expect(page?.text).toContain("1 regel voor");
  });

  test("as a committee: its clerk keeps what was theirs, and gets it back when the merge is taken back", async () => {
    await added("commissies", { name: "Voorbeeldcommissie twee", chamber: "TK" });
    const into = idOf("committees", "Voorbeeldcommissie twee");
    const sheet = `/werk/toezeggingen/v1`;
    await mergeWith("/beheer/commissies/voorbeeldcommissie", into);
    expect(stored("SELECT committee_id FROM accounts WHERE role = 'clerk'")).toEqual([into]);
    expect((await app.get(sheet, "clerk")).status).toBe(200);
    expect(await textOn(`/toezeggingen/${numberOf("v1")}`)).toContain("Voorbeeldcommissie twee");
    expect((await app.get("/werk/dossiers/voorbeeld-digitale-loketten", "clerk")).status).toBe(200);
    await takeBack("/beheer/commissies/voorbeeldcommissie", eventIds("voorbeeldcommissie", "merged")[0] ?? "");
    expect(stored("SELECT committee_id FROM accounts WHERE role = 'clerk'")).toEqual(["voorbeeldcommissie"]);
    expect((await app.get(sheet, "clerk")).status).toBe(200);
  });

  test("as a group: who sat in it sits in the other", async () => {
    await added("fracties", { name: "Fractie Bee" });
    const twin = idOf("groups", "Fractie Bee");
    await added("leden", { name: "Kamerlid Bee", groupId: twin, chamber: "TK" });
    const member = idOf("members", "Kamerlid Bee");
    await recordNow(...promised("groep-5", { to: { memberIds: [member], groupIds: [twin] } }));
    await fill(`/beheer/leden/${member}`, "fractie", { fractie: "", "fractie-vanaf": addDays(today(), -1) });
    await mergeWith(`/beheer/fracties/${twin}`, "fractie-b");
    expect(await differences()).toEqual([]);
    const page = await textOn("/toezeggingen/2099-0005");
    expect(page).toContain("Kamerlid Bee (Fractie B)");
    expect(page).not.toContain("Fractie Bee");
    expect(await textOn("/toezeggingen?fractie=fractie-b")).toContain("2099-0005");
  });

  test("that cannot be one are refused with the reason", async () => {
    await added("leden", { name: "Kamerlid Eerste", groupId: "", chamber: "EK" });
    const inOther = idOf("members", "Kamerlid Eerste");
    const self = await app.get("/beheer/leden/kamerlid-a/samenvoegen?samen-met=kamerlid-a", "admin");
    expect(self.page?.text).toContain("Dit is een en dezelfde regel");
    const chamber = await app.post(
      "/beheer/leden/kamerlid-a/samenvoegen",
      { "samen-met": inOther, gezien: "0" },
      "admin",
    );
    expect(chamber.status).toBe(422);
    expect(chamber.page?.text).toContain("De een hoort bij de Tweede Kamer");
  });
});

describe("A ministry that goes on in another", () => {
  test("keeps what it settled; what is open counts at the other from that day on", async () => {
    await added("ministeries", { name: "Ministerie van Verzonnen Zaken", abbreviation: "VZ", tooi: "" });
    const into = idOf("ministries", "Ministerie van Verzonnen Zaken");
    const on = addDays(today(), -10);
    const openBefore = stored<number>("SELECT count(DISTINCT commitment_id) FROM periods WHERE ministry_id = ?", into);
    expect(openBefore).toEqual([0]);
    const answer = await fill("/beheer/ministeries/voorbeeldministerie", "opvolger", {
      opvolger: into,
      "opvolger-vanaf": on,
    });
    expect(answer.status).toBe(302);
    const open = numberOf("v2");
    expect(await textOn(`/toezeggingen?ministerie=${into}`)).toContain(open);
    expect(await textOn(`/toezeggingen?ministerie=${into}`)).not.toContain(numberOf("v1"));
    expect(await textOn(`/toezeggingen?ministerie=voorbeeldministerie&peildatum=${addDays(on, -1)}`)).toContain(open);
    expect(await textOn("/toezeggingen?ministerie=voorbeeldministerie")).toContain(numberOf("v1"));
    expect(await differences()).toEqual([]);
    const circle = await fill(`/beheer/ministeries/${into}`, "opvolger", {
      opvolger: "voorbeeldministerie",
      "opvolger-vanaf": on,
    });
    expect(circle.page?.text).toContain("gaat zelf al op in dit ministerie");
    await takeBack("/beheer/ministeries/voorbeeldministerie", eventIds("voorbeeldministerie", "succeeded")[0] ?? "");
    expect(stored("SELECT count(*) FROM periods WHERE ministry_id = ?", into)).toEqual([0]);
  });
});

describe("A form that two have open", () => {
  test("tells the second what the first changed, keeps what both typed, and loses nothing", async () => {
    await added("ministeries", { name: "Ministerie van Twee Lezers", abbreviation: "TL", tooi: "" });
    const path = `/beheer/ministeries/${idOf("ministries", "Ministerie van Twee Lezers")}`;
    const form = (typed: Record<string, string>) => ({
      doe: "wijzig",
      "was-abbreviation": "TL",
      "was-tooi": "",
      abbreviation: "TL",
      tooi: "",
      ...typed,
    });
    const tooi = "https://identifier.overheid.nl/tooi/id/ministerie/mnre0000";
    expect((await app.post(path, form({ abbreviation: "2L" }), "admin")).status).toBe(302);
    const second = await app.post(path, form({ abbreviation: "MTL", tooi }), "admin");
    expect(second.status).toBe(422);
    expect(second.page?.text).toContain("Afkorting: een collega maakte van “TL” intussen “2L”.");
    expect(second.text).toContain('value="MTL"');
    expect(second.text).toContain(`value="${tooi}"`);
    expect(stored("SELECT abbreviation FROM ministries WHERE name = 'Ministerie van Twee Lezers'")).toEqual(["2L"]);
    const third = await app.post(path, form({ "was-abbreviation": "2L", abbreviation: "MTL", tooi }), "admin");
    expect(third.status).toBe(302);
    expect(stored("SELECT tooi FROM ministries WHERE name = 'Ministerie van Twee Lezers'")).toEqual([tooi]);
  });

  test("refuses a name that a colleague gave first", async () => {
    const path = "/beheer/fracties/fractie-b";
    await rename(path, "Fractie Beta", addDays(today(), -3));
    const late = await app.post(
      path,
      { doe: "naam", gezien: "0", naam: "Fractie Bèta", "naam-vanaf": addDays(today(), -2) },
      "admin",
    );
    expect(late.status).toBe(422);
    expect(late.page?.text).toContain("Een collega legde hier intussen iets vast");
    expect(late.text).toContain('value="Fractie Bèta"');
  });
});

describe("Who held an office", () => {
  test("is one person at a time; a gap is possible, and so is a day on which one follows the other", async () => {
    const holder = (name: string, from: string, until: string) => ({
      name,
      officeId: "minister-voorbeeld",
      from,
      until,
    });
    await added("bewindspersonen", holder("bewindspersoon P", "2020-01-10", "2021-03-01"));
    await added("bewindspersonen", holder("bewindspersoon Q", "2021-03-01", "2022-01-01"));
    await added("bewindspersonen", holder("bewindspersoon R", "2023-01-01", ""));
    const answer = await app.post("/beheer/bewindspersonen", holder("bewindspersoon S", "2021-12-31", ""), "staff");
    expect(answer.status).toBe(422);
    expect(answer.page?.text).toContain("bewindspersoon Q had dit ambt in dezelfde tijd");
    expect(answer.text).toContain('value="bewindspersoon S"');
    const backwards = await app.post(
      "/beheer/bewindspersonen",
      holder("bewindspersoon T", "2019-01-02", "2019-01-01"),
      "staff",
    );
    expect(backwards.page?.text).toContain("De laatste dag ligt voor de eerste.");
    const merged = await app.get(
      `/beheer/bewindspersonen/${idOf("office_holders", "bewindspersoon P")}/samenvoegen?samen-met=${idOf("office_holders", "bewindspersoon Q")}`,
      "admin",
    );
    expect(merged.page?.text).toContain("De periodes spreken elkaar tegen");
  });
});

describe("Taking out of a list", () => {
  test("is possible for what nothing names, and for nothing else", async () => {
    await added("onderwerpen", { name: "Te veel", dossierId: "voorbeeld-digitale-loketten", description: "" });
    const id = idOf("topics", "Te veel");
    expect((await app.post(`/beheer/onderwerpen/${id}`, { doe: "weg" }, "admin")).status).toBe(302);
    expect(stored("SELECT id FROM topics WHERE id = ?", id)).toEqual([]);
    for (const path of [
      "onderwerpen/wachttijden",
      "fracties/fractie-a",
      "ambten/minister-voorbeeld",
      "commissies/voorbeeldcommissie",
    ]) {
      const answer = await app.post(`/beheer/${path}`, { doe: "weg" }, "admin");
      expect([path, answer.status]).toEqual([path, 422]);
      expect(answer.page?.text).toContain("Weghalen kan niet");
    }
  });

  test("a topic with promises in it stays in its dossier", async () => {
    const answer = await fill("/beheer/onderwerpen/wachttijden", "wijzig", { dossierId: "aanpak-kinderpornografie" });
    expect(answer.status).toBe(422);
    expect(answer.page?.text).toContain("kan niet meer verhuizen");
  });
});

describe("A recess", () => {
  const start = `${Number(today().slice(0, 4)) + 1}-02-12`;
  const year = start.slice(0, 4);
  const recess = {
    chamber: "EK",
    name: "voorjaar",
    start,
    end: addDays(start, 9),
    basis: "Verzonnen rooster",
    source: "",
  };

  test("that somebody enters gives a date to what waited for it", async () => {
    await recordNow(...promised("reces-6", { chamber: "EK", committeeId: null }), {
      subject: "commitment",
      subjectId: "reces-6",
      kind: "deadline_set",
      effectiveOn: addDays(today(), -20),
      payload: {
        deadline: {
          words: "voor het voorjaarsreces",
          earliest: null,
          latest: null,
          event: null,
          beforeEvent: false,
          derived: "voor het voorjaarsreces: reces nog niet bekend",
        },
        reason: null,
        passage: null,
        awaitedId: null,
      },
    });
    expect((await app.get("/beheer/recessen", "staff")).page?.text).toContain("2099-0006");
    const answer = await app.post("/beheer/recessen", recess, "staff");
    expect(answer.location).toBe("/beheer/recessen?gedaan=vastgelegd&termijnen=1");
    expect((await app.get(answer.location ?? "", "staff")).page?.text).toContain("1 termijn heeft hierdoor een datum.");
    expect(await textOn("/toezeggingen/2099-0006")).toContain(`11 februari ${year}`);
    expect(await differences()).toEqual([]);
  });

  test("is entered once, never beside another on the same days, and says where it stands", async () => {
    const twice = await app.post("/beheer/recessen", recess, "staff");
    expect(twice.page?.text).toContain(`Het voorjaarsreces van ${year} staat er al`);
    const shared = await app.post("/beheer/recessen", { ...recess, name: "verkiezing" }, "staff");
    expect(shared.page?.text).toContain("Deze dagen vallen samen met het voorjaarsreces");
    const unsourced = await app.post("/beheer/recessen", { ...recess, basis: "" }, "staff");
    expect(unsourced.page?.text).toContain("Schrijf waar deze dagen staan");
  });

  test("is corrected with a reason, moves what waits for it, and can be taken back", async () => {
    const [id = ""] = stored<string>("SELECT id FROM recesses WHERE basis = 'Verzonnen rooster'");
    const path = `/beheer/recessen/${id}`;
    const [later, end] = [addDays(start, 7), addDays(start, 16)];
    const moved = { chamber: "EK", name: "voorjaar", start: later, end };
    expect((await fill(path, "verbeter", moved)).page?.text).toContain("Schrijf waarom");
    expect((await fill(path, "verbeter", { ...moved, reden: "verschreven" })).status).toBe(302);
    expect(await textOn("/toezeggingen/2099-0006")).toContain(`18 februari ${year}`);
    const late = await app.post(path, { ...recess, doe: "verbeter", reden: "anders", gezien: "1" }, "admin");
    expect(late.page?.text).toContain("Een collega veranderde dit intussen");
    expect((await fill(path, "terug", { "reden-terug": "bestaat niet" })).status).toBe(302);
    expect(stored("SELECT id FROM recesses WHERE id = ?", id)).toEqual([]);
    expect((await app.get("/beheer/recessen", "staff")).page?.text).toContain("2099-0006");
    expect(await differences()).toEqual([]);
  });
});

test("the export tells of names that something published bears, and nothing of a name that only a draft knows", async () => {
  await added("leden", { name: "Kamerlid Alleen In Concept", groupId: "", chamber: "TK" });
  const id = idOf("members", "Kamerlid Alleen In Concept");
  await rename(`/beheer/leden/${id}`, "Kamerlid Nog Steeds Geheim", addDays(today(), -1));
  const { text } = await app.get("/keten/uitvoer");
  expect(text).toContain("Ministerie van Nieuwe Voorbeelden");
  expect(text).toContain('"kind":"merged"');
  expect(text).not.toContain("Alleen In Concept");
  expect(text).not.toContain("Nog Steeds Geheim");
});

test("search finds a name without its accents, and says how many there are", async () => {
  await added("leden", { name: "Kamerlid Zoë", groupId: "fractie-a", chamber: "TK" });
  const { page } = await app.get("/beheer/leden?zoek=zoe", "staff");
  expect(page?.text).toContain("1 regel voor “zoe”.");
  expect(page?.text).toContain("Kamerlid Zoë");
});

test("a list that there is not is not there", async () => {
  for (const path of ["/beheer/koekjes", "/beheer/leden/niemand", "/beheer/ministeries/justitie/samenvoegen"])
    expect((await app.get(path, "admin")).status, path).toBe(404);
});
