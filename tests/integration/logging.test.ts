/** Logging a debate: what is sent twice is kept once, nobody overwrites another, and a draft can be thrown away. */
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { addDays } from "#app/domain/calendar.ts";
import { type Account, type Answer, type App, startApp } from "../support/app.ts";
import { all, type Element } from "../support/page.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});

const NEW = "/werk/debatten/nieuw";
type Fields = Record<string, string | string[]>;

/** The form for a debate as a browser would send it back: hidden fields and all, but no button. */
function formIn({ page, status }: Answer): Fields {
  const form = page && all(page.root, "form").find((one) => named(one, "rijen"));
  if (!form) throw new Error(`There is no form for a debate on this page (${status}): ${page?.text}`);
  const fields: Fields = {};
  for (const { tag, attributes, children } of all(form, "input", "select")) {
    const { name = "", type, value = "" } = attributes;
    if (!name || (type === "checkbox" && !("checked" in attributes))) continue;
    const chosen = children.find((child) => typeof child !== "string" && "selected" in child.attributes) as
      | Element
      | undefined;
    const sent = tag === "select" ? (chosen?.attributes.value ?? "") : value;
    if (name === "bevestigd") fields[name] = [fields[name] ?? [], sent].flat();
    else fields[name] = sent;
  }
  return fields;
}
const named = (form: Element, name: string) => all(form, "input").some(({ attributes }) => attributes.name === name);

interface Row {
  what: string;
  to?: string;
  topic?: string;
  words?: string;
}
const rowFields = (rows: Row[], from = 0): Fields =>
  Object.fromEntries(
    rows.flatMap((row, i) => Object.entries(row).map(([name, value]) => [`rij-${from + i}-${name}`, value])),
  );

let days = 0;
/** A debate of its own day for each test, so that one does not find another's. */
const header = (more: Fields = {}): Fields => {
  days += 1;
  return {
    soort: "commissiedebat",
    datum: addDays("2024-01-01", days),
    commissie: "Voorbeeldcommissie (verzonnen)",
    dossier: "Voorbeeld: digitale loketten",
    spreker: "Minister van Voorbeelden (bewindspersoon X)",
    ...more,
  };
};

/** Fills in the page, and says yes to the names that are new. Answers what to send to keep it. */
async function filledIn(path: string, fields: Fields, as: Account = "staff"): Promise<Fields> {
  const form = { ...formIn(await app.get(path, as)), ...fields };
  const asked = await app.post(path, { ...form, doe: "lees" }, as);
  expect(asked.status).toBe(200);
  return formIn(asked);
}

/** Sends it as a draft, twice where names are new. */
async function save(path: string, form: Fields, as: Account = "staff", button = "bewaar"): Promise<Answer> {
  const answer = await app.post(path, { ...form, doe: button }, as);
  return answer.status === 422 && answer.text.includes("Dit staat nog niet in de lijsten")
    ? app.post(path, { ...formIn(answer), doe: button }, as)
    : answer;
}

/** A draft with these rows. Answers its page. */
async function draft(rows: Row[], more: Fields = {}): Promise<string> {
  const { location, page } = await save(NEW, await filledIn(NEW, { ...header(more), ...rowFields(rows) }));
  expect(location, page?.text).toMatch(/\?gedaan=bewaard$/);
  return location?.split("?")[0] ?? "";
}
const idOf = (path: string) => path.split("/").at(-1) ?? "";

function column(query: string, ...values: string[]): string[] {
  const connection = new Database(app.databasePath, { readonly: true });
  const rows = connection
    .prepare(query)
    .pluck()
    .all(...values) as string[];
  connection.close();
  return rows;
}
const titlesIn = (path: string): string[] =>
  column("SELECT title FROM commitments WHERE origin_id = ? ORDER BY seq", idOf(path));
const numbered = (path: string): string[] =>
  column("SELECT title FROM commitments WHERE origin_id = ? AND number IS NOT NULL ORDER BY seq", idOf(path));
const typedIn = (answer: Answer, name: string) => formIn(answer)[name];

