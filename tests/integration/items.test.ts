/** What the register follows beside commitments: entered, published, linked, reviewed, and never counted among them. */
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "#app/domain/calendar.ts";
import { today } from "#app/server/clock.ts";
import { type Answer, type App, startApp, type Visitor } from "../support/app.ts";
import { all, textOf } from "../support/page.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});

const rows = <T = string>(query: string, ...values: string[]): T[] => {
  const connection = new Database(app.databasePath, { readonly: true });
  const found = connection
    .prepare(query)
    .pluck()
    .all(...values) as T[];
  connection.close();
  return found;
};
const numberOf = (id: string) => rows("SELECT number FROM items WHERE id = ?", id)[0] ?? "";
const textAt = async (path: string, as?: Visitor) => (await app.get(path, as)).page?.text ?? "";
const DOSSIER = "voorbeeld-digitale-loketten";
const formFor = (kind: string) => `/werk/gevolgd/nieuw?soort=${kind}&dossier=${DOSSIER}`;
const idOf = ({ location, status, page }: Answer): string => {
  const id = /^\/werk\/gevolgd\/([^/?]+)/.exec(location ?? "")?.[1];
  expect(id, `${status}: ${page?.text}`).toBeTruthy();
  return id ?? "";
};
const input = (answer: Answer, name: string): string | undefined =>
  answer.page
    ? all(answer.page.root, "input").find(({ attributes }) => attributes.name === name)?.attributes.value
    : undefined;
const section = (answer: Answer, id: string): string =>
  textOf(
    (answer.page ? all(answer.page.root, "section") : []).find(
      ({ attributes }) => attributes["aria-labelledby"] === id,
    ),
  );

describe("The shipped dossier", () => {
  const COUNTS = [
    ["verwachting", 5, "verwachtingen"],
    ["besluit", 1, "besluit"],
    ["vraag", 1, "vraag"],
    ["aanbeveling", 6, "aanbevelingen"],
    ["maatregel", 8, "maatregelen"],
    ["cijfer", 2, "cijfers"],
  ] as const;
  test.each(COUNTS)("has its items of the kind %s, each with a number of that kind", async (kind, count, words) => {
    const { page } = await app.get(`/gevolgd?soort=${kind}&dossier=aanpak-kinderpornografie`);
    expect(page?.text).toContain(`${count} ${words}`);
    const links = page?.links.filter(({ href }) => /^\/gevolgd\/[VBKAMC]\d{4}-\d{4}$/.test(href)) ?? [];
    expect(new Set(links.map(({ href }) => href)).size).toBe(count);
  });

  test("counts none of them among the commitments", async () => {
    const before = await textAt("/toezeggingen?dossier=aanpak-kinderpornografie");
    expect(before).toContain("9 toezeggingen");
    expect(before).not.toContain("Barrièremodel");
  });

  test("gives both figures with the letter that reports them, as one series", async () => {
    const answer = await app.get(`/gevolgd/${numberOf("werkvoorraad-2010-3")}`);
    expect(answer.page?.text).toContain("991 zaken");
    expect(section(answer, "reeks")).toMatch(/30 september 2010 991 .*31 december 2010 770 /);
    expect(section(answer, "reeks")).toContain("brief van 4 maart 2011");
  });

  test("says of a measure what is not known, and tells the four terms", async () => {
    const text = await textAt(`/gevolgd/${numberOf("maatregel-hulp")}`);
    for (const term of ["direct", "6-9 maanden", "10-18 maanden", "zodra het landelijke team werkt"])
      expect(text).toContain(term);
    expect(text).toContain("Met wie niet bekend");
    expect(text).toContain("De dag is niet bekend.");
  });

  test("shows a source from its day on, and not before", async () => {
    const number = numberOf("dreigingsbeeld-meldknop");
    expect(await textAt(`/gevolgd/${number}?peildatum=2012-12-30`)).toContain("was dit er nog niet");
    expect(await textAt("/onderwerpen/meldknop?peildatum=2012-12-30")).not.toContain("nog in de maak");
    expect(await textAt("/onderwerpen/meldknop?peildatum=2012-12-31")).toContain("nog in de maak");
  });

  test("tells a link from both sides, on the days on which both ends are there", async () => {
    const promised = rows("SELECT number FROM commitments WHERE id = 'b6-meldknop'")[0];
    const evidence = numberOf("dreigingsbeeld-meldknop");
    expect(await textAt(`/gevolgd/${evidence}`)).toMatch(new RegExp(`Laat iets zien over: toezegging .*${promised}`));
    expect(await textAt(`/gevolgd/${numberOf("n6-meldknoppen-gereed")}`)).toContain(`(${evidence})`);
    expect(section(await app.get(`/toezeggingen/${promised}`), "verband")).toContain(`(${evidence})`);
    expect(section(await app.get(`/toezeggingen/${promised}?peildatum=2012-12-30`), "verband")).toBe("");
  });
});

