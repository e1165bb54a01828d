import { describe, expect, it } from "vitest";
import type { Deadline } from "#app/domain/deadline.ts";
import { NO_DEADLINE } from "#app/domain/deadline.ts";
import { deadlineFromWords, deadlines } from "#app/domain/reading/deadline.ts";
import { normalise } from "#app/domain/reading/normalise.ts";
import type { Recess } from "#app/domain/recess.ts";

const recess = (name: Recess["name"], start: string, end: string): Recess => ({
  chamber: "TK",
  name,
  start,
  end,
  basis: "Lijst van de Kamer",
  source: null,
  verified: true,
});
const RECESSES: Recess[] = [
  recess("voorjaar", "2015-02-20", "2015-03-02"),
  recess("mei", "2015-04-24", "2015-05-11"),
  recess("herfst", "2015-10-09", "2015-10-19"),
  recess("kerst", "2015-12-18", "2016-01-11"),
];
const found = (text: string, on: string | null = "2015-03-11") =>
  deadlines(text, { on, chamber: "TK", recesses: RECESSES });
type Row = [words: string, earliest: string | null, latest: string | null, event?: Deadline["event"]];

describe("deadlines in running text, said on Wednesday 11 March 2015", () => {
  it.each<Row>([
    ["voor 1 mei", "2015-03-11", "2015-04-30"],
    ["vóór 1 mei 2016", "2015-03-11", "2016-04-30"],
    ["uiterlijk voor 1 maart 2016", "2015-03-11", "2016-02-29"],
    ["uiterlijk 1 mei", "2015-03-11", "2015-05-01"],
    ["uiterlijk in mei", "2015-03-11", "2015-05-31"],
    ["uiterlijk eind mei", "2015-03-11", "2015-05-31"],
    ["per 1 juli 2015", "2015-07-01", "2015-07-01"],
    ["met ingang van 1 januari", "2016-01-01", "2016-01-01"],
    ["tot en met 30 april", "2015-03-11", "2015-04-30"],
    ["tot mei", "2015-03-11", "2015-04-30"],
    ["op 15 april", "2015-04-15", "2015-04-15"],
    ["binnen twee weken", "2015-03-11", "2015-03-25"],
    ["binnen zes maanden", "2015-03-11", "2015-09-11"],
    ["binnen anderhalf jaar", "2015-03-11", "2016-09-11"],
    ["binnen enkele maanden", "2015-03-11", "2015-06-11"],
    ["binnen een half jaar", "2015-03-11", "2015-09-11"],
    ["in mei", "2015-05-01", "2015-05-31"],
    ["in maart", "2015-03-11", "2015-03-31"],
    ["in februari", "2016-02-01", "2016-02-29"],
    ["begin mei", "2015-05-01", "2015-05-10"],
    ["medio mei", "2015-05-11", "2015-05-20"],
    ["eind mei", "2015-05-21", "2015-05-31"],
    ["in de tweede helft van mei", "2015-05-16", "2015-05-31"],
    ["voor eind mei", "2015-03-11", "2015-05-31"],
    ["in het tweede kwartaal", "2015-04-01", "2015-06-30"],
    ["in het vierde kwartaal van 2016", "2016-10-01", "2016-12-31"],
    ["in Q3 2015", "2015-07-01", "2015-09-30"],
    ["in de eerste helft van 2016", "2016-01-01", "2016-06-30"],
    ["begin 2016", "2016-01-01", "2016-03-31"],
    ["medio 2015", "2015-06-01", "2015-07-31"],
    ["eind dit jaar", "2015-12-01", "2015-12-31"],
    ["eind 2016", "2016-12-01", "2016-12-31"],
    ["aan het einde van het jaar", "2015-12-01", "2015-12-31"],
    ["voor het einde van het jaar", "2015-03-11", "2015-12-31"],
    ["begin volgend jaar", "2016-01-01", "2016-03-31"],
    ["dit voorjaar", "2015-03-21", "2015-06-20"],
    ["in het najaar", "2015-09-21", "2015-12-20"],
    ["voor de zomer", "2015-03-11", "2015-07-02"],
    ["na de zomer", "2015-09-01", "2015-10-31"],
    ["rond de zomer", "2015-06-01", "2015-09-30"],
    ["voor het zomerreces", "2015-03-11", "2015-07-02"],
    ["voor het meireces", "2015-03-11", "2015-04-23"],
    ["voor het komende reces", "2015-03-11", "2015-04-23"],
    ["vlak voor het meireces", "2015-04-10", "2015-04-23"],
    ["direct na het meireces", "2015-05-12", "2015-05-25"],
    ["rond het meireces", "2015-04-10", "2015-05-25"],
    ["voor de kerst", "2015-03-11", "2015-12-17"],
    ["volgende week", "2015-03-16", "2015-03-22"],
    ["komende vrijdag", "2015-03-13", "2015-03-13"],
    ["voor het weekend", "2015-03-11", "2015-03-13"],
    ["nog deze maand", "2015-03-11", "2015-03-31"],
    ["dit jaar", "2015-03-11", "2015-12-31"],
    ["volgend jaar", "2016-01-01", "2016-12-31"],
    ["in 2017", "2017-01-01", "2017-12-31"],
    ["niet eerder dan 1 mei", "2015-05-01", null],
    ["op zijn vroegst in mei", "2015-05-01", null],
    ["omstreeks 1 mei", "2015-04-24", "2015-05-08"],
    ["zo spoedig mogelijk, doch uiterlijk 1 juni", "2015-03-11", "2015-06-01"],
    ["eind april of begin mei", "2015-04-21", "2015-05-10"],
    ["voor het debat over de veerdiensten van 9 april", "2015-03-11", "2015-04-08"],
    ["op Prinsjesdag 2015", "2015-09-15", "2015-09-15", "budget_day"],
    ["voor Verantwoordingsdag", "2015-03-11", "2015-05-19"],
    ["in de volgende voortgangsbrief", null, null, "next_progress_letter"],
    ["bij de eerstvolgende voortgangsrapportage", null, null, "next_progress_letter"],
    ["in de volgende halfjaarrapportage", null, null, "next_half_year_report"],
    ["in de volgende brief", null, null, "next_letter"],
    ["in de volgende monitor", null, null, "next_monitor"],
    ["voor de begrotingsbehandeling", null, null, "before_budget_debate"],
    ["binnen een week, voorafgaand aan de begrotingsbehandeling", null, null, "before_budget_debate"],
    ["voor het tweeminutendebat", null, null, "before_debate"],
    ["voor het algemeen overleg", null, null, "before_committee_meeting"],
    ["bij de Voorjaarsnota", null, null, "spring_memorandum"],
    ["in de volgende begroting", null, null, "next_budget"],
    ["zodra de proef is afgerond", null, null, "condition"],
    ["binnen drie maanden na inwerkingtreding van de wet", null, null, "condition"],
    ["jaarlijks", null, null, "recurring"],
    ["twee keer per jaar", null, null, "recurring"],
    ["te zijner tijd", null, null, "unspecified"],
    ["op korte termijn", null, null, "unspecified"],
    // Days in words, in figures and of a week.
    ["voor één juni", "2015-03-11", "2015-05-31"],
    ["voor de eerste juni", "2015-03-11", "2015-05-31"],
    ["voor 1-6-15", "2015-03-11", "2015-05-31"],
    ["voor 1 juni ’16", "2015-03-11", "2016-05-31"],
    ["op 1 mei van volgend jaar", "2016-05-01", "2016-05-01"],
    ["op 15 en 16 mei", "2015-05-15", "2015-05-16"],
    ["aanstaande dinsdag 17 maart", "2015-03-17", "2015-03-17"],
    ["uiterlijk vrijdag", "2015-03-11", "2015-03-13"],
    ["vrijdag over een week", "2015-03-20", "2015-03-20"],
    ["op de derde dinsdag van september", "2015-09-15", "2015-09-15"],
    ["op de laatste vrijdag van mei 2016", "2016-05-27", "2016-05-27"],
    ["in week 23", "2015-06-01", "2015-06-07"],
    ["in de week na 13 april", "2015-04-20", "2015-04-26"],
    ["begin volgende week", "2015-03-16", "2015-03-18"],
    ["aan het eind van de week", "2015-03-12", "2015-03-15"],
    // Parts of months, quarters, seasons and years.
    ["eind volgende maand", "2015-04-21", "2015-04-30"],
    ["in de tweede helft van deze maand", "2015-03-16", "2015-03-31"],
    ["in de laatste week van mei", "2015-05-25", "2015-05-31"],
    ["in de maanden mei en juni", "2015-05-01", "2015-06-30"],
    ["in het 2e kw. 2016", "2016-04-01", "2016-06-30"],
    ["in H2 2015", "2015-07-01", "2015-12-31"],
    ["in het eerste halfjaar", "2015-03-11", "2015-06-30"],
    ["begin van het nieuwe jaar", "2016-01-01", "2016-03-31"],
    ["in de laatste maanden van dit jaar", "2015-10-01", "2015-12-31"],
    ["in de loop van het jaar", "2015-03-11", "2015-12-31"],
    ["verderop in het jaar", "2015-03-11", "2015-12-31"],
    ["begin najaar", "2015-09-21", "2015-10-20"],
    ["aan het eind van de zomer", "2015-08-21", "2015-09-20"],
    ["in het late voorjaar", "2015-05-21", "2015-06-20"],
    ["najaar 2016", "2016-09-21", "2016-12-20"],
    ["in de winter van 2015/2016", "2015-12-21", "2016-03-20"],
    // Years of schools and of parliament, feasts and vacations.
    ["in het komende schooljaar", "2015-08-01", "2016-07-31"],
    ["voor aanvang van het schooljaar", "2015-03-11", "2015-07-31"],
    ["in dit vergaderjaar", "2015-03-11", "2015-09-14"],
    ["voor het einde van het parlementaire jaar", "2015-03-11", "2015-09-14"],
    ["voor Pasen", "2015-03-11", "2015-04-04"],
    ["na Pinksteren", "2015-05-26", null],
    ["rond de jaarwisseling", "2015-12-24", "2016-01-07"],
    ["voor de feestdagen", "2015-03-11", "2015-12-17"],
    ["voor de meivakantie", "2015-03-11", "2015-04-23"],
    ["voor de start van het zomerreces", "2015-03-11", "2015-07-02"],
    ["na afloop van het meireces", "2015-05-12", "2015-05-25"],
    // Stretches between two moments; a year said once counts for both.
    ["tussen 1 mei en 1 juli", "2015-05-01", "2015-07-01"],
    ["in mei of juni 2016", "2016-05-01", "2016-06-30"],
    ["in Q4/Q1 2016", "2015-10-01", "2016-03-31"],
    // Counted spans.
    ["binnen circa zes weken", "2015-03-11", "2015-04-22"],
    ["binnen twee tot drie maanden", "2015-03-11", "2015-06-11"],
    ["binnen een week of twee", "2015-03-11", "2015-03-25"],
    ["binnen tien werkdagen", "2015-03-11", "2015-03-25"],
    ["binnen twee weken na vandaag", "2015-03-11", "2015-03-25"],
    ["binnen twee weken na het meireces", "2015-05-12", "2015-05-25"],
    ["komend half jaar", "2015-03-11", "2015-09-11"],
    ["over twee à drie weken", "2015-03-25", "2015-04-01"],
    // A soft moment with a limit, and lower bounds.
    ["in mei, maar uiterlijk 1 juli", "2015-03-11", "2015-07-01"],
    ["in mei, uiterlijk in juni", "2015-03-11", "2015-06-30"],
    ["in mei, doch uiterlijk voor het zomerreces", "2015-03-11", "2015-07-02"],
    ["op zijn vroegst na het meireces", "2015-05-12", null],
    ["pas na 1 mei", "2015-05-02", null],
    // Letters named after a month, and events.
    ["in de meibrief", "2015-05-01", "2015-05-31", "named_letter"],
    ["bij de septembercirculaire", "2015-09-01", "2015-09-30", "named_letter"],
    ["uiterlijk in de decemberrapportage", "2015-03-11", "2015-12-31", "named_letter"],
    ["voor aanvang van het debat", null, null, "before_debate"],
    ["bij de Najaarsnota", null, null, "condition"],
    ["na de verkiezingen", null, null, "condition"],
    ["voor de verkiezingen", null, null, "condition"],
    ["elke drie maanden", null, null, "recurring"],
    ["eens per twee jaar", null, null, "recurring"],
    ["nog deze kabinetsperiode", null, null, "unspecified"],
    ["met bekwame spoed", null, null, "unspecified"],
    ["een dezer dagen", null, null, "unspecified"],
  ])("%s", (words, earliest, latest, event = null) => {
    const text = `Het overzicht komt ${words}.`;
    const deadline = found(text);
    expect(deadline).toHaveLength(1);
    expect(deadline[0]).toMatchObject({ earliest, latest, event });
    expect(text.slice(deadline[0]?.start, deadline[0]?.end)).toBe(words);
  });

  it.each([
    "Ik sprak voor de vergadering met de burgemeester.",
    "Dat kost het ministerie 2015 euro in totaal.",
    "De bus rijdt door de straat en over de brug.",
    "Met de fiets is het in de stad sneller.",
    "De begroting voor 2016 is klaar.",
    "Op dinsdag en vrijdag is de balie open.",
    "Datum 11 maart 2015",
    "Dat is wettelijk geregeld.",
    "Op de lange termijn is de brug te smal.",
    "Het weekblad van de meivereniging ligt klaar.",
    "De Zomerbrug en de Najaarsweg krijgen een nieuw dek.",
    "Het half jaar durende onderzoek is klaar.",
  ])("finds none in: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("marks what has passed", () => {
    expect(found("De brief van 2014 is op 3 juni 2014 verstuurd.")[0]).toMatchObject({
      latest: "2014-06-03",
      past: true,
    });
  });

  it.each<[glued: string, latest: string]>([
    ["Dat komt voor 1juni 2015aan de orde.", "2015-05-31"],
    ["Dat komt eindmei terug.", "2015-05-31"],
    ["Dat komt inde zomervan 2016terug.", "2016-09-20"],
    ["Dat komt binnen6 weken.", "2015-04-22"],
    ["Dat komt voorde zomer.", "2015-07-02"],
    ["Dat komt najaar2015.", "2015-12-20"],
  ])("reads words that lost their space: %s", (text, latest) => {
    expect(found(normalise(text).text)).toMatchObject([{ latest }]);
  });

  it.each([
    "De N201wordt 2020meter lang.",
    "De 3de en 4e klas",
    "opeen volgende dagen",
    "Voorde en Inde zijn plaatsen",
  ])("leaves whole what is one word: %s", (text) => {
    expect(normalise(text).text.trimEnd()).toBe(text);
  });

  it.each<[words: string]>([
    ["Voor 1 oktober"],
    ["in het najaar"],
    ["komende vrijdag"],
    ["volgende week dinsdag"],
    ["binnen twee weken"],
    ["voor het zomerreces"],
    ["morgen"],
    ["eind volgende maand"],
    ["in week 23"],
    ["voor Pasen"],
  ])("keeps the words where the date of the text is not known: %s", (words) => {
    const [deadline, ...others] = found(`${words} volgt het overzicht.`, null);
    expect(others).toEqual([]);
    expect(deadline).toMatchObject({ words, earliest: null, latest: null, event: null, past: false });
    expect(deadline?.derived).toContain("zonder");
  });

  it("gives no date where year and date of the text are unknown", () => {
    expect(found("Dat komt in mei.", null)[0]).toMatchObject({ earliest: null, latest: null });
    expect(found("Dat komt in mei 2016.", null)[0]).toMatchObject({ earliest: "2016-05-01", latest: "2016-05-31" });
  });

  it.each<[text: string, owner: string | null]>([
    ["U hoort meer over deze overgang per 1 juli.", "deze overgang"],
    ["Ik informeer u over de wet die op 1 januari in werking treedt.", "de wet"],
    ["Ik informeer u over het overleg dat op 4 juni plaatsvindt.", "het overleg"],
    ["Ik informeer u over het overleg op 4 juni.", "het overleg"],
    ["Ik doe dit zodat de regeling op 1 juli kan ingaan.", "de regeling"],
    ["Ik kom terug op het plan om in 2016 te starten.", "het plan"],
    ["De verhoging per 1 juli is bekend.", "De verhoging"],
    ["Er komt een onderzoek, dat in september start.", "een onderzoek"],
    // Near misses: here the moment is that of the sentence.
    ["Ik zeg toe dat ik voor 1 juli een brief stuur.", null],
    ["Het is de bedoeling dat in mei een brief volgt.", null],
    ["U krijgt een brief die ik voor 1 juli stuur.", null],
    ["Ik stuur de Kamer per 1 juli een overzicht.", null],
    ["Per 1 juli stuur ik een overzicht.", null],
    ["Ik informeer u over de voortgang in het najaar.", null],
    ["Ik zal die evaluatie in mei sturen.", null],
    ["Ik zal de regeling per 1 juli invoeren.", null],
    ["Ik streef ernaar om voor 1 juli te komen met een brief.", null],
  ])("knows whose moment it is: %s", (text, owner) => {
    expect(found(text)).toMatchObject([{ owner }]);
  });

  it("gives one answer a place", () => {
    const text =
      "Ik meld dat zo snel mogelijk, maar in ieder geval voor het commissiedebat over water van 9 april, en voor 1 mei volgt de rest.";
    const places = found(text);
    expect(places.map(({ latest }) => latest)).toEqual(["2015-04-08", "2015-04-30"]);
    for (const [at, next] of places.slice(1).entries()) expect(next.start).toBeGreaterThanOrEqual(places[at]?.end ?? 0);
  });
});