describe("The same form, sent twice", () => {
  test.each(["one after the other", "at once"])("makes one draft: %s", async (how) => {
    const form = await filledIn(NEW, { ...header(), ...rowFields([{ what: "Een keer toegezegd" }]) });
    const send = () => app.post(NEW, { ...form, doe: "bewaar" }, "staff");
    const answers = how === "at once" ? await Promise.all([send(), send()]) : [await send(), await send()];
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect(answers[1]?.location).toBe(answers[0]?.location);
    expect(column("SELECT id FROM debates WHERE date = ?", String(form.datum))).toHaveLength(1);
    expect(titlesIn(answers[0]?.location?.split("?")[0] ?? "")).toEqual(["Een keer toegezegd"]);
  });

  test.each(["one after the other", "at once"])("publishes a new row once: %s", async (how) => {
    const path = await draft([{ what: "De eerste rij" }]);
    const form = await filledIn(path, rowFields([{ what: "De tweede rij", words: "voor de zomer" }], 1));
    const send = () => app.post(path, { ...form, doe: "publiceer" }, "staff");
    const answers = how === "at once" ? await Promise.all([send(), send()]) : [await send(), await send()];
    for (const { location } of answers) expect(location).toBe(`/debatten/${idOf(path)}?gedaan=gepubliceerd`);
    expect(titlesIn(path)).toEqual(["De eerste rij", "De tweede rij"]);
    expect(numbered(path)).toEqual(["De eerste rij", "De tweede rij"]);
  });

  test("does not publish what a colleague added in between", async () => {
    const path = await draft([{ what: "Eerst gepubliceerd" }]);
    const form = await filledIn(path, {});
    await app.post(path, { ...form, doe: "publiceer" }, "staff");
    expect((await save(path, await filledIn(path, rowFields([{ what: "Nog een concept" }])))).status).toBe(302);
    expect((await app.post(path, { ...form, doe: "publiceer" }, "staff")).status).toBe(302);
    expect(numbered(path)).toEqual(["Eerst gepubliceerd"]);
  });

  test("with a typed name in other letters is still the same", async () => {
    const path = await draft([{ what: "Aan een lid", to: "Tweemaal (Fractie Twee)" }]);
    const form = await filledIn(path, { "rij-0-to": "tweemaal (fractie twee)", "rij-0-what": "Aan één lid" });
    for (const _ of [1, 2]) expect((await app.post(path, { ...form, doe: "bewaar" }, "staff")).status).toBe(302);
  });

  test("going back and changing it makes no second draft, and says so first", async () => {
    const form = await filledIn(NEW, { ...header(), ...rowFields([{ what: "Zoals eerst getypt" }]) });
    const path = (await app.post(NEW, { ...form, doe: "bewaar" }, "staff")).location?.split("?")[0] ?? "";
    const changed = { ...form, "rij-0-what": "Zoals daarna getypt", doe: "bewaar" };
    const asked = await app.post(NEW, changed, "staff");
    expect(asked.status).toBe(409);
    expect(asked.page?.text).toMatch(/Met dit formulier is op .* door uzelf al een debat vastgelegd/);
    expect(typedIn(asked, "rij-0-what")).toBe("Zoals daarna getypt");
    expect(titlesIn(path)).toEqual(["Zoals eerst getypt"]);
    const again = await app.post(NEW, { ...formIn(asked), doe: "bewaar" }, "staff");
    expect(again.location).toBe(`${path}?gedaan=bewaard`);
    expect(titlesIn(path)).toEqual(["Zoals daarna getypt"]);
  });
});