describe("Entering", () => {
  const SAID = addDays(today(), -20);
  const KINDS: [kind: string, fields: Record<string, string>, told: RegExp][] = [
    [
      "verwachting",
      { title: "De loketten krijgen banken", words: "over een week", on: SAID, by: "Minister" },
      /Verwachting/,
    ],
    ["besluit", { title: "Geen nieuwe loketten", on: SAID }, /Besluit/],
    ["vraag", { title: "Vraag naar de kleur van de banken", on: SAID, by: "Kamerlid A" }, /Vraag/],
    ["aanbeveling", { title: "Meer planten neerzetten", document: "Verzonnen rapport", dateWords: "2025" }, /2025/],
    [
      "maatregel",
      {
        title: "Planten kopen",
        category: "groen",
        partners: "tuiners; scholen",
        words: "6-9 maanden",
        startDay: SAID,
        doubt: "ja",
        document: "Verzonnen plan",
        date: SAID,
      },
      /van \d+ \w+ \d{4} tot en met/,
    ],
    [
      "cijfer",
      {
        series: "Planten",
        unit: "stuks",
        value: "1.250",
        valueOn: SAID,
        origin: "letter:verzonnen-brief-1",
        place: "Inleiding, 1e alinea",
      },
      /1\.250 stuks op/,
    ],
    [
      "bron",
      { title: "De planten staan er", document: "Verzonnen foto", url: "https://example.org/foto", date: SAID },
      /Verzonnen foto/,
    ],
  ];

  test.each(KINDS)(
    "%s: a form with its own fields, a draft that nobody else sees, a number at publication",
    async (kind, fields, told) => {
      const form = await app.get(formFor(kind), "staff");
      for (const name of Object.keys(fields))
        expect(
          form.page &&
            [
              ...all(form.page.root, "input"),
              ...all(form.page.root, "select"),
              ...all(form.page.root, "textarea"),
            ].some(({ attributes }) => attributes.name === name),
          `${kind} asks for ${name}`,
        ).toBe(true);
      const sent = { id: input(form, "id") ?? "", seen: "", ...fields };
      const id = idOf(await app.post(formFor(kind), { ...sent, doe: "bewaar" }, "staff"));
      expect(idOf(await app.post(formFor(kind), { ...sent, doe: "bewaar" }, "staff")), "sent twice is kept once").toBe(
        id,
      );
      const title = rows("SELECT title FROM items WHERE id = ?", id)[0] ?? "";
      expect(await textAt(`/gevolgd?dossier=${DOSSIER}`)).not.toContain(title);
      expect(await textAt("/werk", "clerk")).toContain(title);
      expect((await app.get(`/werk/gevolgd/${id}`, "staff of another ministry")).status).toBe(404);

      const draft = await app.get(`/werk/gevolgd/${id}`, "clerk");
      const published = await app.post(
        `/werk/gevolgd/${id}`,
        { ...sent, seen: input(draft, "seen") ?? "", doe: "publiceer" },
        "clerk",
      );
      expect(published.location).toContain("gedaan=item-gepubliceerd");
      const [number = ""] = rows("SELECT number FROM items WHERE id = ?", id);
      expect(await textAt(`/gevolgd/${number.toLowerCase()}`)).toMatch(told);
      expect(await textAt(`/gevolgd?dossier=${DOSSIER}`)).toContain(title);
    },
  );

  test.each([
    ["verwachting", { on: SAID }, "title", "Vul in waar het om gaat."],
    ["verwachting", { title: "Iets" }, "on", "Vul in op welke dag dit is gezegd"],
    ["verwachting", { title: "Iets", on: addDays(today(), 2) }, "on", "moet nog komen"],
    ["verwachting", { title: "Iets", on: SAID, origin: "letter:weg" }, "origin", "is er niet meer"],
    [
      "cijfer",
      { series: "S", unit: "u", value: "1.5", valueOn: SAID, origin: "letter:verzonnen-brief-1" },
      "value",
      "geen getal dat het register begrijpt",
    ],
    [
      "cijfer",
      { series: "", unit: "u", value: "1", valueOn: SAID, origin: "letter:verzonnen-brief-1" },
      "series",
      "Vul in waar het cijfer over gaat",
    ],
    ["maatregel", { title: "Iets", document: "Plan" }, "category", "bij welke soort maatregel"],
    [
      "maatregel",
      { title: "Iets", document: "Plan", category: "c", start: "x", startDay: SAID, words: "direct" },
      "start",
      "niet allebei",
    ],
    ["bron", { title: "Iets", url: "javascript:alert(1)", document: "D" }, "url", "geen adres op internet"],
    ["bron", { title: "Iets" }, "document", "Vul in welk document"],
  ] as [string, Record<string, string>, string, string][])(
    "%s with %j comes back with its sentence at %s, and with what was typed",
    async (kind, fields, field, sentence) => {
      const before = rows("SELECT count(*) FROM events")[0];
      const answer = await app.post(
        formFor(kind),
        { ...fields, topic: "Een getypt onderwerp", doe: "publiceer" },
        "staff",
      );
      expect(answer.status).toBe(422);
      expect(answer.page?.links.find(({ href }) => href === `#${field}`)?.text).toContain(sentence);
      expect(input(answer, "topic")).toBe("Een getypt onderwerp");
      expect(rows("SELECT count(*) FROM events")[0]).toBe(before);
    },
  );

  test("the second of two who changed a draft is told what the first made of it, and loses nothing", async () => {
    const id = idOf(await app.post(formFor("besluit"), { title: "Eerste woorden", on: SAID, doe: "bewaar" }, "staff"));
    const seen = input(await app.get(`/werk/gevolgd/${id}`, "staff"), "seen") ?? "";
    const first = await app.post(
      `/werk/gevolgd/${id}`,
      { title: "Woorden van de griffie", on: SAID, seen, doe: "bewaar" },
      "clerk",
    );
    expect(first.status).toBe(302);
    const second = await app.post(
      `/werk/gevolgd/${id}`,
      { title: "Woorden van het ministerie", on: SAID, seen, doe: "publiceer" },
      "staff",
    );
    expect(second.status).toBe(409);
    expect(second.page?.text).toContain("door Griffie Voorbeeldcommissie veranderd");
    expect(second.page?.text).toContain("“Woorden van de griffie”");
    expect(input(second, "title")).toBe("Woorden van het ministerie");
    expect(rows("SELECT published_on FROM items WHERE id = ?", id)).toEqual([null]);
    const again = await app.post(
      `/werk/gevolgd/${id}`,
      { title: "Woorden van het ministerie", on: SAID, seen: input(second, "seen") ?? "", doe: "publiceer" },
      "staff",
    );
    expect(again.status).toBe(302);
    expect(rows("SELECT title FROM items WHERE id = ?", id)).toEqual(["Woorden van het ministerie"]);
  });

  test("a draft that is thrown away is gone, and does not come back under its own id", async () => {
    const id = idOf(
      await app.post(formFor("besluit"), { title: "Voor de prullenbak", on: SAID, doe: "bewaar" }, "staff"),
    );
    const seen = input(await app.get(`/werk/gevolgd/${id}`, "staff"), "seen") ?? "";
    expect((await app.post(`/werk/gevolgd/${id}`, { seen, doe: "weg" }, "staff")).location).toContain("weggehaald");
    expect(await textAt("/werk", "staff")).not.toContain("Voor de prullenbak");
    expect((await app.post(formFor("besluit"), { id, title: "Terug", on: SAID, doe: "bewaar" }, "staff")).status).toBe(
      409,
    );
  });

  test("staff enter nothing in a dossier of another ministry", async () => {
    const path = "/werk/gevolgd/nieuw?soort=besluit&dossier=aanpak-kinderpornografie";
    expect((await app.get(path, "staff")).page?.text).toContain("Wat wilt u vastleggen?");
    expect((await app.post(path, { title: "Iets", on: SAID, doe: "publiceer" }, "staff")).status).toBe(422);
  });
});

