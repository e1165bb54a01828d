import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ReadLetter, readLetterText } from "#app/domain/reading/sections.ts";

// Letters written for these tests: railways, roads, schools.
const RAILWAY = ` > Retouradres Postbus 20901 2500 EX  Den Haag 

Aan de Voorzitter van de Tweede kamer 
der Staten-Generaal 
Postbus 20018 
2500 EA Den Haag 

Datum 12 juni 2012
Onderwerp Derde voortgangsbericht 2012 over het spoor in de noordelijke regio

Inleiding 
Hierbij bericht ik u over het spoor in het noorden van het land. Mijn vorige brief 
is op 3 december 2011 verzonden.1 Daarna is met de provincies gesproken over de 
planning van de werkzaamheden en over de kosten die daar voor de reizigers aan 
verbonden zijn.2  
 
Stand van het werk 
Stations 
De bouw van de nieuwe halte ligt op schema. De aannemer heeft het perron voor de 
helft gereed en begint na de zomer aan de overkapping. 
In de omgeving van de halte komt een fietsenstalling. De gemeente betaalt daarvan 
twee derde, en ProRail het andere deel. Over het beheer van de stalling en van de 
 

1 Tweede Kamer, vergaderjaar 2011-2012, 11 111 A, nr. 12. 
2 Verslag van het bestuurlijk overleg van 9 januari 2012 
 toegangswegen praten de partijen nog. Zodra zij het eens zijn hoort u van mij wat 
de uitkomst is.  
 
Beveiliging van overwegen 
Op deze lijn liggen veertien overwegen. Daarvan zijn er negen voorzien van een spoor-
boom, en bij de andere wordt de zelf- 
en samenredzaamheid van weggebruikers met een campagne vergroot.3 Over de EU-
lidstaten die dit eerder deden zal ik u in het najaar berichten. 

Overige onderwerpen 
 

3 Zie ook www.voorbeeld.nl/overwegen 
 Geluid 
De metingen van het geluid langs de lijn zijn gereed. Zij gaan als bijlage bij deze 
brief. 
 

De Staatssecretaris van Vervoer en Water, 
 

A.B.Voorbeeld 
 
`;

const shape = (letter: ReadLetter): string[] =>
  letter.passages.map(({ kind, level, text }) => (kind === "heading" ? `${"#".repeat(level ?? 0)} ${text}` : text));
const read = (text: string): string[] => shape(readLetterText(text));
const WRAPPED = `Wij schrijven u deze brief omdat het werk aan de weg later klaar is dan in het
voorjaar was voorzien. Dat komt door de strenge winter en door een tekort aan
mensen bij de aannemer die het werk doet.`;
const WRAPPED_TEXT = WRAPPED.replaceAll("\n", " ");

describe("a letter copied from a PDF", () => {
  const letter = readLetterText(RAILWAY);

  it("has its head in fields", () => {
    expect(letter.head).toEqual({
      title: "Derde voortgangsbericht 2012 over het spoor in de noordelijke regio",
      date: "2012-06-12",
      sender: "De Staatssecretaris van Vervoer en Water, A.B. Voorbeeld",
      addressee: "de Voorzitter van de Tweede Kamer der Staten-Generaal",
      kind: "progress",
      paper: null,
    });
  });

  it("has headings on two levels and a paragraph for each paragraph", () => {
    expect(shape(letter)).toEqual([
      "# Inleiding",
      "Hierbij bericht ik u over het spoor in het noorden van het land. Mijn vorige brief is op 3 december 2011 verzonden. Daarna is met de provincies gesproken over de planning van de werkzaamheden en over de kosten die daar voor de reizigers aan verbonden zijn.",
      "# Stand van het werk",
      "## Stations",
      "De bouw van de nieuwe halte ligt op schema. De aannemer heeft het perron voor de helft gereed en begint na de zomer aan de overkapping.",
      "In de omgeving van de halte komt een fietsenstalling. De gemeente betaalt daarvan twee derde, en ProRail het andere deel. Over het beheer van de stalling en van de toegangswegen praten de partijen nog. Zodra zij het eens zijn hoort u van mij wat de uitkomst is.",
      "## Beveiliging van overwegen",
      "Op deze lijn liggen veertien overwegen. Daarvan zijn er negen voorzien van een spoorboom, en bij de andere wordt de zelf- en samenredzaamheid van weggebruikers met een campagne vergroot. Over de EU-lidstaten die dit eerder deden zal ik u in het najaar berichten.",
      "# Overige onderwerpen",
      "## Geluid",
      "De metingen van het geluid langs de lijn zijn gereed. Zij gaan als bijlage bij deze brief.",
    ]);
  });

  it("has anchors in the order of the text, headings included", () => {
    expect(letter.passages.map((passage) => passage.anchor)).toEqual(letter.passages.map((_, i) => `p${i + 1}`));
  });

  it("has each footnote where it is called", () => {
    const called = letter.passages.filter((passage) => passage.footnotes.length > 0);
    expect(called.map(({ anchor, footnotes }) => [anchor, footnotes])).toEqual([
      [
        "p2",
        [
          { mark: "1", text: "Tweede Kamer, vergaderjaar 2011-2012, 11 111 A, nr. 12." },
          { mark: "2", text: "Verslag van het bestuurlijk overleg van 9 januari 2012" },
        ],
      ],
      ["p8", [{ mark: "3", text: "Zie ook www.voorbeeld.nl/overwegen" }]],
    ]);
  });

  it("keeps letterhead and signature apart", () => {
    expect(letter.outside.letterhead[0]).toBe("> Retouradres Postbus 20901 2500 EX Den Haag");
    expect(letter.outside.signature).toEqual(["De Staatssecretaris van Vervoer en Water,", "A.B.Voorbeeld"]);
  });

  it("reads the same with the line ends of Windows, tabs and no-break spaces", () => {
    expect(readLetterText(RAILWAY.replaceAll("\n", "\r\n"))).toEqual(letter);
    expect(readLetterText(RAILWAY.replaceAll(" de ", "\u00a0de\t"))).toEqual(letter);
    expect(readLetterText(`\ufeff${RAILWAY}`)).toEqual(letter);
  });
});

