/**
 * A reminder from the clerk's form to what is taken over: what is asked, what stays as it was sent, who gets it, and that
 * an answer changes nothing before somebody takes it over.
 */
import { beforeAll, describe, expect, test, vi } from "vitest";
import { addDays, addMonths, dayInWords } from "#app/domain/calendar.ts";
import { today } from "#app/server/clock.ts";
import { type Account, type Answer, type App, type Form, startApp } from "../support/app.ts";
import { pagesOf } from "../support/libre-office.ts";
import { headerOf, type MailServer, startMailServer, textOf as textOfMail } from "../support/mail-server.ts";
import { all, type Element, textOf } from "../support/page.ts";
import { changeRows, storedHistory, storedRows } from "../support/stored-rows.ts";

const OTHER: Account = "staff of another ministry";
const EXAMPLE = "voorbeeldministerie";
const LETTER = "verzonnen-brief-2";

let app: App;
let mail: MailServer;
beforeAll(async () => {
  app = await startApp();
  mail = await startMailServer();
});

const stored = <T>(query: string, ...values: unknown[]): T[] => storedRows<T>(app, query, ...values);

const change = (sql: string, ...values: unknown[]): void => changeRows(app, sql, ...values);

const eventsOf = (id: string) => storedHistory(app, id);
const eventCount = () => stored<{ n: number }>("SELECT count(*) AS n FROM events")[0]?.n ?? 0;
const numberOf = (id: string): string =>
  stored<{ number: string }>("SELECT number FROM commitments WHERE id = ?", id)[0]?.number ?? "";
const letterDay = (): string => stored<{ day: string }>("SELECT day FROM letters WHERE id = ?", LETTER)[0]?.day ?? "";
const actsOf = (reminderId: string): string[] =>
  stored<{ kind: string }>("SELECT kind FROM acts WHERE thing_id = ? ORDER BY id", reminderId).map(({ kind }) => kind);
const answersIn = (reminderId: string) =>
  stored<{ id: string; sent: string | null; outcome: string | null }>(
    "SELECT commitment_id AS id, sent, outcome FROM reminder_answers WHERE reminder_id = ?",
    reminderId,
  );

/** What a browser would send of the page, without its buttons. */
function formIn({ page }: Answer): Record<string, string> {
  const sent: Record<string, string> = {};
  const main = page ? all(page.root, "main")[0] : undefined;
  for (const field of main ? all(main, "input", "select", "textarea") : []) {
    const { name = "", type = "text", value = "" } = field.attributes;
    if (name === "" || (type === "radio" && !("checked" in field.attributes))) continue;
    sent[name] = field.tag === "textarea" ? textOf(field) : field.tag === "select" ? chosenIn(field) : value;
  }
  return sent;
}
const NO_PAGE: Element = { tag: "", attributes: {}, children: [] };
const chosenIn = (select: Element): string =>
  all(select, "option").find(({ attributes }) => "selected" in attributes)?.attributes.value ?? "";
const buttonsIn = ({ page }: Answer): string[] => (page ? all(page.root, "button").map(textOf) : []);
/** The numbers of commitments under each heading of a reminder. */
const groupsIn = ({ page }: Answer, under = ""): Record<string, string[]> =>
  Object.fromEntries(
    ["late", "coming", "without_term"].map((group) => {
      const section =
        page && all(page.root, "section").find((one) => one.attributes["aria-labelledby"] === under + group);
      const links = section ? all(section, "a").map(({ attributes }) => attributes.href ?? "") : [];
      return [group, links.map((href) => href.replace("/toezeggingen/", ""))];
    }),
  );

const compose = (asked: Record<string, string>, as: Account = "clerk") =>
  app.get(`/werk/rappels/nieuw?${new URLSearchParams({ ministerie: EXAMPLE, ...asked })}`, as);
/** Looks at a reminder and sends it. Answers its path. */
async function send(asOf = today(), ministerie = EXAMPLE): Promise<string> {
  const { gezien = "" } = formIn(await compose({ peildatum: asOf, ministerie }));
  const sent = await app.post("/werk/rappels/nieuw", { ministerie, peildatum: asOf, gezien, doe: "verstuur" }, "clerk");
  expect(sent.status, sent.page?.text).toBe(302);
  return (sent.location ?? "").replace(/\?.*$/, "");
}
const idOf = (path: string): string => path.replace("/werk/rappels/", "");