describe("A term that waits for an event", () => {
  test("has a period as soon as somebody enters the day, for every measure that waits for it, and loses it again", async () => {
    const made = [];
    for (const [title, words, start] of [
      ["Borden ophangen", "zodra de proef klaar is", ""],
      ["Borden schoonmaken", "6-9 maanden", "de proef klaar is"],
    ] as const) {
      const fields = {
        title,
        category: "borden",
        words,
        start,
        document: "Verzonnen plan",
        date: "2024-01-05",
        doe: "publiceer",
      };
      made.push(idOf(await app.post(formFor("maatregel"), fields, "staff")));
    }
    const [first = "", second = ""] = made;
    expect(await textAt(`/gevolgd/${numberOf(second)}`)).toContain("De dag daarvan is niet bekend.");
    const wrong = await app.post(`/werk/gevolgd/${first}`, { happened: addDays(today(), 3), doe: "gebeurd" }, "staff");
    expect([wrong.status, wrong.page?.text.includes("moet nog komen")]).toEqual([422, true]);
    expect((await app.post(`/werk/gevolgd/${first}`, { happened: "2024-02-01", doe: "gebeurd" }, "staff")).status).toBe(
      302,
    );
    expect(await textAt(`/gevolgd/${numberOf(first)}`)).toContain("vanaf 1 februari 2024");
    expect(await textAt(`/gevolgd/${numberOf(second)}`)).toContain("van 1 augustus 2024 tot en met 1 november 2024");
    expect(await textAt(`/gevolgd/${numberOf(second)}?peildatum=2024-01-31`)).toContain(
      "De dag daarvan is niet bekend.",
    );

    const event = rows("SELECT id FROM events WHERE kind = 'happened' ORDER BY seq DESC LIMIT 1")[0] ?? "";
    expect((await app.post(`/werk/gevolgd/${first}`, { event, reason: "", doe: "neem-terug" }, "staff")).status).toBe(
      422,
    );
    expect(
      (await app.post(`/werk/gevolgd/${first}`, { event, reason: "Verkeerde dag", doe: "neem-terug" }, "staff")).status,
    ).toBe(302);
    expect(await textAt(`/gevolgd/${numberOf(second)}`)).toContain("De dag daarvan is niet bekend.");
  });
});

