/** The annex to a budget: the rows of the register on a day, the same on the page and in both files, and each difference. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { IsoDay } from "#app/domain/calendar.ts";
import type { RegisterEvent } from "#app/domain/events.ts";
import { type App, startApp } from "../support/app.ts";
import { BRIDGES, bridgesInTurn, DRAFTED, inventBridges, listBridges, PLANNED } from "../support/bridges.ts";
import { emptyPlace } from "../support/database.ts";
import { DAYS, EVERY_DAY } from "../support/drawn-values.ts";
import { registers } from "../support/generated-register.ts";
import { pagesOf, sheetsOf } from "../support/libre-office.ts";
import { ownStore } from "../support/own-store.ts";
import { all, type Page, textOf } from "../support/page.ts";
import { PATIENCE, storedRuns } from "../support/property-runs.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
  await inventBridges(app.databasePath);
});

const asked = (question: Record<string, string>) => new URLSearchParams(question);
const ofBridges = (more: Record<string, string>) => asked({ hoofdstuk: "xii", ministerie: BRIDGES.ministry, ...more });
const HEAD = ["Omschrijving", "Vindplaats", "Stand van zaken"];

/** The tables of a page, each as rows of cells, the head first. */
const tablesIn = (page: Page | null): string[][][] =>
  page ? all(page.root, "table").map((table) => all(table, "tr").map((row) => all(row, "th", "td").map(textOf))) : [];

async function onPage(question: URLSearchParams, as: "staff" | "clerk" = "staff") {
  const { status, page } = await app.get(`/werk/begrotingsbijlage?${question}`, as);
  expect(status, page?.text).toBe(200);
  return { page, tables: tablesIn(page) };
}

describe("On a cut-off date", () => {
  test("each commitment stands in one of two tables, with its place and how it stands", async () => {
    const { page, tables } = await onPage(ofBridges({ peildatum: "2024-07-01" }));
    const place =
      "Commissiedebat van 1 februari 2024 over beheer van bruggen (verzonnen), Kamerstukken II 2023/24, 99410 XII, nr. 9";
    const what = (title: string, number: string) =>
      `${title}. (Minister van Bruggen, toezegging ${number}, verzonnen voorbeeld)`;
    expect(tables).toEqual([
      [
        HEAD,
        [
          what("De bruggen schilderen", "2024-9002"),
          place,
          "Openstaand. Termijn: “in het najaar” (uiterlijk 21 december 2024). Eén keer uitgesteld; eerst: “voor de zomer” (uiterlijk 1 juni 2024).",
        ],
        [what("De leuningen meten", "2024-9005"), place, "Te laat. Termijn: “in mei” (uiterlijk 31 mei 2024)."],
        [what("Over bruggen nadenken", "2024-9007"), place, "Openstaand. Zonder termijn: gezegd is “te zijner tijd”."],
        [
          what("Een kaart van alle bruggen sturen", "2024-9008"),
          "Brief van 18 mei 2024 over beheer van bruggen (verzonnen), Kamerstukken II 2023/24, 99410 XII, nr. 40",
          "Openstaand. Zonder termijn.",
        ],
      ],
      [
        HEAD,
        [
          what("De bruggen tellen", "2024-9001"),
          place,
          "Voldaan met de brief van 18 mei 2024 (Kamerstukken II 2023/24, 99410 XII, nr. 40, ontvangen op 20 mei 2024).",
        ],
        [
          what("Een brug openen", "2024-9003"),
          place,
          "Vervallen op 2 mei 2024: De brug is er al (besluit van de commissie).",
        ],
        [
          what("De senaat schrijven", "2024-9006"),
          place,
          "Voldaan: zo oordeelde de commissie op 10 juni 2024 over de brief van 18 mei 2024 (Kamerstukken II 2023/24, 99410 XII, nr. 40, ontvangen op 20 mei 2024).",
        ],
      ],
    ]);
    expect(page?.text).toContain("Begroting hoofdstuk XII: door bewindslieden gedane toezeggingen");
    expect(page?.text).toContain("Vervallen is niet hetzelfde als voldaan.");
  });

  test("of the shipped dossier it tells what the letter of 4 March 2011 did, and what was late the day before", async () => {
    const question = (peildatum: IsoDay) => asked({ ministerie: "veiligheid-en-justitie", peildatum });
    const standOf = async (day: IsoDay) =>
      (await onPage(question(day), "clerk")).tables.flat().find(([what]) => what?.includes("2010-0001"));
    const place =
      "Algemeen overleg van 2 december 2010 over de aanpak van kinderpornografie, Kamerstukken II 2010/11, 32500 VI, nr. 75";
    expect((await standOf("2011-02-28"))?.slice(1)).toEqual([
      place,
      "Openstaand. Termijn: “in februari 2011” (uiterlijk 28 februari 2011).",
    ]);
    expect((await standOf("2011-03-03"))?.[2]).toBe(
      "Te laat. Termijn: “in februari 2011” (uiterlijk 28 februari 2011).",
    );
    expect((await standOf("2011-03-04"))?.slice(1)).toEqual([
      place,
      "Voldaan met de voortgangsbrief van 4 maart 2011, vier dagen te laat.",
    ]);
    expect(await standOf("2010-12-01")).toBeUndefined();
  });

  const CUT_OFFS = ["2010-12-02", "2011-03-03", "2011-03-04", "2014-03-21", "2024-03-01", "2024-05-15", "2024-07-01"];
  const MINISTRIES = ["veiligheid-en-justitie", "voorbeeldministerie", BRIDGES.ministry, BRIDGES.other];

  test.each(CUT_OFFS)("on %s the tables hold what the register lists of a ministry, and nothing else", async (day) => {
    for (const ministry of MINISTRIES) {
      const { tables, page } = await onPage(asked({ ministerie: ministry, peildatum: day }));
      const numbers = tables.flatMap((table) => table.slice(1).map(([what]) => /\d{4}-\d{4}/.exec(what ?? "")?.[0]));
      expect(numbers.sort(), `${ministry} on ${day}`).toEqual((await listed(ministry, day)).sort());
      expect(page?.text).not.toMatch(new RegExp(`${PLANNED}|${DRAFTED}|2024-9009`));
    }
  });

  /** What the list of the register shows with its filter, page by page. */
  async function listed(ministry: string, day: IsoDay): Promise<string[]> {
    const found: string[] = [];
    for (let pagina = 1; ; pagina += 1) {
      const query = asked({ ministerie: ministry, peildatum: day, pagina: String(pagina), sorteer: "toezegging" });
      const { page } = await app.get(`/toezeggingen?${query}`);
      const numbers = (page?.links ?? []).flatMap(({ href }) => /^\/toezeggingen\/([\d-]+)/.exec(href)?.[1] ?? []);
      if (numbers.length === 0 || found.includes(numbers[0] ?? "")) return found;
      found.push(...numbers);
    }
  }
});