describe("the head", () => {
  const head = (top: string, bottom = "") => readLetterText(`${top}\n\n${WRAPPED}\n\n${bottom}`).head;

  it.each([
    ["Datum 4 maart 2011\nOnderwerp Wegen", "2011-03-04"],
    ["Datum\n04-03-2011\nOnderwerp\nWegen", "2011-03-04"],
    ["Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 4 maart 2011", "2011-03-04"],
    ["’s-Gravenhage, 4 maart 2011", "2011-03-04"],
    ["Datum 31 februari 2011\nOnderwerp Wegen", null],
    ["Onderwerp Wegen", null],
  ])("%j gives the date %s", (top, date) => {
    expect(head(top).date).toBe(date);
  });

  it.each([
    ["Datum 4 maart 2011\nBetreft: Onderhoud van wegen", "Onderhoud van wegen"],
    ["Onderwerp\nOnderhoud van wegen\nOns kenmerk\n123-A", "Onderhoud van wegen"],
    [
      "Onderwerp Onderhoud van de wegen in het oosten en\nin het zuiden van het land",
      "Onderhoud van de wegen in het oosten en in het zuiden van het land",
    ],
  ])("%j gives the title %s", (top, title) => {
    expect(head(top).title).toBe(title);
  });

  it.each([
    ["De Minister van Wegen en Water,\n\n\nA.B. Voorbeeld", "De Minister van Wegen en Water, A.B. Voorbeeld"],
    [
      "Hoogachtend,\n\nde minister voor Dijken,\n\nmr. drs. C. van der Proef-Persoon",
      "de minister voor Dijken, mr. drs. C. van der Proef-Persoon",
    ],
    [
      "De Staatssecretaris van Onderwijs, Sport en\nKunst,\n\nEva Voorbeeld",
      "De Staatssecretaris van Onderwijs, Sport en Kunst, Eva Voorbeeld",
    ],
    [
      "De Minister van Wegen,\nA. Voorbeeld\n\nDe Minister van Water,\nB. Proef",
      "De Minister van Wegen, A. Voorbeeld en De Minister van Water, B. Proef",
    ],
    [
      "De Minister van Wegen,      De Minister van Water,\n\nA. Voorbeeld      B. Proef",
      "De Minister van Wegen, A. Voorbeeld en De Minister van Water, B. Proef",
    ],
    ["De Minister van Wegen en Water,", "De Minister van Wegen en Water"],
    ["De minister van Wegen heeft dit gelezen.", null],
  ])("%j gives the sender %s", (bottom, sender) => {
    expect(head("Datum 4 maart 2011", bottom).sender).toBe(sender);
  });

  it.each([
    ["Onderwerp Vierde voortgangsrapportage wegen", "", "progress"],
    ["Onderwerp Voortgangsbrief wegen", "", "progress"],
    ["Onderwerp Wegen", "In deze voortgangsbrief leest u hoe het met de wegen gaat.", "progress"],
    ["Onderwerp Wegen", "Hierbij bied ik u de derde voortgangsrapportage over de wegen aan.", "progress"],
    ["Onderwerp Wegen", "In mijn vorige voortgangsbrief schreef ik over de wegen.", "other"],
    ["Onderwerp Wegen", "De voortgangsbrief van 3 mei 2011 ging over wegen.", "other"],
    ["Onderwerp Reactie op vragen over de voortgangsrapportage wegen", "", "other"],
    ["Onderwerp Voortgang van de wegen", "", "other"],
  ])("%j, %j is of kind %3$s", (top, opening, kind) => {
    expect(readLetterText(`${top}\n\n${opening}\n\n${WRAPPED}`).head.kind).toBe(kind);
  });

  it.each([
    ["Kamerstuk 11 222 VI, nr. 75\n\nDatum 4 maart 2011", "11 222 VI, nr. 75"],
    ["11 222 VI Nr. 106 BRIEF VAN DE MINISTER VAN WEGEN", "11 222 VI, nr. 106"],
    [
      "Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2010–2011\n11 222 VI\nVaststelling van de begroting van het Ministerie van Wegen\nen Water (VI) voor het jaar 2011\nNr. 106 BRIEF VAN DE MINISTER VAN WEGEN",
      "11 222 VI, nr. 106",
    ],
    ["Onderwerp Reactie op Kamerstuk 11 222 VI, nr. 75", null],
    ["Datum 4 maart 2011\n\nOp Kamerstuk 11 222 VI, nr. 75 kom ik hieronder terug.", null],
  ])("%j gives the paper %s", (top, paper) => {
    expect(head(top).paper).toBe(paper);
  });

  it("takes the paper from the foot of the pages, not from a footnote", () => {
    const foot = (page: number) => `Tweede Kamer, vergaderjaar 2010–2011, 11 222 VI, nr. 106 ${page}`;
    const printed = readLetterText(`${WRAPPED}\n\n${foot(1)}\f${WRAPPED}\n\n${foot(2)}`);
    expect(printed.head.paper).toBe("11 222 VI, nr. 106");
    expect(printed.outside.pageLines).toEqual([foot(1), foot(2)]);
    expect(readLetterText(`${WRAPPED}\n\n1\n${foot(1).slice(0, -2)}`).head.paper).toBeNull();
  });

  it("is empty where the text has none, and leaves the first sentences alone", () => {
    const none = { title: null, date: null, sender: null, addressee: null, kind: "other", paper: null };
    for (const text of [WRAPPED, `Uw brief van 3 maart 2011 heb ik gelezen.\n\n${WRAPPED}`, "", " \n\f\n"]) {
      expect(readLetterText(text).head).toEqual(none);
      expect(readLetterText(text).outside.letterhead).toEqual([]);
    }
  });
});