describe("A link", () => {
  const linking = () =>
    rows("SELECT id FROM items WHERE dossier_id = ? AND published_on IS NOT NULL", DOSSIER)[0] ?? "";

  test("is made to a commitment, told on both pages, refused twice, and withdrawn with a reason", async () => {
    const item = linking();
    const [target = ""] = rows("SELECT number FROM commitments WHERE id = 'v2'");
    const send = (form: Record<string, string>) => app.post(`/werk/gevolgd/${item}`, form, "staff");
    expect((await send({ relation: "about", target: "onzin", doe: "koppel" })).page?.text).toContain(
      "“onzin” is geen nummer",
    );
    expect((await send({ relation: "", target, doe: "koppel" })).status).toBe(422);
    expect((await send({ relation: "about", target: `${target}: Een overzicht`, doe: "koppel" })).status).toBe(302);
    expect((await send({ relation: "about", target, doe: "koppel" })).page?.text).toContain("Dit verband staat er al.");
    expect(await textAt(`/gevolgd/${numberOf(item)}`)).toContain(`Gaat over: toezegging`);
    expect(section(await app.get(`/toezeggingen/${target}`), "verband")).toContain(numberOf(item));

    const [event = ""] = rows("SELECT id FROM item_links WHERE item_id = ? AND relation = 'about'", item);
    expect((await send({ event, reason: "", doe: "ontkoppel" })).page?.text).toContain("Schrijf kort waarom");
    expect((await send({ event, reason: "Vergissing", doe: "ontkoppel" })).status).toBe(302);
    expect((await send({ event, reason: "Nog eens", doe: "ontkoppel" })).page?.text).toContain("is er niet meer");
    expect(section(await app.get(`/toezeggingen/${target}`), "verband")).toBe("");
  });

  test("to a draft shows nowhere, and a draft cannot be linked to", async () => {
    const draft = idOf(
      await app.post(
        formFor("besluit"),
        { title: "Een geheim besluit", on: addDays(today(), -9), doe: "bewaar" },
        "staff",
      ),
    );
    const [target = ""] = rows("SELECT number FROM commitments WHERE id = 'v2'");
    expect(
      (await app.post(`/werk/gevolgd/${draft}`, { relation: "about", target, doe: "koppel" }, "staff")).status,
    ).toBe(302);
    expect(await textAt(`/toezeggingen/${target}`)).not.toContain("Een geheim besluit");
    expect(
      (await app.post(`/werk/gevolgd/${linking()}`, { relation: "about", target: draft, doe: "koppel" }, "staff"))
        .status,
    ).toBe(422);
  });

  test("to a place in a letter is told beside the letter", async () => {
    const item = linking();
    const send = (form: Record<string, string>) =>
      app.post(`/werk/gevolgd/${item}`, { doe: "vermeld", ...form }, "staff");
    expect((await send({ letter: "verzonnen-brief-2", passage: "" })).status).toBe(422);
    expect((await send({ letter: "brief-2011-03-04", passage: "p1" })).status).toBe(422);
    expect((await send({ letter: "verzonnen-brief-2", passage: "2", note: "Het gaat goed" })).status).toBe(302);
    expect(await textAt("/brieven/verzonnen-brief-2")).toContain("Zegt iets over:");
    const page = await app.get(`/gevolgd/${numberOf(item)}`);
    expect(page.page?.links.some(({ href }) => href.startsWith("/brieven/verzonnen-brief-2#p2"))).toBe(true);
    expect(page.page?.text).toContain("Het gaat goed");
  });
});