describe("The files", () => {
  const squeezed = (text: string): string => text.replace(/\s+/g, "");

  test.each([
    ["2024-07-01", "2024-03-01"],
    ["2024-07-01", ""],
    ["2024-03-01", ""],
  ])(
    "of %s (compared with “%s”) hold the rows of the page and nothing else",
    { timeout: PATIENCE },
    async (peildatum, eerder) => {
      const question = ofBridges({ peildatum, eerder });
      const { tables } = await onPage(question);
      const [inHand = [HEAD], done = [HEAD]] = tables;
      const sheets = sheetsOf(await app.download(`/werk/begrotingsbijlage.xlsx?${question}`, "staff"));
      expect(sheets.get("In behandeling")).toEqual(inHand);
      expect(sheets.get("Afgerond")).toEqual(done);
      const differences = tables.slice(2).flatMap((table) => table.slice(1));
      const listedDifferences = (sheets.get("Verschillen") ?? []).slice(1).map(([, ...cells]) => cells);
      expect(listedDifferences.map((row) => row.map(squeezed))).toEqual(differences.map((row) => row.map(squeezed)));
      const names = ["In behandeling", "Afgerond", ...(eerder ? ["Verschillen"] : []), "Toelichting"];
      expect(new Set(sheets.keys())).toEqual(new Set(names));

      const pages = await pagesOf(await app.download(`/werk/begrotingsbijlage.docx?${question}`, "staff"));
      const heads = [HEAD, ...tables.slice(2).flatMap((table) => table.slice(0, 1))].map((row) =>
        squeezed(row.join("")),
      );
      const printed = pages
        .map((page) => squeezed(page.replace(/\s*\d+ van \d+$/, "")))
        .join("")
        .replaceAll(new RegExp(heads.map((head) => head.replace(/[()]/g, "\\$&")).join("|"), "g"), "");
      const rows = tables.flatMap((table) => table.slice(1)).map((row) => squeezed(row.join("")));
      let from = 0;
      for (const row of rows) {
        const at = printed.indexOf(row, from);
        expect(at, `${row}\nis not in its place in\n${printed}`).toBeGreaterThanOrEqual(from);
        from = at + row.length;
      }
      const left = rows.reduce((text, row) => text.replace(row, ""), printed);
      expect(left, "Beside the rows there are headings and sentences, without a commitment.").not.toMatch(
        /toezegging\d{4}-/,
      );
      for (const text of [...[...sheets.values()].flat(2), printed])
        expect(text).not.toMatch(new RegExp(`${PLANNED}|${DRAFTED}`));
    },
  );

  test("are asked for by their names, and lead back to the page where something is wrong", async () => {
    const question = ofBridges({ peildatum: "2024-07-01" });
    const { headers } = await app.get(`/werk/begrotingsbijlage.docx?${question}`, "staff");
    expect(headers.get("Content-Disposition")).toBe('attachment; filename="begrotingsbijlage-XII-2024-07-01.docx"');
    const wrong = await app.get(`/werk/begrotingsbijlage.xlsx?${ofBridges({ peildatum: "2024-02-30" })}`, "staff");
    expect([wrong.status, wrong.location]).toEqual([
      302,
      `/werk/begrotingsbijlage?${ofBridges({ peildatum: "2024-02-30" })}`,
    ]);
  });
});