describe("headings", () => {
  it("may be numbered", () => {
    expect(
      read(`1. Inleiding\n${WRAPPED}\n2. Wegen\n2.1 Onderhoud van de wegen\n${WRAPPED}\n2.2. Kosten\n${WRAPPED}`),
    ).toEqual([
      "# 1. Inleiding",
      WRAPPED_TEXT,
      "# 2. Wegen",
      "## 2.1 Onderhoud van de wegen",
      WRAPPED_TEXT,
      "## 2.2. Kosten",
      WRAPPED_TEXT,
    ]);
  });

  it("may take two lines where they stand free", () => {
    const heading =
      "Het onderhoud van de wegen in het oosten van het land en de kosten van het\nwerk in de komende jaren";
    expect(read(`${WRAPPED}\n\n${heading}\n\n${WRAPPED}`)[1]).toBe(`# ${heading.replace("\n", " ")}`);
  });

  it("are not short last lines, salutations, tables or the last words of a text", () => {
    expect(read(`Geachte voorzitter,\n\n${WRAPPED}`).filter((text) => text.startsWith("#"))).toEqual([]);
    expect(
      read(`${WRAPPED}\n\nOost 12 14\nWest 11 9\nZuid 3 4\n\n${WRAPPED}`).filter((text) => text.startsWith("#")),
    ).toEqual([]);
    expect(read(`${WRAPPED}\n\nBijlage bij de brief`).filter((text) => text.startsWith("#"))).toEqual([]);
    expect(
      read(`${WRAPPED}\n\nHet gaat om deze punten:\n1. Wegen\n2. Water\n3. Spoor\n\n${WRAPPED}`).filter((text) =>
        text.startsWith("#"),
      ),
    ).toEqual([]);
  });

  it("may have run into the text at the start of a page, where the sentence cannot have begun so", () => {
    const page =
      " Onderhoud over de kosten van het onderhoud aan wegen en bruggen in het jaar 2010.\nDie kosten waren hoger dan voorzien.";
    expect(read(`${WRAPPED}\n${page}`)).toContain("# Onderhoud");
    expect(read(`${WRAPPED}\n${page.replace("2010.", "2010 is veel gezegd.")}`)).not.toContain("# Onderhoud");
  });

  it("of questions and answers are known", () => {
    expect(read(`Vraag 1\n${WRAPPED}\nAntwoord op vragen 1 en 2\nJa.`)).toEqual([
      "# Vraag 1",
      WRAPPED_TEXT,
      "# Antwoord op vragen 1 en 2",
      "Ja.",
    ]);
  });
});

