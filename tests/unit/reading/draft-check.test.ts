/** A draft letter against the register: what it answers, mentions, forgets, promises and cites. All of it is invented. */
import { describe, expect, it } from "vitest";
import { checkDraft, type DraftCommitment, readDraftPassage } from "#app/domain/reading/draft-check.ts";
import { registerLine } from "#app/domain/reading/draft-outline.ts";
import { draftInOneLine, draftReportInWords } from "#app/domain/reading/draft-words.ts";
import type { Passage } from "#app/domain/reading/letter-text.ts";
import { type Standing, standing } from "#app/domain/standing.ts";
import {
  by,
  type Draft,
  due,
  evidence,
  made,
  nextLetter,
  planned,
  record,
  reported,
  reviewedLetter,
  told,
  tweedeKamer,
  unreviewedLetter,
  vague,
} from "../../support/events.ts";

const SENT = "2019-06-12";
const DEBATE = "2019-03-13";

const standingOn = (drafts: Draft[], context = tweedeKamer()): Standing => {
  const found = standing(record(made(DEBATE), ...drafts), context, SENT);
  if (!found) throw new Error("The commitment was not made yet.");
  return found;
};

let numbered = 0;
function promise(id: string, title: string, more: Partial<DraftCommitment> = {}): DraftCommitment {
  numbered += 1;
  return {
    id,
    number: `2019-${String(numbered).padStart(4, "0")}`,
    title,
    text: title,
    topic: null,
    addressee: null,
    madeOn: DEBATE,
    papers: ["35000-XVI/12"],
    dossierId: "parken",
    standing: standingOn([due(DEBATE, vague())]),
    ...more,
  };
}