describe("What is asked wrongly comes back with a sentence and with what was typed:", () => {
  test.each([
    [{ hoofdstuk: "6" }, "Schrijf het hoofdstuk in Romeinse cijfers, bijvoorbeeld VI, of laat het leeg."],
    [{ ministerie: "" }, "Kies een ministerie."],
    [{ ministerie: "bestaat-niet" }, "Dit ministerie is er niet. Kies er een uit de lijst."],
    [{ peildatum: "2024-02-30" }, "Dit is geen datum die bestaat. Kies een dag."],
    [{ peildatum: "2099-01-01" }, "1 januari 2099 moet nog komen. Kies vandaag of een eerdere dag."],
    [{ eerder: "gisteren" }, "Dit is geen datum die bestaat. Kies een dag."],
    [{ eerder: "2024-07-01" }, "De eerdere peildatum moet voor de peildatum liggen."],
  ])("%j", async (change, sentence) => {
    const question = { hoofdstuk: "XII", ministerie: BRIDGES.ministry, peildatum: "2024-07-01", eerder: "", ...change };
    const { status, page } = await app.get(`/werk/begrotingsbijlage?${asked(question)}`, "staff");
    expect(status).toBe(422);
    expect(page?.text).toContain(sentence);
    const typed = page ? all(page.root, "input").map(({ attributes }) => attributes.value) : [];
    for (const value of [question.hoofdstuk, question.peildatum, question.eerder].filter(Boolean))
      expect(typed).toContain(value);
    expect(tablesIn(page)).toEqual([]);
  });
});