describe("The ids in a form", () => {
  test("open no debate of another ministry", async () => {
    const form = await filledIn(NEW, { ...header(), ...rowFields([{ what: "Bij een ander" }]) });
    const [theirs = ""] = column("SELECT id FROM debates WHERE ministry_id = 'veiligheid-en-justitie'");
    expect((await app.post(NEW, { ...form, debat: theirs, doe: "bewaar" }, "staff")).status).toBe(404);
    expect((await app.post(NEW, { ...form, debat: theirs, doe: "weg" }, "staff")).status).toBe(404);
  });

  test.each(["v10", "b6-meldknop"])("change no row of another debate: %s", async (theirs) => {
    const before = column("SELECT title FROM commitments WHERE id = ?", theirs);
    const count = () => column("SELECT count(*) FROM events")[0];
    const path = await draft([{ what: "Van onszelf" }]);
    const form = await filledIn(path, rowFields([{ what: "Gekaapt" }], 1));
    const uuid = column("SELECT id FROM commitments WHERE origin_id = ?", await draft([{ what: "Ander" }]).then(idOf));
    const events = count();
    const answer = await app.post(path, { ...form, "rij-1-id": uuid[0] ?? "", doe: "bewaar" }, "staff");
    expect(answer.status).toBe(422);
    expect(answer.page?.text).toContain("Rij 2 hoort bij een ander debat.");
    expect(typedIn(answer, "rij-1-what")).toBe("Gekaapt");
    expect(count()).toBe(events);
    expect((await app.post(path, { ...form, "rij-1-id": theirs, doe: "bewaar" }, "staff")).status).toBe(302);
    expect(column("SELECT title FROM commitments WHERE id = ?", theirs)).toEqual(before);
    expect(titlesIn(path)).toEqual(["Van onszelf", "Gekaapt"]);
  });
});