/** The place of a commitment in a reminder, by which its fields are called. */
const placeOf = (path: string, commitmentId: string): number =>
  (
    JSON.parse(
      stored<{ edition: string }>("SELECT edition FROM reminders WHERE id = ?", idOf(path))[0]?.edition ?? "{}",
    ) as { rows: { commitmentId: string }[] }
  ).rows.findIndex((row) => row.commitmentId === commitmentId);

type Typed = Partial<Record<"kind" | "letterId" | "place" | "words" | "reason", string>>;
/** Fills in answers on the page as it is now, and presses a button. */
async function answer(path: string, typed: Record<string, Typed>, doe: string, opened?: Answer): Promise<Answer> {
  const form: Form = formIn(opened ?? (await app.get(`${path}/antwoord`, "staff")));
  for (const [id, fields] of Object.entries(typed))
    for (const [name, value] of Object.entries(fields)) form[`antwoord-${placeOf(path, id)}-${name}`] = value;
  return app.post(`${path}/antwoord`, { ...form, doe }, "staff");
}
const chosen = (path: string, choices: Record<string, string>, more: Record<string, string> = {}): Form => ({
  ...Object.fromEntries(Object.entries(choices).map(([id, how]) => [`kies-${placeOf(path, id)}-hoe`, how])),
  ...more,
});
const take = (path: string, form: Form, doe: string) =>
  app.post(`${path}/overnemen`, { ...form, doe } as Form, "clerk");
/** Looks at what would come of it, and records that. */
async function takeOver(path: string, choices: Record<string, string>, more: Record<string, string> = {}) {
  const looked = await take(path, chosen(path, choices, more), "bekijk");
  expect(looked.status, looked.page?.text).toBe(200);
  return take(path, formIn(looked), "vastleggen");
}

const DONE: Typed = { kind: "gedaan", letterId: LETTER, place: "passage 1", words: "", reason: "" };
const LATER: Typed = { kind: "termijn", letterId: "", words: "1 maart 2041", reason: "Er is meer overleg nodig" };

describe("What a reminder asks", () => {
  test("stands in three groups as it was on the day, and names what is open and not asked", async () => {
    const page = await compose({ peildatum: today() });
    const inHalfYear = `${today().slice(0, 4)}-12-31` <= addMonths(today(), 6);
    expect(groupsIn(page, `${EXAMPLE}-`)).toEqual({
      late: [numberOf("v3"), numberOf("v2")],
      coming: [numberOf("v8"), ...(inHalfYear ? [numberOf("v5")] : [])],
      without_term: [numberOf("v9")],
    });
    const text = page.page?.text ?? "";
    expect(text).toContain(`37 dagentermijn liep af op ${dayInWords(addDays(today(), -37))}; geen uitstel gemeld`);
    expect(text).toContain(`niet teruggekomen in de brief van ${dayInWords(addDays(today(), -150))}`);
    expect(text).toContain("kan beantwoord zijn in een brief die het ministerie nog niet heeft nagegaan");
    for (const id of ["v1", "v4"]) expect(text).not.toContain(numberOf(id));
    expect(text).not.toContain("Uitzoeken of de loketten in het weekend open kunnen");
  });

  test("is of that day: what became late since was still to come", async () => {
    const groups = groupsIn(await compose({ peildatum: addDays(today(), -40) }), `${EXAMPLE}-`);
    expect(groups.late).toEqual([numberOf("v3")]);
    expect(groups.coming).toEqual(expect.arrayContaining([numberOf("v2"), numberOf("v6"), numberOf("v7")]));
    const early = await compose({ peildatum: addDays(today(), -300) });
    expect(early.page?.text).toContain("Er is op deze dag niets te vragen");
  });

  test("is of this committee alone: of another ministry there is nothing", async () => {
    const page = await compose({ peildatum: today(), ministerie: "veiligheid-en-justitie" });
    expect(page.page?.text).toContain("Er is op deze dag niets te vragen");
    expect(buttonsIn(page)).not.toContain("Verstuur het rappel");
  });

  test.each([
    ["no day", { peildatum: "" }, "Vul de dag in"],
    ["a day that is none", { peildatum: "2011-02-31" }, "Vul de dag in"],
    ["a day to come", { peildatum: addDays(today(), 1) }, "weten we nog niet"],
    ["a ministry that is none", { peildatum: today(), ministerie: "nergens" }, "Kies een ministerie"],
  ])("with %s is refused with a sentence", async (_what, asked, sentence) => {
    const page = await compose(asked);
    expect([page.status, page.page?.text]).toEqual([422, expect.stringContaining(sentence)]);
  });
});