describe("Against an earlier date", () => {
  const WHY = {
    Nieuw: [["2024-9008", "Toegezegd op 20 mei 2024."]],
    Afgerond: [
      [
        "2024-9001",
        "Het ministerie meldt: voldaan. Zie de brief van 18 mei 2024 (Kamerstukken II 2023/24, 99410 XII, nr. 40, ontvangen op 20 mei 2024).",
      ],
      ["2024-9003", "Vervallen: De brug is er al. (besluit van de commissie). Dat was op 2 mei 2024."],
      [
        "2024-9006",
        /^Het ministerie meldt: voldaan\. Zie de brief .* De commissie oordeelt: voldaan\. Dat was op 10 juni 2024\.$/,
      ],
    ],
    "Verschoven termijn": [
      [
        "2024-9002",
        /^Uitstel, gemeld aan de Kamer: “in het najaar” \(uiterlijk 21 december 2024\)\. Zie de brief van 18 mei 2024/,
      ],
    ],
    Verdwenen: [["2024-9004", "Overgedragen aan: Ministerie van Kades (verzonnen). Aanvaard op 10 mei 2024."]],
    "Anders veranderd": [["2024-9005", "Te laat geworden: de termijn liep af op 31 mei 2024."]],
  } as const;

  test("each difference stands under what it is, with the letter, the decision or the day that made it", async () => {
    const { page, tables } = await onPage(ofBridges({ peildatum: "2024-07-01", eerder: "2024-03-01" }));
    const headings = page ? all(page.root, "h3").map(textOf).slice(2) : [];
    expect(headings).toEqual(Object.entries(WHY).map(([heading, rows]) => `${heading} (${rows.length})`));
    Object.values(WHY).forEach((rows, at) => {
      const shown = tables[at + 2]?.slice(1) ?? [];
      rows.forEach(([number, why], i) => {
        expect(shown[i]?.[0]).toContain(number);
        if (typeof why === "string") expect(shown[i]?.[3]).toBe(why);
        else expect(shown[i]?.[3]).toMatch(why);
      });
    });
    expect(page?.text).toContain(
      "7 verschillen: 1 nieuw, 3 afgerond, 1 verschoven termijn, 1 verdwenen, 1 anders veranderd.",
    );
    expect(page?.text).not.toMatch(new RegExp(`${PLANNED}|${DRAFTED}`));
  });

  test("at the ministry that took it over it is new, and says from whom", async () => {
    const question = asked({ ministerie: BRIDGES.other, peildatum: "2024-07-01", eerder: "2024-03-01" });
    const { tables } = await onPage(question);
    expect(tables[1]?.[1]?.[3]).toBe("Overgenomen van: Ministerie van Bruggen (verzonnen). Aanvaard op 10 mei 2024.");
  });

  test("only what was done since can be listed as done", async () => {
    const days = { peildatum: "2024-07-01", eerder: "2024-05-25" };
    const numbers = async (more: Record<string, string>) =>
      (await onPage(ofBridges({ ...days, ...more }))).tables[1]
        ?.slice(1)
        .map(([what]) => /2024-9\d+/.exec(what ?? "")?.[0]);
    expect(await numbers({})).toEqual(["2024-9001", "2024-9003", "2024-9006"]);
    expect(await numbers({ afgerond: "sinds" })).toEqual(["2024-9006"]);
  });
});

// --- The store itself, with a second clock that runs --------------------------------------------------------------

const place = emptyPlace();

async function annexesIn(store: Awaited<ReturnType<typeof ownStore>>, list: (tx: never) => Promise<void>) {
  await store.write(list as never);
  return (await import("#db/budget-annex.ts")).budgetAnnex;
}
const question = { chapter: null, asThen: false, onlySince: false };

test("as the register then knew it, what was taken back since is gone, with the reason", async () => {
  const store = await ownStore(place);
  try {
    const annex = await annexesIn(store, listBridges as never);
    const { first, later } = bridgesInTurn();
    const at = (events: typeof first, recordedAt: string) =>
      events.map((event) => ({ ...event, recordedAt, recordedBy: "test" }) as unknown as RegisterEvent);
    await store.record(at(first, "2024-02-02T09:00:00.000Z"));
    await store.record(at(later, "2024-06-20T09:00:00.000Z"));
    const asked = { ...question, ministryId: BRIDGES.ministry, cutOff: "2024-07-01", since: "2024-03-01" };
    const gone = async (asThen: boolean) =>
      (await annex({ ...asked, asThen }))?.differences
        ?.filter(({ kind }) => kind === "gone")
        .map(({ before, why }) => [before?.number, ...why]);
    const handedOver = ["2024-9004", "Overgedragen aan: Ministerie van Kades (verzonnen). Aanvaard op 10 mei 2024."];
    expect(await gone(false)).toEqual([handedOver]);
    expect(await gone(true)).toEqual([handedOver, ["2024-9009", "Ingetrokken op 20 juni 2024: Dubbel met 2024-9001."]]);
    // Before the answers were recorded, all was open, whatever they say of days before.
    const unaware = await annex({ ...asked, cutOff: "2024-06-15", since: null, asThen: true });
    expect(unaware?.done).toEqual([]);
    expect((await annex({ ...asked, cutOff: "2024-06-15", since: null }))?.done.map(({ number }) => number)).toEqual([
      "2024-9001",
      "2024-9003",
      "2024-9006",
    ]);
  } finally {
    store.close();
  }
});