describe("Two people in one draft:", () => {
  test("the second to save is told what the first did, and chooses", async () => {
    const path = await draft([
      { what: "De kade vernieuwen", words: "voor de zomer", topic: "Kades" },
      { what: "De brug verven" },
    ]);
    const mine = await filledIn(path, { "rij-0-what": "De kade helemaal vernieuwen", stuk: "32 500 VI, nr. 75" });
    const theirs = await filledIn(
      path,
      { "rij-0-words": "voor het zomerreces", ...rowFields([{ what: "De sluis smeren" }], 2) },
      "clerk",
    );
    expect((await app.post(path, { ...theirs, doe: "bewaar" }, "clerk")).status).toBe(302);

    const told = await app.post(path, { ...mine, doe: "bewaar" }, "staff");
    expect(told.status).toBe(409);
    expect(told.page?.text).toMatch(/Dit debat is op \d+ \w+ \d{4}, \d\d\.\d\d uur door \S.* veranderd/);
    expect(told.page?.text).toContain(column("SELECT name FROM accounts WHERE email = 'griffie@demo.example'")[0]);
    expect(told.page?.text).toContain("“De kade vernieuwen”: termijn was “voor de zomer”, is nu “voor het zomerreces”");
    expect(told.page?.text).toContain("nieuwe rij: wat precies “De sluis smeren”");
    expect(titlesIn(path)).toEqual(["De kade vernieuwen", "De brug verven", "De sluis smeren"]);
    const again = formIn(told);
    expect([again["rij-0-what"], again["rij-0-words"], again.stuk]).toEqual([
      "De kade helemaal vernieuwen",
      "voor de zomer",
      "32 500 VI, nr. 75",
    ]);
    expect(Object.values(again), "the new row is in the form").toContain("De sluis smeren");

    expect((await app.post(path, { ...again, doe: "bewaar" }, "staff")).status).toBe(302);
    expect(titlesIn(path)).toEqual(["De kade helemaal vernieuwen", "De brug verven", "De sluis smeren"]);
    expect(column("SELECT paper FROM debates WHERE id = ?", idOf(path))).toEqual(["32 500 VI, nr. 75"]);
  });

  test("new names of a form that came second are not added", async () => {
    const path = await draft([{ what: "De dijk ophogen" }]);
    const mine = await filledIn(path, { "rij-0-topic": "Dijken met een nieuw woord" });
    const theirs = await filledIn(path, { "rij-0-what": "De dijk verlagen" }, "clerk");
    await app.post(path, { ...theirs, doe: "bewaar" }, "clerk");
    const asked = await app.post(path, { ...mine, doe: "bewaar" }, "staff");
    const told = await app.post(path, { ...formIn(asked), doe: "bewaar" }, "staff");
    expect([asked.status, told.status]).toEqual([422, 409]);
    expect(column("SELECT id FROM topics WHERE name = 'Dijken met een nieuw woord'")).toEqual([]);
    expect(typedIn(told, "rij-0-topic")).toBe("Dijken met een nieuw woord");
  });

  test("a row that was published meanwhile keeps its words, and what was typed is shown", async () => {
    const path = await draft([{ what: "Het plein vegen" }]);
    const mine = await filledIn(path, {
      "rij-0-what": "Het plein nooit meer vegen",
      soort: "plenair debat",
      ...rowFields([{ what: "De straat vegen" }], 1),
    });
    await app.post(path, { ...(await filledIn(path, {}, "clerk")), doe: "publiceer" }, "clerk");

    for (const button of ["bewaar", "publiceer", "weg"]) {
      const { status } = await app.post(path, { ...mine, doe: button }, "staff");
      expect(status, button).toBe(409);
    }
    const told = await app.post(path, { ...mine, doe: "bewaar" }, "staff");
    expect(told.page?.text).toMatch(/“Het plein vegen” is gepubliceerd onder nummer 2024-\d{4}/);
    expect(told.page?.text).toContain("wat precies “Het plein nooit meer vegen”");
    expect(told.page?.text).toContain("soort debat: “plenair debat”");
    expect(numbered(path)).toEqual(["Het plein vegen"]);
    expect(typedIn(told, "rij-0-what")).toBe("De straat vegen");

    const again = await app.post(path, { ...formIn(told), doe: "bewaar" }, "staff");
    expect(again.location).toBe(`${path}?gedaan=bewaard`);
    expect(titlesIn(path)).toEqual(["Het plein vegen", "De straat vegen"]);
    expect(numbered(path)).toEqual(["Het plein vegen"]);
  });

  test("who saves unchanged what is public by now is told that it is", async () => {
    const path = await draft([{ what: "De bel luiden" }]);
    const mine = await filledIn(path, {});
    await app.post(path, { ...mine, doe: "publiceer" }, "clerk");
    const told = await app.post(path, { ...mine, doe: "bewaar" }, "staff");
    expect(told.status).toBe(409);
    expect(told.page?.text).not.toContain("Nog niemand anders ziet dit");
  });

  test("a row that a colleague took out comes back only as a row of its own", async () => {
    const path = await draft([{ what: "Blijft staan" }, { what: "Gaat weg" }]);
    const mine = await filledIn(path, { "rij-1-what": "Gaat toch niet weg" });
    const theirs = await filledIn(path, { "rij-1-remove": "ja" }, "clerk");
    await app.post(path, { ...theirs, doe: "bewaar" }, "clerk");
    const told = await app.post(path, { ...mine, doe: "bewaar" }, "staff");
    expect(told.status).toBe(409);
    expect(told.page?.text).toContain("“Gaat weg” is weggehaald");
    expect((await app.post(path, { ...formIn(told), doe: "bewaar" }, "staff")).status).toBe(302);
    expect(titlesIn(path)).toEqual(["Blijft staan", "Gaat toch niet weg"]);
  });

  test("what was typed in a draft that a colleague threw away can be kept as a new one", async () => {
    const path = await draft([{ what: "Het dak dichten" }]);
    const mine = await filledIn(path, { "rij-0-what": "Het dak goed dichten" });
    await app.post(path, { ...(await filledIn(path, {}, "clerk")), doe: "weg" }, "clerk");
    const told = await app.post(path, { ...mine, doe: "bewaar" }, "staff");
    expect(told.status).toBe(409);
    expect(told.page?.text).toMatch(/Dit concept is op .* door .* weggehaald/);
    const form = all(told.page?.root as Element, "form").find((one) => named(one, "rijen"));
    expect(form?.attributes.action).toBe(NEW);
    const { location } = await app.post(NEW, { ...formIn(told), doe: "bewaar" }, "staff");
    expect(location).toMatch(/\?gedaan=bewaard$/);
    expect(titlesIn(location?.split("?")[0] ?? "")).toEqual(["Het dak goed dichten"]);
    expect((await app.get(path, "staff")).page?.text).toContain("weggehaald");
  });
});