/** A line that starts with `#` is a heading; every other line is a paragraph. */
const passagesOf = (text: string): Passage[] =>
  text
    .trim()
    .split("\n")
    .map((line, i) => ({
      anchor: `p${i + 1}`,
      kind: line.startsWith("#") ? "heading" : "paragraph",
      level: line.startsWith("#") ? 1 : null,
      text: line.replace(/^# /, ""),
      footnotes: [],
    }));

const FOUNTAINS = promise("fonteinen", "De Kamer informeren over het onderhoud van fonteinen in parken");
const BENCHES = promise("bankjes", "Een overzicht sturen van kapotte houten bankjes langs wandelroutes", {
  standing: standingOn([due(DEBATE, by("2019-05-31"))]),
});
const DUCKS = promise("eenden", "Onderzoeken hoeveel broedkorven voor eenden er bij vijvers staan", {
  standing: standingOn([due(DEBATE, nextLetter())]),
});
const KITES = promise("vliegers", "Een brief over vergunningen voor vliegerwedstrijden op het strand", {
  dossierId: "strand",
});
const ALL = [FOUNTAINS, BENCHES, DUCKS, KITES];

function check(
  text: string | Passage[],
  { open = ALL, papers = ["35000-XVI/12"], dossierId = "parken" as string | null } = {},
) {
  const passages = typeof text === "string" ? passagesOf(text) : text;
  const read = passages.map((passage) => readDraftPassage(passage, { date: SENT, chamber: "TK", recesses: [] }));
  return checkDraft(read, { open, papers: new Set(papers) }, { sentOn: SENT, dossierId });
}

const RECALL =
  "Tijdens het debat van 13 maart 2019 heb ik toegezegd uw Kamer te informeren over het onderhoud van fonteinen in parken.";
const CONTENT = "Van de honderd fonteinen zijn er tachtig nagekeken, en twaalf daarvan zijn vervangen.";

describe("a heading with the number of a commitment", () => {
  const heading = (text: string, level: 1 | 2, at: number): Passage => ({
    anchor: `p${at}`,
    kind: "heading",
    level,
    text,
    footnotes: [],
  });
  const words = (text: string, at: number): Passage => ({
    anchor: `p${at}`,
    kind: "paragraph",
    level: null,
    text,
    footnotes: [],
  });
  const named = heading(`Toezegging ${DUCKS.number}: broedkorven`, 1, 1);
  const DONE = "Hiermee heb ik aan deze toezegging voldaan.";
  const found = (...passages: Passage[]) => {
    const { answers, mentions, forgotten } = check(passages);
    const idsOf = (matches: readonly { commitmentId: string }[]) => matches.map(({ commitmentId }) => commitmentId);
    return {
      answered: idsOf(answers),
      mentioned: mentions.flatMap(({ matches }) => idsOf(matches)),
      forgotten: idsOf(forgotten ?? []),
    };
  };

  it("says what a sentence under it is about, whatever the words resemble", () => {
    const { answered, forgotten } = found(named, words(`Er is een lijst van houten bankjes. ${DONE}`, 2));
    expect(answered).toEqual(["eenden"]);
    expect(forgotten).toEqual(["bankjes"]);
  });

  it("gives way to a number in the sentence itself", () => {
    expect(found(named, words(`Aan toezegging ${BENCHES.number} heb ik hiermee voldaan.`, 2)).answered).toEqual([
      "bankjes",
    ]);
  });

  it("goes for a section in its chapter, and ends with the next chapter", () => {
    const section = heading("Hoe is geteld", 2, 2);
    expect(found(named, section, words("Er is geteld met een boot en een kaart.", 3)).mentioned).toEqual(["eenden"]);
    const chapter = heading("Overig", 1, 2);
    expect(found(named, chapter, words("Er is geteld met een boot en een kaart.", 3)).mentioned).toEqual([]);
  });

  it.each([
    ["alone", []],
    ["with an empty line", [words("", 2)]],
    ["with what the register wrote under it", [words(registerLine("beloofd [op 13 maart]. Hiermee is voldaan."), 2)]],
    ["copied as plain text", [words(`Toezegging ${DUCKS.number}: broedkorven`, 2)]],
  ])("is no answer %s", (_, under) => {
    expect(found(named, ...under).forgotten).toContain("eenden");
    expect(found(named, ...under).mentioned).toEqual([]);
  });

  it("reads what somebody wrote behind a line of the register, and tells that the line is still there", () => {
    const passages = [named, words(`${registerLine("beloofd.")} ${DONE}`, 2)];
    expect(found(...passages).answered).toEqual(["eenden"]);
    expect(check(passages).remarks[0]?.why).toContain("Haal hem weg");
  });
});

describe("a commitment that the draft answers", () => {
  it.each([
    ["with the words for it", `${RECALL} ${CONTENT} Hiermee heb ik aan deze toezegging voldaan.`, "met", []],
    ["without saying so", `${RECALL} ${CONTENT}`, null, [/zegt niet dat de toezegging hiermee is nagekomen/]],
    [
      "as met, while the same passage promises the rest",
      `${RECALL} ${CONTENT} Hiermee heb ik aan deze toezegging voldaan. Ik zal uw Kamer vóór 1 oktober 2019 informeren over de overige fonteinen.`,
      "met",
      [/dezelfde alinea belooft nog iets/],
    ],
    [
      "as met, while the same passage says that a part is open",
      `${RECALL} ${CONTENT} Hiermee heb ik aan deze toezegging voldaan. Acht fonteinen zijn nog niet nagekeken.`,
      "met",
      [/nog iets open is/],
    ],
    [
      "by asking for time without a new day",
      `${RECALL} Het onderzoek naar de fonteinen vergt meer tijd; uw Kamer hoort daar later van.`,
      "postpones",
      [/geen nieuwe datum/],
    ],
    [
      "by asking for time until a day",
      `${RECALL} Het onderzoek naar de fonteinen vergt meer tijd; ik zal uw Kamer vóór 1 november 2019 informeren.`,
      "postpones",
      [],
    ],
  ])("%s", (_, text, verdict, gaps) => {
    const { answers, mentions } = check(text);
    expect(answers.map(({ commitmentId }) => commitmentId)).toEqual(["fonteinen"]);
    expect(answers[0]?.verdict).toBe(verdict);
    expect(answers[0]?.gaps).toHaveLength(gaps.length);
    for (const [i, gap] of gaps.entries()) expect(answers[0]?.gaps[i]).toMatch(gap);
    expect(mentions).toEqual([]);
  });

  it("tells the rule, the words and the reasons that it rests on", () => {
    const [answer] = check(`${RECALL} ${CONTENT}`).answers;
    expect(answer?.acts[0]?.finding.why).toContain("heb ik toegezegd");
    expect(answer?.acts[0]?.anchor).toBe("p1");
    expect(answer?.reasons.join("; ")).toContain("fonteinen");
  });

  it("by its number, whatever else the sentence says", () => {
    const { answers } = check(
      `Over toezegging ${KITES.number} heb ik in maart toegezegd u te berichten. Op het strand zijn dit jaar zes wedstrijden gehouden, alle met een vergunning.`,
    );
    expect(answers.map(({ commitmentId, reasons }) => [commitmentId, reasons])).toEqual([
      ["vliegers", [`het nummer ${KITES.number} wordt genoemd`]],
    ]);
  });

  it("by two numbers in one sentence: both", () => {
    const { answers } = check(
      `Aan de toezeggingen ${KITES.number} en ${DUCKS.number} heb ik hiermee voldaan. ${CONTENT}`,
    );
    expect(answers.map(({ commitmentId, verdict }) => [commitmentId, verdict])).toEqual([
      ["vliegers", "met"],
      ["eenden", "met"],
    ]);
  });

  it("in two passages under one heading: the second points back", () => {
    const { answers } = check(`# Water\n${RECALL}\n${CONTENT}\nHiermee heb ik aan deze toezegging voldaan.`);
    expect(answers.map(({ commitmentId, verdict, acts }) => [commitmentId, verdict, acts.length])).toEqual([
      ["fonteinen", "met", 2],
    ]);
  });

  it("and not across a heading: what is meant there, nobody knows", () => {
    const { answers } = check(`# Water\n${RECALL}\n${CONTENT}\n# Overig\nHiermee heb ik aan deze toezegging voldaan.`);
    expect(answers.map(({ commitmentId, verdict }) => [commitmentId, verdict])).toEqual([["fonteinen", null]]);
  });

  it("puts off to a day that is no later than the old one: says so", () => {
    const open = [promise("late", FOUNTAINS.title, { standing: standingOn([due(DEBATE, by("2019-12-31"))]) })];
    const { answers } = check(
      `${RECALL} Het onderzoek naar de fonteinen vergt meer tijd; ik zal uw Kamer vóór 1 november 2019 informeren.`,
      { open },
    );
    expect(answers[0]?.gaps).toEqual([
      "De nieuwe termijn, 31 oktober 2019, is niet later dan de oude, 31 december 2019.",
    ]);
  });
});

describe("a commitment that the draft mentions", () => {
  it("by saying only that it was promised", () => {
    const { answers, mentions } = check(
      `# Water\n${RECALL}\n# Overig\nHet gras wordt in alle parken wekelijks gemaaid.`,
    );
    expect(answers).toEqual([]);
    expect(mentions.map(({ because, matches }) => [because, matches.map((match) => match.commitmentId)])).toEqual([
      ["recalled", ["fonteinen"]],
    ]);
  });

  it("that two fit alike: answers neither, and guesses at none", () => {
    const twin = promise("tweede", FOUNTAINS.title);
    const { answers, mentions } = check(`${RECALL} ${CONTENT}`, { open: [FOUNTAINS, twin] });
    expect(answers).toEqual([]);
    for (const { because, matches } of mentions) expect([because, matches.length]).toEqual(["which", 2]);
  });

  it.each([
    ["a word or two in common", "In de vijvers van de parken is het water dit jaar helder gebleven."],
    ["the same paper and nothing else", "Het verslag (Kamerstuk 35 000 XVI, nr. 12) is vorige week verschenen."],
    ["a number that only looks like one", "In het vergaderjaar 2019-0001 is er niets veranderd."],
  ])("near miss: %s", (_, text) => {
    const { answers, mentions } = check(text);
    expect([answers, mentions]).toEqual([[], []]);
  });
});

describe("what the draft forgets", () => {
  const forgotten = (open: DraftCommitment[], text = "Het gras is gemaaid.", dossierId: string | null = "parken") =>
    check(text, { open, dossierId }).forgotten?.map(({ commitmentId, because }) => [commitmentId, because]) ?? null;

  it("late first, the longest late before the others, then what was promised for the next letter", () => {
    const longer = promise("langer", "Iets anders over hekken", {
      standing: standingOn([due(DEBATE, by("2019-04-30"))]),
    });
    const today = promise("vandaag", "Iets over poorten", { standing: standingOn([due(DEBATE, by(SENT))]) });
    expect(forgotten([DUCKS, today, BENCHES, longer])).toEqual([
      ["langer", "due"],
      ["bankjes", "due"],
      ["vandaag", "due"],
      ["eenden", "next_letter"],
    ]);
  });

  it("what was shifted to the next letter, and told to the Kamer", () => {
    const shifted = promise("verschoven", "Iets over hekken", {
      standing: standingOn([due(DEBATE, by("2019-05-01")), told("2019-04-20", nextLetter())]),
    });
    expect(forgotten([shifted])).toEqual([["verschoven", "next_letter"]]);
  });

  it("what an earlier letter may have answered already, told apart", () => {
    const context = tweedeKamer({ progressLetters: [unreviewedLetter("brief", "2019-05-01")] });
    const earlier = promise("eerder", "Iets over hekken", {
      standing: standingOn([due(DEBATE, nextLetter())], context),
    });
    expect(forgotten([earlier])).toEqual([["eerder", "unreviewed"]]);
  });

  it("what an earlier letter came without is late", () => {
    const context = tweedeKamer({ progressLetters: [reviewedLetter("brief", "2019-05-01")] });
    const missed = promise("gemist", "Iets over hekken", {
      standing: standingOn([due(DEBATE, nextLetter())], context),
    });
    expect(forgotten([missed])).toEqual([["gemist", "due"]]);
  });

  it.each<[string, DraftCommitment]>([
    [
      "due after the day of sending",
      promise("later", "Hekken", { standing: standingOn([due(DEBATE, by("2019-06-13"))]) }),
    ],
    ["without a term", promise("zonder", "Hekken")],
    ["of another dossier", promise("strand", "Hekken", { dossierId: "strand", standing: BENCHES.standing })],
    ["made on the day of sending", promise("nieuw", "Hekken", { madeOn: SENT, standing: BENCHES.standing })],
    [
      "whose rest went on in another",
      promise("verder", "Hekken", {
        standing: standingOn([
          due(DEBATE, by("2019-05-01")),
          reported("2019-04-30", "partly_met", { kind: "successor", commitmentId: "x" }),
        ]),
      }),
    ],
    [
      "without an end: the letter itself is what was promised",
      promise("ritme", "Hekken", {
        standing: standing(
          record(made(DEBATE, { perYear: 2 }), due(DEBATE, nextLetter())),
          tweedeKamer(),
          SENT,
        ) as Standing,
      }),
    ],
  ])("near miss: %s", (_, one) => {
    expect(forgotten([one])).toEqual([]);
  });

  it("a plan of the ministry itself that the Kamer was not told changes nothing", () => {
    const plan = promise("plan", "Hekken", {
      standing: standingOn([
        due(DEBATE, by("2019-05-01")),
        planned("2019-04-20", by("2019-12-01")),
        evidence("2019-05-02"),
      ]),
    });
    expect(forgotten([plan])).toEqual([["plan", "due"]]);
  });

  it("what the draft answers or mentions is not forgotten", () => {
    const text = `Tijdens het debat van 13 maart 2019 heb ik toegezegd een overzicht te sturen van kapotte houten bankjes langs wandelroutes.`;
    expect(forgotten([BENCHES], text)).toEqual([]);
  });

  it("nobody can say without a dossier, unless all that is answered belongs to one", () => {
    expect(forgotten(ALL, "Het gras is gemaaid.", null)).toBeNull();
    expect(forgotten(ALL, `${RECALL} ${CONTENT}`, null)).toEqual([
      ["bankjes", "due"],
      ["eenden", "next_letter"],
    ]);
  });
});

describe("what the draft promises", () => {
  it("with its term, without one, and with one that has passed", () => {
    const { promises } = check(
      "Ik zal uw Kamer vóór 1 oktober 2019 informeren over de hekken.\nIk zal uw Kamer informeren over de poorten.\nIk zal uw Kamer te zijner tijd informeren over de paden.\nIk zal uw Kamer vóór 1 juni 2019 informeren over de sloten.",
    );
    expect(
      promises.map((one) => [one.anchor, one.finding.deadline?.latest ?? null, one.lacksDate, one.isPast]),
    ).toEqual([
      ["p1", "2019-09-30", false, false],
      ["p2", null, true, false],
      ["p3", null, true, false],
      ["p4", "2019-05-31", false, true],
    ]);
  });

  it("a new term for an old promise is no new promise", () => {
    const { promises } = check(
      `${RECALL} Het onderzoek naar de fonteinen vergt meer tijd; ik zal uw Kamer vóór 1 november 2019 informeren.`,
    );
    expect(promises).toEqual([]);
  });
});

describe("papers that the draft cites", () => {
  const states = (text: string, papers = ["35000-XVI/12", "31015/77"]) =>
    check(text, { papers }).citations.map(({ string, state }) => [string, state]);

  it.each([
    ["one that the register has", "Zie Kamerstuk 35 000 XVI, nr. 12.", []],
    ["one that it has not", "Zie Kamerstuk 35 000 XVI, nr. 13.", [["Kamerstuk 35 000 XVI, nr. 13", "unknown"]]],
    ["two, one of which it has", "Zie 31 015, nrs. 77 en 78.", [[expect.any(String), "unknown"]]],
    ["a dossier of which it has a paper", "Zie Kamerstuk 31 015.", []],
    [
      "a chapter that is no number",
      "Zie Kamerstuk 35 000 IIX, nr. 12.",
      [["Kamerstuk 35 000 IIX, nr. 12", "impossible"]],
    ],
    ["four digits", "Zie Kamerstuk 3500, nr. 12.", [["Kamerstuk 3500, nr. 12", "impossible"]]],
    ["six digits", "Zie Kamerstukken II 2018/19, 350001 XVI, nr. 12.", [[expect.any(String), "impossible"]]],
    ["number nought", "Zie Kamerstuk 31 015, nr. 0.", [["Kamerstuk 31 015, nr. 0", "impossible"]]],
    [
      "a year that has yet to come",
      "Zie Kamerstukken II 2020/21, 35 000 XVI, nr. 12.",
      [["Kamerstukken II 2020/21, 35 000 XVI, nr. 12", "impossible"]],
    ],
    [
      "years that do not follow each other",
      "Zie Kamerstukken II 2016/19, 35 000 XVI, nr. 12.",
      [[expect.stringContaining("2016/19"), "impossible"]],
    ],
    [
      "a number without its dossier",
      "Zie de motie op stuk nr. 469.",
      [[expect.stringContaining("nr. 469"), "unresolved"]],
    ],
    [
      "a sort that the register keeps no list of",
      "Zie Aanhangsel Handelingen, vergaderjaar 2018–2019, nr. 938.",
      [[expect.stringContaining("938"), "not_kept"]],
    ],
    ["an amount of money", "Het kost 35 000 euro.", []],
  ])("%s", (_, text, expected) => {
    expect(states(text)).toEqual(expected);
  });

  it("in a footnote as well, with the official publication where it follows", () => {
    const [passage] = passagesOf("De hekken zijn geverfd.") as [Passage];
    const { citations } = check([{ ...passage, footnotes: [{ mark: "1", text: "Kamerstuk 35 000 XVI, nr. 99." }] }]);
    expect(citations.map(({ anchor, state, url }) => [anchor, state, url])).toEqual([
      ["p1", "unknown", "https://zoek.officielebekendmakingen.nl/kst-35000-XVI-99.html"],
    ]);
  });
});

it("a promise that is said to be kept, and that is not open, is a remark", () => {
  const { answers, remarks } = check("Hiermee heb ik voldaan aan mijn toezegging over de kiosken.");
  expect([answers, remarks.map(({ quote }) => quote)]).toEqual([
    [],
    ["Hiermee heb ik voldaan aan mijn toezegging over de kiosken."],
  ]);
});

it("what is odd is told, with its passage", () => {
  const { remarks } = check("# Inleiding\nOp 3 september 2019 heeft de gemeente een hek geopend.");
  expect(remarks.map(({ anchor, quote }) => [anchor, quote])).toEqual([["p2", "Op 3 september 2019"]]);
});

it("the report in words counts each block, and says so where it found nothing", () => {
  const full = check(
    `${RECALL} ${CONTENT}\nIk zal uw Kamer informeren over de paden.\nZie Kamerstuk 35 000 XVI, nr. 13.`,
  );
  expect(draftInOneLine(full)).toBe("1 beantwoord, 0 genoemd, 2 vergeten, 1 nieuw, 1 verwijzing onbekend");
  const words = draftReportInWords(full, ALL);
  expect(words).toContain("Zonder datum: voeg er een toe.");
  expect(words).toContain("Op de dag van verzenden twaalf dagen te laat: de termijn liep af op 31 mei 2019.");
  expect(words.indexOf("bankjes")).toBeLessThan(words.indexOf("broedkorven"));
  expect(draftReportInWords(check("Het gras is gemaaid.", { open: [] }), [])).toContain(
    "Niets gevonden: geen zin beantwoordt een openstaande toezegging.",
  );
});

it("ten times as long takes about ten times as long, also in one passage without an end", () => {
  const sentence = `${RECALL} ${CONTENT} Hiermee heb ik aan deze toezegging voldaan. Zie Kamerstuk 3500, nr. 12 en Kamerstuk 35 000 XVI, nr. 13. `;
  const time = (times: number): number => {
    const passages = passagesOf(sentence.repeat(times));
    const read = passages.map((passage) => readDraftPassage(passage, { date: SENT, chamber: "TK", recesses: [] }));
    const began = performance.now();
    checkDraft(read, { open: ALL, papers: new Set() }, { sentOn: SENT, dossierId: null });
    return performance.now() - began;
  };
  time(60);
  expect(time(600)).toBeLessThan(Math.max(40 * time(60), 400));
});

it("no text is too odd for it: it never throws", () => {
  for (const text of [
    "",
    " ",
    "toezegging 9999-9999",
    "Hiermee heb ik aan deze toezegging voldaan.",
    "#",
    "“".repeat(50),
  ])
    expect(() => check(text)).not.toThrow();
});