test(
  "of any register, the differences are all that two annexes differ in, each once and under what it is",
  async () => {
    const day = fc.oneof(fc.constantFrom(...EVERY_DAY), fc.constantFrom(...DAYS));
    const days = fc.uniqueArray(day, { minLength: 2, maxLength: 2 });
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(registers, days, fc.boolean(), async (register, pair, asThen) => {
        const store = await ownStore(place);
        try {
          const annex = await annexesIn(store, listDrawn as never);
          // One event a day, from the first day on which something can happen.
          for (const [i, event] of published(register).entries())
            await store.record([{ ...event, recordedAt: new Date(Date.UTC(2011, 3, 1 + i, 9)).toISOString() }]);
          const [since = "", cutOff = ""] = pair.sort();
          for (const ministryId of ["m1", "m2"]) {
            const asked = { ...question, ministryId, asThen };
            const before = await annex({ ...asked, cutOff: since, since: null });
            const after = await annex({ ...asked, cutOff, since });
            const told = after?.differences ?? [];
            expect(told.map(({ kind, before, after }) => [(after ?? before)?.number, kind]).sort()).toEqual(
              differencesOf(texts(before), texts(after), told),
            );
            for (const { kind, why } of told) {
              seen.add(kind);
              expect(why.length, "each has a reason").toBeGreaterThan(0);
              for (const sentence of why) expect(sentence).toMatch(/^[A-Z].*[.)]$/s);
            }
          }
        } finally {
          store.close();
        }
      }),
      storedRuns(40),
    );
    expect([...seen].sort(), "Every kind of difference came up.").toEqual(
      ["again", "gone", "new", "otherwise", "settled", "shifted"].sort(),
    );
  },
  PATIENCE,
);

/** The same with each commitment published as soon as it is there: drafts stand in no annex. */
const published = (register: readonly RegisterEvent[]): RegisterEvent[] =>
  register.flatMap((event): RegisterEvent[] => {
    if (event.subject !== "commitment" || event.kind !== "registered") return [event];
    const { subject, subjectId, effectiveOn, recordedAt, recordedBy, seq } = event;
    const payload = { number: `2011-${subjectId}` };
    const id = `${subjectId}-published`;
    return [event, { id, seq, subject, subjectId, effectiveOn, recordedAt, recordedBy, kind: "published", payload }];
  });

async function listDrawn(tx: Parameters<typeof listBridges>[0]): Promise<void> {
  const schema = await import("#db/schema.ts");
  await tx
    .insert(schema.ministries)
    .values(["m1", "m2", "justice"].map((id) => ({ id, name: `Ministerie ${id}`, tooi: null })));
  await tx.insert(schema.offices).values({ id: "office", name: "Minister", ministryId: "m1" });
  await tx.insert(schema.dossiers).values(
    ["d1", "d2"].map((id) => ({
      id,
      slug: id,
      name: `Dossier ${id}`,
      description: "",
      ministryId: "m1",
      committeeId: null,
      showsHelp: false,
      isInvented: true,
    })),
  );
}

type Annex = Awaited<ReturnType<Awaited<ReturnType<typeof annexesIn>>>>;
type Texts = Map<string, { isDone: boolean; text: string }>;

/** What a reader sees of each commitment: in which table, and the words of its three columns. */
function texts(annex: Annex): Texts {
  const rows = (isDone: boolean) =>
    (annex?.[isDone ? "done" : "inHand"] ?? []).map(
      ({ number, description, place, stand }) =>
        [number, { isDone, text: [description, place, stand].join("|") }] as const,
    );
  return new Map([...rows(false), ...rows(true)]);
}

/** What two annexes differ in, from their words alone; whether a deadline shifted, only the standing says. */
function differencesOf(before: Texts, after: Texts, told: NonNullable<NonNullable<Annex>["differences"]>) {
  const term = (row: NonNullable<(typeof told)[number]["after"]>) => {
    const { words, earliest, latest, event } = row.standing.deadline;
    return JSON.stringify([words, earliest, latest, event]);
  };
  return [...new Set([...before.keys(), ...after.keys()])]
    .flatMap((number) => {
      const [then, now] = [before.get(number), after.get(number)];
      if (!then) return [[number, "new"]];
      if (!now) return [[number, "gone"]];
      if (then.isDone === now.isDone && then.text === now.text) return [];
      if (then.isDone !== now.isDone) return [[number, now.isDone ? "settled" : "again"]];
      const row = told.find((one) => one.after?.number === number);
      const isShifted = row?.before && row.after && term(row.before) !== term(row.after);
      return [[number, isShifted ? "shifted" : "otherwise"]];
    })
    .sort();
}