describe("A draft is thrown away", () => {
  const isGone = async (path: string, title: string) => {
    expect(titlesIn(path)).toEqual([]);
    expect(column("SELECT id FROM debates WHERE id = ?", idOf(path))).toEqual([]);
    const desk = await app.get("/werk?gedaan=weggehaald", "staff");
    expect(desk.page?.text).toContain("Weggehaald. Er is niets in het register veranderd.");
    expect(desk.page?.links.map(({ href }) => href)).not.toContain(path);
    expect((await app.get(path, "staff")).text).not.toContain(title);
    expect((await app.get(path, "staff of another ministry")).status).toBe(404);
    vi.resetModules(); // connections of its own: those of the demo's loader are closed
    const { differences } = await import("#db/verify.ts");
    expect(await differences()).toEqual([]);
  };

  test("by taking out its only row", async () => {
    const path = await draft([{ what: "De enige rij" }]);
    const form = await filledIn(path, { "rij-0-remove": "ja" });
    for (const _ of [1, 2]) {
      const { location } = await app.post(path, { ...form, doe: "bewaar" }, "staff");
      expect(location).toBe("/werk?gedaan=weggehaald");
    }
    await isGone(path, "De enige rij");
  });

  test("by its button, whatever else the form says", async () => {
    const path = await draft([{ what: "Rij een" }, { what: "Rij twee" }]);
    const page = await app.get(path, "staff");
    const buttons = all(page.page?.root as Element, "button").filter(({ attributes }) => attributes.value === "weg");
    expect(buttons.map(({ children }) => children.join(""))).toEqual(["Gooi dit concept weg"]);
    const { location } = await app.post(path, { ...formIn(page), datum: "", doe: "weg" }, "staff");
    expect(location).toBe("/werk?gedaan=weggehaald");
    await isGone(path, "Rij twee");
  });

  test("not by an empty form", async () => {
    const path = await draft([{ what: "Blijft" }]);
    const form = await filledIn(path, { "rij-0-what": "" });
    expect((await app.post(path, { ...form, doe: "bewaar" }, "staff")).status).toBe(422);
    expect((await app.post(path, { rijen: "0", doe: "bewaar" }, "staff")).status).toBe(422);
    expect(titlesIn(path)).toEqual(["Blijft"]);
  });

  test("beside what is public: only the draft goes", async () => {
    const path = await draft([{ what: "Is openbaar" }]);
    await app.post(path, { ...(await filledIn(path, {})), doe: "publiceer" }, "staff");
    await save(path, await filledIn(path, rowFields([{ what: "Was een vergissing" }])));
    expect(titlesIn(path)).toEqual(["Is openbaar", "Was een vergissing"]);
    expect((await app.get(path, "staff")).text).not.toContain("Gooi dit concept weg");
    const form = await filledIn(path, { "rij-0-remove": "ja" });
    expect((await app.post(path, { ...form, doe: "bewaar" }, "staff")).location).toBe("/werk?gedaan=weggehaald");
    expect(titlesIn(path)).toEqual(["Is openbaar"]);
    expect((await app.get(`/debatten/${idOf(path)}`)).status).toBe(200);
  });

  test("not when a colleague has changed it meanwhile", async () => {
    const path = await draft([{ what: "Misschien weg" }]);
    const mine = await filledIn(path, {});
    await app.post(
      path,
      { ...(await filledIn(path, { "rij-0-what": "Zeker niet weg" }, "clerk")), doe: "bewaar" },
      "clerk",
    );
    const told = await app.post(path, { ...mine, doe: "weg" }, "staff");
    expect(told.status).toBe(409);
    expect(told.page?.text).toContain("wat precies was “Misschien weg”, is nu “Zeker niet weg”");
    expect(titlesIn(path)).toEqual(["Zeker niet weg"]);
  });
});