describe("In the review of a letter", () => {
  const REVIEW = "/werk/brieven/verzonnen-brief-2";
  const proposal = () =>
    rows(
      `SELECT id || ' ' || anchor FROM proposals WHERE letter_id = 'verzonnen-brief-2' AND id NOT IN
       (SELECT json_extract(payload, '$.proposalId') FROM events WHERE kind = 'passage_reviewed') ORDER BY position`,
    )[0]?.split(" ") ?? [];
  const decide = async (form: Record<string, string>) => {
    const [proposalId = "", anchor = ""] = proposal();
    return { proposalId, answer: await app.post(REVIEW, { proposalId, anchor, ...form }, "staff") };
  };
  const lastItem = () => rows("SELECT id FROM items ORDER BY seq DESC LIMIT 1")[0] ?? "";

  test("a figure is taken from a passage, its problems named, and shown on the card with a link", async () => {
    const wrong = await decide({
      doe: "cijfer",
      series: "Wachttijd",
      unit: "minuten",
      value: "",
      valueOn: "2024-05-01",
    });
    expect(wrong.answer.status).toBe(422);
    expect(wrong.answer.page?.links.some(({ href }) => href === `#value-${wrong.proposalId}`)).toBe(true);
    expect(wrong.answer.text).toContain('value="Wachttijd"');
    const { answer } = await decide({
      doe: "cijfer",
      series: "Wachttijd",
      unit: "minuten",
      value: "4",
      valueOn: "2024-05-01",
    });
    expect(answer.status).toBe(302);
    const number = numberOf(lastItem());
    expect(number).toMatch(/^C\d{4}-\d{4}$/);
    const card = await app.get(REVIEW, "staff");
    expect(card.page?.links.find(({ href }) => href === `/gevolgd/${number}`)?.text).toContain("Wachttijd: 4 minuten");
    expect(await textAt("/brieven/verzonnen-brief-2")).toContain("Cijfer (geen toezegging): Wachttijd");
  });

  test("a measure is taken from a passage with its fields", async () => {
    const { answer } = await decide({
      doe: "maatregel",
      title: "Meer balies",
      category: "bouw",
      words: "direct",
      startDay: "2024-05-01",
      doubt: "ja",
    });
    expect(answer.status).toBe(302);
    const text = await textAt(`/gevolgd/${numberOf(lastItem())}`);
    expect(text).toContain("“direct”: vanaf 1 mei 2024.");
    expect(text).toContain("Met een vraagteken.");
  });

  test("a passage says something of an item, and what rests on an item keeps it from being taken back", async () => {
    const measure = lastItem();
    const made =
      rows(
        "SELECT json_extract(payload, '$.proposalId') FROM events WHERE kind = 'passage_reviewed' ORDER BY seq DESC LIMIT 1",
      )[0] ?? "";
    expect((await decide({ doe: "over", item: "" })).answer.status).toBe(422);
    const { proposalId, answer } = await decide({ doe: "over", item: numberOf(measure), note: "De bouw is begonnen" });
    expect(answer.status).toBe(302);
    expect(await textAt(`/gevolgd/${numberOf(measure)}`)).toContain("De bouw is begonnen");

    const refused = await app.post(REVIEW, { proposalId: made, reden: "Toch niet", doe: "intrekken" }, "staff");
    expect([refused.status, refused.page?.text.includes("Hier is al mee verder gewerkt.")]).toEqual([422, true]);
    const [event = ""] = rows("SELECT id FROM item_links WHERE item_id = ? AND target_kind = 'passage'", measure);
    const there = await app.post(`/werk/gevolgd/${measure}`, { event, reason: "Weg", doe: "ontkoppel" }, "staff");
    expect(there.page?.text).toContain("Trek die beoordeling daar in.");
    expect((await app.post(REVIEW, { proposalId, reden: "Verkeerd", doe: "intrekken" }, "staff")).status).toBe(302);
    expect((await app.post(REVIEW, { proposalId: made, reden: "Toch niet", doe: "intrekken" }, "staff")).status).toBe(
      302,
    );
    expect(rows("SELECT id FROM items WHERE id = ?", measure)).toEqual([]);
  });
});

test("after all of this the register is what its events say", async () => {
  process.env.DATABASE_PATH = app.databasePath;
  const { execFileSync } = await import("node:child_process");
  const told = execFileSync("npx", ["tsx", "app/cli/register.ts", "verify"], {
    env: { ...process.env, DATABASE_PATH: app.databasePath },
    encoding: "utf8",
  });
  expect(told).toMatch(/^In orde: \d+ gebeurtenissen/);
}, 60_000);