describe("paragraphs", () => {
  it("are one line each where the text was pasted from a web page", () => {
    const first = `${WRAPPED_TEXT} ${WRAPPED_TEXT}`;
    expect(read(`Wegen\n\n${first}\n\n${WRAPPED_TEXT}\nEn dit is er nog een.`)).toEqual([
      "# Wegen",
      first,
      WRAPPED_TEXT,
      "En dit is er nog een.",
    ]);
  });

  it("may be only one", () => {
    expect(read("Een enkele zin zonder punt")).toEqual(["Een enkele zin zonder punt"]);
    expect(read(WRAPPED)).toEqual([WRAPPED_TEXT]);
  });

  it("go on after a form feed and a page number", () => {
    const [one, two, three] = WRAPPED.split("\n");
    expect(read(`${one}\n${two}\n\nPagina 1 van 2\n\f\n${three}`)).toEqual([WRAPPED_TEXT]);
    expect(readLetterText(`${one}\n${two}\n\n1\n\f${three}`).outside.pageLines).toEqual(["1"]);
  });

  it("are the items of a list, each by itself", () => {
    expect(
      read(
        `${WRAPPED}\n• wegen;\n• water, dat in het westen van het land en langs de kust een steeds groter\ngevaar is;\n•\nspoor.\n- Oost\n- West\n\n${WRAPPED}`,
      ),
    ).toEqual([
      WRAPPED_TEXT,
      "wegen;",
      "water, dat in het westen van het land en langs de kust een steeds groter gevaar is;",
      "spoor.",
      "Oost",
      "West",
      WRAPPED_TEXT,
    ]);
  });

  it("are not cut at a dash or a number that only happens to stand first", () => {
    const text =
      "Over de kosten van het werk aan de wegen is met de provincies gesproken, en dat\n– zo bleek – niet voor het eerst. De kosten staan ook in de wet, en wel in artikel\n12. Daar staat wie ze betaalt.";
    expect(read(`${WRAPPED}\n\n${text}`)[1]).toBe(text.replaceAll("\n", " "));
  });

  it.each([
    ["onder-\nhoud", "onderhoud"],
    ["onder-\nen bovengrond", "onder- en bovengrond"],
    ["EU-\nlidstaten", "EU-lidstaten"],
    ["Noord-\nHolland", "Noord-Holland"],
    ["2010-\n2011", "2010-2011"],
    ["milieu-\nimpact", "milieu-impact"],
    ["oud-\nbestuurder", "oud-bestuurder"],
    ["en/\nof", "en/of"],
    ["onder\u00ad\nhoud", "onderhoud"],
  ])("%j at a line end becomes %s", (broken, whole) => {
    expect(read(`Dit gaat, als u het mij vraagt, zonder twijfel over ${broken} in het land.`)[0]).toContain(
      ` ${whole} in`,
    );
  });

  it("keep a hyphen that the same word has elsewhere", () => {
    expect(
      read(`Er is foto-materiaal gemaakt van de weg en van de brug. Daarvan is het foto-\nmateriaal bewaard.`)[0],
    ).toMatch(/het foto-materiaal/);
  });
});