describe("A list holds nothing twice:", () => {
  const count = (table: string, name: string) =>
    column(`SELECT name FROM ${table}`).filter((one) => one.toLowerCase() === name.toLowerCase()).length;

  test("names in other letters are the same names", async () => {
    const names = {
      commissie: "Commissie Één (verzonnen)",
      dossier: "Éénloket (verzonnen)",
      spreker: "Minister van Élan (bewindspersoon É)",
    };
    await draft([{ what: "In kleine letters", to: "Élise (Fractie Één)", topic: "Meldknop é" }], names);
    const shouted = Object.fromEntries(Object.entries(names).map(([name, value]) => [name, value.toUpperCase()]));
    const form = await filledIn(NEW, {
      ...header(shouted),
      ...rowFields([{ what: "In hoofdletters", to: "ÉLISE (FRACTIE ÉÉN)", topic: "MELDKNOP É" }]),
    });
    const answer = await app.post(NEW, { ...form, doe: "bewaar" }, "staff");
    expect(answer.status, `asked for what is there: ${answer.page?.text}`).toBe(302);
    for (const [table, name] of [
      ["committees", "commissie één (verzonnen)"],
      ["dossiers", "éénloket (verzonnen)"],
      ["offices", "minister van élan"],
      ["office_holders", "bewindspersoon é"],
      ["members", "élise"],
      ["groups", "fractie één"],
      ["topics", "meldknop é"],
    ] as const) {
      expect(count(table, name), `${table}: ${name}`).toBe(1);
    }
  });

  test("one who is named again and again is one member; the same surname in another group is another", async () => {
    for (const to of ["Ardennes (Fractie L)", "Ardennes (Fractie R)", "ardennes (fractie r)", "Ardennes (Fractie R)"]) {
      await draft([{ what: `Aan ${to}`, to }]);
    }
    expect(count("members", "Ardennes")).toBe(2);
    const asked = await app.post(
      NEW,
      {
        ...(await filledIn(NEW, {
          ...header(),
          ...rowFields([{ what: "Aan een derde", to: "Ardennes (Fractie M)" }]),
        })),
        doe: "bewaar",
      },
      "staff",
    );
    expect(asked.status).toBe(422);
    expect(asked.page?.text).toContain("Kamerlid Ardennes (Fractie M); fractie Fractie M");
  });

  test("a surname that two members have is asked about; of one it will do", async () => {
    await draft([{ what: "Aan de een", to: "Beekman (Fractie L)" }]);
    await draft([{ what: "Aan dezelfde", to: "de heer Beekman" }]);
    expect(count("members", "Beekman")).toBe(1);
    await draft([{ what: "Aan de ander", to: "Beekman (Fractie R)" }]);
    const form = await filledIn(NEW, { ...header(), ...rowFields([{ what: "Aan wie?", to: "Beekman" }]) });
    const asked = await app.post(NEW, { ...form, doe: "bewaar" }, "staff");
    expect(asked.status).toBe(422);
    expect(asked.page?.text).toContain(
      "Rij 1: wie bedoelt u met Beekman: Beekman (Fractie L) of Beekman (Fractie R)? Schrijf de fractie erbij.",
    );
    expect(typedIn(asked, "rij-0-to")).toBe("Beekman");
    expect(count("members", "Beekman")).toBe(2);
  });
});

test("the longer text of a draft survives an edit", async () => {
  const path = await draft([{ what: "Kort" }]);
  const form = await filledIn(path, { "rij-0-text": "Het hele verhaal, zoals het is gezegd" });
  await app.post(path, { ...form, doe: "bewaar" }, "staff");
  await app.post(path, { ...(await filledIn(path, { "rij-0-what": "Nog korter" })), doe: "bewaar" }, "staff");
  expect(column("SELECT text FROM commitments WHERE origin_id = ?", idOf(path))).toEqual([
    "Het hele verhaal, zoals het is gezegd",
  ]);
});