describe("A reminder that was sent", () => {
  let path: string;
  let before: { page: string; letter: string[] };

  test("goes by mail to the staff of the ministry, with the letter, and to nobody else", {
    timeout: 90_000,
  }, async () => {
    const events = eventCount();
    path = await send();
    expect(eventCount()).toBe(events);
    expect(actsOf(idOf(path))).toEqual(["reminder_sent"]);
    expect(await sendMail()).toBe("1 bericht verstuurd, 0 niet gelukt.");
    const [message] = mail.received;
    expect(message?.to).toBe("voorbeeld@demo.example");
    expect(headerOf(message?.raw ?? "", "Subject")).toContain("Rappel R");
    const text = textOfMail(message?.raw ?? "").replace(/\s+/g, " ");
    expect(text).toContain(`http://localhost:3000${path}/antwoord`);
    const [, base64 = ""] = /name=.*?\.docx[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(message?.raw ?? "") ?? [];
    const letter = await pagesOf(Buffer.from(base64, "base64"));
    expect(letter.join(" ")).toContain(numberOf("v2"));
    const page = groupsOf(await app.get(path, "clerk"));
    expect(page).toContain(numberOf("v2"));
    before = { page, letter };
  });

  /** The sections with what was asked, as text. */
  const groupsOf = ({ page }: Answer): string =>
    textOf(all(page?.root ?? NO_PAGE, "section").find((one) => one.attributes["aria-labelledby"] === "gevraagd"));

  test("has a letter that holds its rows and nothing else", { timeout: 90_000 }, async () => {
    const pages = await pagesOf(await app.download(`${path}/brief`, "staff"));
    expect(pages).toEqual(before.letter);
    const text = pages.join(" ");
    const groups = groupsIn(await app.get(path, "staff"));
    const asked = [groups.late, groups.coming, groups.without_term].flat();
    // The address before it holds an id, which may look like a number.
    const [, tables = ""] = text.split("Log daar in met uw account.");
    expect([...new Set(tables.match(/\b\d{4}-\d{4}\b/g))]).toEqual(asked);
    expect(text).toMatch(/^Rappel R\d{4}-0001 Aan: Voorbeeldministerie \(verzonnen\)\. Van: Voorbeeldcommissie/);
    expect(text).toMatch(/Te laat \(2\).*Te verwachten tot en met .*Zonder termijn \(1\)/);
    expect(text).toContain("Verzonnen voorbeeld.");
  });

  test("is not sent twice, by a button that is pressed twice or by somebody who asks the same again", async () => {
    const again = await compose({ peildatum: today() });
    expect(again.page?.text).toContain("Dit is al verstuurd, als rappel R");
    const { gezien = "" } = { ...formIn(again) };
    const form = { ministerie: EXAMPLE, peildatum: today(), gezien, doe: "verstuur" };
    expect(buttonsIn(again)).not.toContain("Verstuur het rappel");
    const looked = await compose({ peildatum: addDays(today(), -2) });
    const other = { ...form, peildatum: addDays(today(), -2), gezien: formIn(looked).gezien ?? "" };
    const answers = await Promise.all([1, 2].map(() => app.post("/werk/rappels/nieuw", other, "clerk")));
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(new Set(answers.map(({ location }) => location?.replace(/\?.*/, ""))).size).toBe(1);
    expect(stored("SELECT id FROM reminders")).toHaveLength(2);
  });

  test("is looked at again where something was recorded since the preview", async () => {
    const asOf = addDays(today(), -1);
    const { gezien = "" } = formIn(await compose({ peildatum: asOf }));
    await act("v8", "uitstellen", { deadline: "1 mei 2040", effectiveOn: addDays(today(), -3) }, "staff");
    const sent = await app.post("/werk/rappels/nieuw", { ministerie: EXAMPLE, peildatum: asOf, gezien }, "clerk");
    expect([sent.status, sent.page?.text]).toEqual([409, expect.stringContaining("Er is nog niets verstuurd")]);
    expect(sent.page?.text).toContain("planning die niet aan de Kamer is gemeld: “1 mei 2040”");
    expect(stored("SELECT id FROM reminders")).toHaveLength(2);
  });

  test("stays as it was sent, and tells apart from that what was recorded since", { timeout: 90_000 }, async () => {
    const decision = { reason: "Overgenomen in een wet", decider: "De commissie", effectiveOn: today() };
    await act("v9", "vervallen", decision, "clerk");
    const page = await app.get(path, "clerk");
    expect(groupsOf(page)).toBe(before.page);
    expect(page.page?.text).toMatch(/Wat sindsdien is vastgelegd.*Met gemeenten praten over hun loketten.*Vervallen/s);
    expect(await pagesOf(await app.download(`${path}/brief`, "clerk"))).toEqual(before.letter);
    for (const sql of ["UPDATE reminders SET number = 'R1'", "DELETE FROM reminders"])
      expect(() => change(sql)).toThrow("a reminder stays as it was sent");
  });

  test("is there for its committee and its ministry, and for nobody else", async () => {
    for (const under of ["", "/brief", "/antwoord", "/overnemen"])
      for (const as of [OTHER, "aide", "admin"] as const)
        expect((await app.get(path + under, as)).status, `${under} for ${as}`).toBe(404);
    expect((await app.get(`${path}/antwoord`, "clerk")).status).toBe(404);
    expect((await app.get(`${path}/overnemen`, "staff")).status).toBe(404);
    const clerk = "UPDATE accounts SET committee_id = ? WHERE email = 'griffie@demo.example'";
    change("INSERT INTO committees (id, name, chamber) VALUES ('andere', 'Andere commissie (verzonnen)', 'TK')");
    change(clerk, "andere");
    for (const under of ["", "/brief", "/overnemen"]) expect((await app.get(path + under, "clerk")).status).toBe(404);
    expect((await app.post(`${path}/overnemen`, { doe: "alles" }, "clerk")).status).toBe(404);
    expect((await app.get("/werk/rappels", "clerk")).text).not.toContain(path);
    change(clerk, "voorbeeldcommissie");
  });
});

describe("Answering", () => {
  let path: string;
  beforeAll(async () => {
    path = (await send(addDays(today(), -3))).replace(/\?.*/, "");
  });

  test("waits on the desk of the ministry with how much is asked, and of no other", async () => {
    const text = (await app.get("/werk", "staff")).page?.text ?? "";
    expect(text).toMatch(/Rappels die op antwoord wachten.*\d toezeggingen zonder antwoord/s);
    expect((await app.get("/werk", OTHER)).page?.text).toContain("Er wacht geen rappel op antwoord.");
  });

  test.each<[string, Typed, RegExp]>([
    [
      "a place in words without a letter",
      { kind: "gedaan", place: "onder Meldpunt" },
      /plaats in woorden is niet genoeg/,
    ],
    ["no letter at all", { kind: "gedaan", place: "" }, /Kies de brief waarin dit staat/],
    ["a letter without a place", { ...DONE, place: "" }, /Schrijf waar het in de brief staat/],
    ["a passage that is none", { ...DONE, place: "passage 99" }, /heeft geen passage 99/],
    ["a new date without a reason", { ...LATER, reason: "" }, /Vul de reden in/],
    ["no new date", { ...LATER, words: "" }, /Vul de nieuwe datum in/],
    ["words from which no term follows", { ...LATER, words: "zo spoedig mogelijk" }, /volgt geen termijn/],
    ["a date that has passed", { ...LATER, words: "1 maart 2011" }, /al voorbij/],
    ["a request without a reason", { kind: "vervallen", reason: "" }, /Vul de reden in/],
  ])("with %s is refused with a sentence, and what was typed is kept", async (_what, typed, sentence) => {
    const sent = await answer(path, { v2: typed }, `bewaar-${placeOf(path, "v2")}`);
    expect(sent.status).toBe(422);
    expect(sent.page?.text).toMatch(sentence);
    const now = formIn(await app.get(`${path}/antwoord`, "staff"));
    for (const [name, value] of Object.entries(typed))
      expect(now[`antwoord-${placeOf(path, "v2")}-${name}`]).toBe(value);
    expect((await answer(path, {}, "verstuur")).status).toBe(422);
    expect(answersIn(idOf(path))).toEqual([{ id: "v2", sent: null, outcome: null }]);
    await answer(path, { v2: { kind: "", letterId: "", place: "", words: "", reason: "" } }, "bewaar");
  });

  test("keeps all that was typed whichever button was pressed, and only its own ministry sees it", async () => {
    const kept = await answer(
      path,
      { v2: LATER, v3: { kind: "vervallen", reason: "Ganzenbloem, nog niet af" } },
      "bewaar",
    );
    expect(kept.location).toContain("antwoorden-bewaard");
    expect((await app.get(`${path}/antwoord`, "staff")).text).toContain("Ganzenbloem, nog niet af");
    expect((await app.get(path, "staff")).page?.text).toContain("Bewaard, nog niet verstuurd");
    for (const under of ["", "/overnemen"]) {
      const page = await app.get(path + under, "clerk");
      expect(page.text).not.toContain("Ganzenbloem");
      expect(page.text).not.toContain("Bewaard, nog niet verstuurd");
    }
  });

  test("by two at once tells the second what the first saved, and keeps what was typed", async () => {
    const opened = await app.get(`${path}/antwoord`, "staff");
    await answer(path, { v8: { ...LATER, reason: "Van de eerste" } }, "bewaar");
    const second = await answer(
      path,
      { v8: { ...LATER, reason: "Van de tweede" }, v2: { ...LATER, reason: "Meer tijd" } },
      "bewaar",
      opened,
    );
    expect(second.status).toBe(409);
    expect(second.page?.text).toContain("Reden: Van de eerste");
    const at = placeOf(path, "v8");
    expect(formIn(second)[`antwoord-${at}-reason`]).toBe("Van de tweede");
    // What the colleague did not touch was kept; the rest is, once it is saved again.
    expect(formIn(second)[`antwoord-${placeOf(path, "v2")}-reason`]).toBe("Meer tijd");
    expect((await app.post(`${path}/antwoord`, { ...formIn(second), doe: "bewaar" }, "staff")).status).toBe(302);
    expect(formIn(await app.get(`${path}/antwoord`, "staff"))[`antwoord-${at}-reason`]).toBe("Van de tweede");
  });

  test("is a proposal: once sent it waits for the clerk, changes no standing and stands in no public page", async () => {
    const events = eventCount();
    const standing = async () => (await app.get(`/toezeggingen/${numberOf("v2")}`)).page?.text;
    const before = await standing();
    const sent = await answer(
      path,
      { v3: { ...DONE, reason: "" }, v2: { ...LATER, reason: "Korenbloem: meer tijd" } },
      "verstuur",
    );
    expect(sent.location).toContain("antwoorden-verstuurd");
    expect([eventCount(), await standing()]).toEqual([events, before]);
    expect(actsOf(idOf(path))).toEqual(["reminder_sent", "reminder_answered"]);
    expect((await app.get("/werk", "clerk")).page?.text).toContain("3 antwoorden wachten op u");
    const taking = await app.get(`${path}/overnemen`, "clerk");
    expect(taking.page?.text).toContain("Reden: Korenbloem: meer tijd");
    expect(taking.page?.text).toMatch(/Gedaan, in de brief van .*, passage 1\./);
    for (const address of [`/toezeggingen/${numberOf("v2")}`, "/toezeggingen", "/keten/uitvoer", "/correcties"])
      expect((await app.get(address)).text).not.toContain("Korenbloem");
    expect((await app.get("/beheer/logboek/uitvoer?vorm=csv", "admin")).text).not.toContain("Korenbloem");
    expect((await app.get("/beheer/logboek", "admin")).page?.text).toMatch(/rappel beantwoord/);
  });

  test("may be changed until it is taken over; the clerk reads what was sent last", async () => {
    await answer(path, { v2: { ...LATER, reason: "Klaproos: anders" } }, "bewaar");
    expect((await app.get(`${path}/overnemen`, "clerk")).text).not.toContain("Klaproos");
    await answer(path, {}, "verstuur");
    expect((await app.get(`${path}/overnemen`, "clerk")).text).toContain("Klaproos: anders");
    await answer(path, { v8: { kind: "" } }, "verstuur");
    expect((await app.get("/werk", "clerk")).page?.text).toContain("2 antwoorden wachten op u");
  });
});

describe("Taking over", () => {
  let path: string;
  beforeAll(async () => {
    path = stored<{ id: string }>("SELECT id FROM reminders ORDER BY sent_at DESC")[0]?.id ?? "";
    path = `/werk/rappels/${path}`;
    await answer(path, { v5: { kind: "vervallen", reason: "Het onderzoek is gestopt" }, v8: LATER }, "verstuur");
  });

  test("asks what to do first, and for a decision its day", async () => {
    expect((await take(path, {}, "bekijk")).page?.text).toContain("Kies eerst bij een antwoord");
    const without = await take(path, chosen(path, { v8: "besluit" }), "bekijk");
    expect([without.status, without.page?.text]).toEqual([
      422,
      expect.stringContaining("Vul de dag van het besluit in"),
    ]);
    const later = await take(path, chosen(path, { v8: "besluit" }, { dag: addDays(today(), 1) }), "bekijk");
    expect(later.page?.text).toContain("moet nog komen");
  });

  test("one by one: a refusal has a reason, which the ministry reads and nobody else, and may be answered anew", async () => {
    const events = eventCount();
    const at = placeOf(path, "v2");
    expect((await take(path, chosen(path, { v2: "weigeren" }), "bekijk")).page?.text).toContain("Schrijf waarom");
    const refused = await takeOver(path, { v2: "weigeren" }, { [`kies-${at}-reden`]: "Zonnehoed: te vaag" });
    expect([refused.location, eventCount()]).toEqual([expect.stringContaining("antwoorden-verwerkt"), events]);
    expect((await app.get(`${path}/antwoord`, "staff")).page?.text).toContain("Reden: Zonnehoed: te vaag");
    expect((await app.get("/keten/uitvoer")).text).not.toContain("Zonnehoed");
    expect((await app.get("/beheer/logboek/uitvoer?vorm=json", "admin")).text).not.toContain("Zonnehoed");
    expect(actsOf(idOf(path)).at(-1)).toBe("reminder_answers_refused");
    await answer(path, { v2: { ...LATER, words: "2041-04-01", reason: "Preciezer" } }, "verstuur");
    expect((await app.get(`${path}/overnemen`, "clerk")).page?.text).toContain("“1 april 2041”");
  });

  test("a new date that no letter told is the ministry's planning and moves nothing", async () => {
    const lateness = (text = "") => /te laat, \d+ dagen/.exec(text)?.[0];
    const before = (await app.get(`/toezeggingen/${numberOf("v2")}`)).page?.text;
    expect((await takeOver(path, { v2: "overnemen" })).status).toBe(302);
    expect(eventsOf("v2").at(-1)).toMatchObject({
      kind: "deadline_set",
      effectiveOn: today(),
      payload: { passage: null, deadline: { latest: "2041-04-01" }, reason: "Preciezer" },
    });
    const after = (await app.get(`/toezeggingen/${numberOf("v2")}`)).page?.text;
    expect(lateness(after)).toBe(lateness(before));
    expect(after).toContain("Planning van het ministerie, niet aan de Kamer gemeld: “1 april 2041”");
    expect(actsOf(idOf(path)).at(-1)).toBe("reminder_answers_taken");
    expect((await app.get(`${path}/antwoord`, "staff")).page?.text).toContain("Overgenomen in het register.");
    const locked = await answer(path, { v2: { ...LATER, reason: "Te laat veranderd" } }, "verstuur");
    expect(locked.page?.text).toContain("Er is niets nieuws om te versturen");
  });

  test("stops where somebody recorded something since the preview, and records nothing", async () => {
    const choices = chosen(path, { v5: "overnemen", v8: "besluit", v3: "overnemen" }, { dag: today() });
    const looked = await take(path, choices, "bekijk");
    expect(looked.page?.text).toContain("3 veranderen");
    await act("v8", "uitstellen", { deadline: "1 juni 2040", effectiveOn: addDays(today(), -2) }, "staff");
    const events = eventCount();
    const told = await take(path, formIn(looked), "vastleggen");
    expect([told.status, eventCount()]).toEqual([409, events]);
    expect(told.page?.text).toMatch(/Er is intussen iets veranderd.*Medewerker Voorbeeldministerie/s);
    await answer(path, { v5: { kind: "vervallen", reason: "Anders verwoord" } }, "verstuur");
    const changed = await take(path, formIn(told), "vastleggen");
    expect([changed.status, eventCount()]).toEqual([409, events]);
    expect(changed.page?.text).toContain("het antwoord veranderd");
    expect((await app.get(`${path}/overnemen`, "clerk")).page?.text).toContain("Reden: Anders verwoord");
  });

  test("records nothing where one cannot be, and goes on without it when told so", async () => {
    await act("v3", "vervallen", { reason: "Besloten", decider: "De commissie", effectiveOn: letterDay() }, "clerk");
    const events = eventCount();
    const choices = chosen(path, { v5: "overnemen", v8: "besluit", v3: "overnemen" }, { dag: today() });
    const looked = await take(path, choices, "bekijk");
    expect([looked.status, buttonsIn(looked).includes("Leg vast")]).toEqual([422, false]);
    expect(looked.page?.text).toMatch(/Kan niet: .*was deze toezegging vervallen/);
    expect((await take(path, formIn(looked), "vastleggen")).status).toBe(422);
    expect(eventCount()).toBe(events);

    const without = await take(path, formIn(looked), "zonder-geweigerde");
    expect(buttonsIn(without)).toContain("Leg vast");
    const both = await Promise.all([1, 2].map(() => take(path, formIn(without), "vastleggen")));
    expect(both.map(({ status }) => status)).toEqual([302, 302]);
    expect(eventCount()).toBe(events + 2);
    expect(eventsOf("v5").at(-1)).toMatchObject({
      kind: "lapsed",
      effectiveOn: today(),
      payload: {
        reason: "Voorbeeldministerie (verzonnen) verzocht hierom: Anders verwoord",
        decider: "Voorbeeldcommissie (verzonnen)",
      },
    });
    expect(eventsOf("v8").at(-1)).toMatchObject({
      kind: "judged",
      payload: { verdict: "not_met", rest: { kind: "new_deadline", deadline: { latest: "2041-03-01" } } },
    });
    expect((await app.get(`/toezeggingen/${numberOf("v8")}`)).page?.text).toMatch(/Termijn “1 maart 2041”/);
  });

  test("all together: what is done counts from the day of the letter, a date in a letter moves the term", async () => {
    const other = await send(addDays(today(), -4));
    const told: Typed = { ...LATER, letterId: LETTER, place: "passage 1", words: "voor 1 mei 2041" };
    await answer(other, { v2: DONE, v8: told }, "verstuur");
    const all = await take(other, {}, "alles");
    const looked = await take(other, formIn(all), "bekijk");
    expect(looked.page?.text).toContain("2 veranderen");
    expect((await take(other, formIn(looked), "vastleggen")).status).toBe(302);
    expect(eventsOf("v2").at(-1)).toMatchObject({
      kind: "reported",
      effectiveOn: letterDay(),
      payload: { claim: "met", passage: { letterId: LETTER, anchor: "p1", place: null } },
    });
    expect(eventsOf("v8").at(-1)).toMatchObject({
      kind: "deadline_set",
      effectiveOn: letterDay(),
      payload: { passage: { letterId: LETTER }, reason: LATER.reason },
    });
    expect((await app.get("/werk", "clerk")).text).not.toContain(`${other}/overnemen`);
    expect((await app.get("/werk", "clerk")).text).toContain(`${path}/overnemen`);
  });
});

describe("A reminder to all", () => {
  test("is one for each ministry, to its own staff, with what that ministry owes on the day", async () => {
    const due = dayInWords(addDays(today(), 30));
    const decision = { verdict: "not_met", rest: "new_deadline", "rest-1": due, "rest-2": "", effectiveOn: today() };
    for (const id of ["v6", "v7"]) await act(id, "oordelen", decision, "clerk");
    await act("v7", "overdragen", { ministryId: "veiligheid-en-justitie", effectiveOn: today() }, "staff");
    await act("v7", "aanvaarden", { effectiveOn: today() }, OTHER);

    const before = stored<{ n: number }>("SELECT count(*) AS n FROM reminders")[0]?.n ?? 0;
    const all = await compose({ peildatum: today(), ministerie: "" });
    expect(groupsIn(all, `${EXAMPLE}-`).coming).toEqual([numberOf("v6")]);
    expect(groupsIn(all, "veiligheid-en-justitie-").coming).toEqual([numberOf("v7")]);
    expect(buttonsIn(all)).toContain("Verstuur 2 rappels");
    expect(await send(today(), "")).toBe("/werk/rappels");
    const sent = stored<{ id: string; ministry: string; edition: string }>(
      "SELECT id, ministry_id AS ministry, edition FROM reminders ORDER BY number LIMIT 2 OFFSET ?",
      before,
    );
    expect(sent.map(({ ministry }) => ministry).sort()).toEqual(["veiligheid-en-justitie", EXAMPLE]);
    const asked = (id: string) => sent.filter(({ edition }) => edition.includes(`"commitmentId":"${id}"`));
    expect([asked("v6"), asked("v7")].map((rows) => rows.map(({ ministry }) => ministry))).toEqual([
      [EXAMPLE],
      ["veiligheid-en-justitie"],
    ]);
    const to = stored<{ to: string }>('SELECT to_address AS "to" FROM mails ORDER BY queued_at DESC LIMIT 2');
    expect(to.map((row) => row.to).sort()).toEqual(["venj@demo.example", "voorbeeld@demo.example"]);
    const theirs = `/werk/rappels/${asked("v7")[0]?.id}`;
    expect((await app.get(`${theirs}/antwoord`, OTHER)).status).toBe(200);
    expect((await app.get(`${theirs}/antwoord`, "staff")).status).toBe(404);
  });

  test("is refused an answer on what went to another ministry since", async () => {
    await act("v6", "overdragen", { ministryId: "veiligheid-en-justitie", effectiveOn: today() }, "staff");
    const own = stored<{ id: string }>(
      'SELECT id FROM reminders WHERE ministry_id = ? AND edition LIKE \'%"commitmentId":"v6"%\' ORDER BY number DESC',
      EXAMPLE,
    )[0];
    await act("v6", "aanvaarden", { effectiveOn: today() }, OTHER);
    const refused = await answer(`/werk/rappels/${own?.id}`, { v6: LATER }, "verstuur");
    expect([refused.status, refused.page?.text]).toEqual([422, expect.stringContaining("nu van een ander ministerie")]);
  });
});

/** An act on one commitment through its own page, as a bystander. */
async function act(id: string, name: string, fields: Record<string, string>, as: Account): Promise<void> {
  const path = `/werk/toezeggingen/${id}/${name}`;
  const typed = Object.fromEntries(Object.entries(fields).map(([field, value]) => [`veld-${field}`, value]));
  const { gezien = "" } = formIn(await app.get(path, as));
  const { status, page } = await app.post(path, { ...typed, gezien, doe: "vastleggen" }, as);
  expect(status, page?.text).toBe(302);
}

/** Sends what waits in the queue to the mail server of the test, as the program does. */
async function sendMail(): Promise<string> {
  vi.resetModules();
  vi.stubEnv("SMTP_URL", mail.url);
  vi.stubEnv("MAIL_FROM", "Toezeggingenregister <register@voorbeeld.example>");
  vi.stubEnv("PUBLIC_URL", "http://localhost:3000");
  try {
    const { sendMail: job } = await import("#app/jobs/send-mail.ts");
    return (await job.run(new AbortController().signal)) ?? "";
  } finally {
    (await import("#db/client.ts")).close();
    vi.unstubAllEnvs();
  }
}