describe("footnotes", () => {
  const notes = (text: string) =>
    readLetterText(text).passages.flatMap(({ text: of, footnotes }) =>
      footnotes.map(({ mark, text: note }) => [mark, note, of]),
    );

  it.each([
    ["De weg is klaar.[1] Dat is mooi.\n\n[1] Kamerstuk 11 111, nr. 2"],
    ["De weg is klaar.¹ Dat is mooi.\n\n¹ Kamerstuk 11 111, nr. 2"],
    ["De weg is klaar. 1) Dat is mooi.\n\n1) Kamerstuk 11 111, nr. 2"],
    ["De weg is klaar.1 Dat is mooi.\n\n1\nKamerstuk 11 111, nr. 2"],
    ["De weg is klaar. 1 Dat is mooi.\n\n1 Kamerstuk 11 111, nr. 2"],
    ["De weg is klaar.1 Dat is mooi.\n\n1. Kamerstuk 11 111, nr. 2"],
  ])("are known in %j", (text) => {
    expect(notes(text)).toEqual([["1", "Kamerstuk 11 111, nr. 2", "De weg is klaar. Dat is mooi."]]);
  });

  it("may stand together at the end, and go on over lines", () => {
    const text = `De weg is klaar.1 De brug ook.2\n\n${WRAPPED}3\n\n1 Kamerstuk 11 111, nr. 2\n2 Brief van de minister van Wegen en Water van 3 maart 2011 over de bruggen in het\noosten van het land.\n3 Zie noot 1`;
    expect(notes(text).map(([mark, note]) => [mark, note])).toEqual([
      ["1", "Kamerstuk 11 111, nr. 2"],
      ["2", "Brief van de minister van Wegen en Water van 3 maart 2011 over de bruggen in het oosten van het land."],
      ["3", "Zie noot 1"],
    ]);
  });

  it("whose call the copy lost belong to the passage before them", () => {
    expect(notes(`${WRAPPED}\n\n1 Kamerstuk 11 111, nr. 2\n\nDat was het.`)).toEqual([
      ["1", "Kamerstuk 11 111, nr. 2", WRAPPED_TEXT],
    ]);
  });

  it("are not dates, amounts, formulas or numbered headings", () => {
    for (const text of [
      `De uitstoot van CO2 daalt. Er is 3.5 miljoen voor.\n\n2 maart 2011 was de laatste dag.`,
      `Zie nr.1 van de lijst.\n\n1 Wegen\n\n${WRAPPED}`,
      `${WRAPPED}\n\n2. Filteren\n\n${WRAPPED}`,
      `${WRAPPED}\n\n12 provincies doen mee.`,
    ]) {
      expect(notes(text)).toEqual([]);
    }
  });
});

describe("whatever the text", () => {
  const letters = (text: string): string => (text.normalize("NFC").match(/\p{L}/gu) ?? []).sort().join("");
  const all = (letter: ReadLetter): string =>
    [
      ...letter.passages.flatMap(({ text, footnotes }) => [text, ...footnotes.map((note) => note.text)]),
      ...Object.values(letter.outside).flat(),
    ].join(" ");

  it("no word is lost", () => {
    const piece = fc.constantFrom(
      ..."Datum|Onderwerp|Aan de Voorzitter|Postbus 12|Den Haag, 4 maart 2011|De Minister van Wegen,|A.B. Voorbeeld|Hoogachtend,|1 Kamerstuk 11 111, nr. 2|[2] Zie|2. Wegen|2.1 Water|•|- spoor|–|Pagina 1 van 2|3|zin.1|woord.|woord|Wegen over de wegen|onder-|EU-|a) dijk|Vraag 1|Nr. 5|11 222 VI|kst-11222-5|Tweede Kamer, vergaderjaar 2010–2011, 11 222, nr. 5|¹ noot|é|www.voorbeeld.nl|Geachte voorzitter,|Tabel 1|wat?".split(
        "|",
      ),
    );
    const between = fc.constantFrom(" ", " ", " ", "\n", "\n", "\n\n", "\r\n", "\f", "\t", "\u00a0", "\n ", "   ");
    const text = fc.array(fc.tuple(piece, between), { maxLength: 60 }).map((parts) => parts.flat().join(""));
    fc.assert(
      fc.property(text, (of) => {
        expect(letters(all(readLetterText(of)))).toBe(letters(of));
      }),
      { numRuns: 1500 },
    );
  });

  it("the time it takes is in proportion to its length", () => {
    const time = (text: string): number => {
      const start = performance.now();
      readLetterText(text);
      return performance.now() - start;
    };
    const pieces = [
      RAILWAY,
      "woord ",
      "De weg is klaar.1\n\n1 Kamerstuk 1\n\n",
      "- ",
      ".”",
      "A-",
      "\n",
      "https:",
      "( ",
      "Wegen\n",
      "1 ",
      "\u00ad ",
    ];
    for (const piece of pieces) {
      const long = piece.repeat(Math.ceil(200_000 / piece.length));
      expect(time(long), JSON.stringify(piece)).toBeLessThan(4_000);
    }
  });
});