describe("a deadline typed into a form", () => {
  const typed = (words: string, chamber: "TK" | "EK" = "TK") => deadlineFromWords(words, "2011-03-04", chamber, []);

  it.each<Row>([
    ["voor het zomerreces", "2011-03-04", "2011-07-07"],
    ["1 april", "2011-03-04", "2011-04-01"],
    ["1-4-2011", "2011-03-04", "2011-04-01"],
    ["2011-04-01", "2011-03-04", "2011-04-01"],
    ["april 2011", "2011-04-01", "2011-04-30"],
    ["eind dit jaar", "2011-12-01", "2011-12-31"],
    ["Eind dit jaar.", "2011-12-01", "2011-12-31"],
    ["binnen twee weken", "2011-03-04", "2011-03-18"],
    ["liefst voor 1 mei", "2011-03-04", "2011-04-30"],
    ["tweede kwartaal", "2011-04-01", "2011-06-30"],
    ["in de volgende voortgangsbrief", null, null, "next_progress_letter"],
    ["volgende voortgangsbrief", null, null, "next_progress_letter"],
    ["zo spoedig mogelijk", null, null, "unspecified"],
  ])("%s", (words, earliest, latest, event = null) => {
    expect(typed(words)).toMatchObject({ words, earliest, latest, event });
    expect(typed(words).derived).toMatch(/\.$/);
  });

  it("explains how the period follows", () => {
    expect(typed("voor het zomerreces").derived).toBe(
      "voor het zomerreces: uiterlijk de dag voor het reces begint, donderdag 7 juli 2011 (reces: berekend). Een jaar staat er niet bij; 2011 is ingevuld.",
    );
    expect(typed("voor 1 mei").derived).toBe(
      "voor 1 mei: uiterlijk de dag ervoor, zaterdag 30 april 2011. Een jaar staat er niet bij; 2011 is ingevuld.",
    );
    expect(typed("voor 1 mei 2012").derived).toBe("voor 1 mei 2012: uiterlijk de dag ervoor, maandag 30 april 2012.");
    expect(typed("in mei, maar uiterlijk 1 juli 2011").derived).toBe(
      "in mei, maar uiterlijk 1 juli 2011: tot en met vrijdag 1 juli 2011. Liever: van 1 mei 2011 tot en met 31 mei 2011. Een jaar staat er niet bij; 2011 is ingevuld.",
    );
    expect(typed("voor de zomervakantie").derived).toContain("De vakantie is gelezen als het reces van de Kamer.");
  });

  it("keeps the words of a recess that is not known yet, without a date", () => {
    expect(typed("voor het herfstreces")).toMatchObject({ latest: null, event: "before_autumn_recess" });
    expect(typed("voor het herfstreces").derived).toContain("reces nog niet bekend");
  });

  it("never takes a recess of the Tweede Kamer for one of the Eerste", () => {
    for (const words of ["voor het zomerreces", "voor de zomer", "na de kerst"]) {
      const deadline = typed(words, "EK");
      expect(deadline).toMatchObject({ earliest: null, latest: null });
      expect(deadline.derived).toContain("reces van de Eerste Kamer nog niet bekend");
    }
    expect(typed("na het kerstreces", "EK").event).toBe("after_christmas_recess");
  });

  it("knows that the day of an event is too late after 'voor'", () => {
    expect(typed("voor de begrotingsbehandeling")).toMatchObject({ event: "before_budget_debate", beforeEvent: true });
    expect(typed("bij de Voorjaarsnota")).toMatchObject({ event: "spring_memorandum", beforeEvent: false });
  });

  it("has no deadline for no words, and says so of words that it cannot read", () => {
    expect(typed("  ")).toEqual(NO_DEADLINE);
    expect(typed("als het eens uitkomt")).toMatchObject({
      words: "als het eens uitkomt",
      earliest: null,
      latest: null,
      event: "unspecified",
    });
    expect(typed("30 februari 2011")).toMatchObject({ latest: null, event: "unspecified" });
  });
});
