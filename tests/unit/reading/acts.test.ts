import { describe, expect, it } from "vitest";
import type { ReadingInput, SpeechAct } from "#app/domain/reading/findings.ts";
import { read } from "#app/domain/reading/read.ts";

const actsIn = (text: string, more: Partial<ReadingInput> = {}): SpeechAct[] => [
  ...new Set(read({ text, date: "2019-03-12", recesses: [], ...more }).findings.map((finding) => finding.kind)),
];

/** Kinds that the register counts; the asides (verwachting, besluit, vraag) are tested apart. */
const COUNTED: SpeechAct[] = ["new_commitment", "refers_back", "fulfils", "postpones"];
const countedIn = (text: string): SpeechAct[] => actsIn(text).filter((kind) => COUNTED.includes(kind));

describe("a sentence in which the government promises something to the Kamer", () => {
  it.each([
    "Ik zal uw Kamer voor 1 mei informeren over de spoorverbinding met Groningen.",
    "Over de uitkomsten van de proef met deelfietsen informeer ik uw Kamer in het najaar.",
    "Wij zullen u het rapport over de dijkversterking toesturen zodra het gereed is.",
    "Het kabinet zal de Kamer nader berichten over de huurgrens.",
    "Ik hoop de Kamer in juni te kunnen informeren over het warmtenet.",
    "Ik streef ernaar uw Kamer nog dit jaar een voorstel voor de bijtelling te doen toekomen.",
    "De Kamer wordt voor het zomerreces geïnformeerd over de bezetting van de sluizen.",
    "Uw Kamer ontvangt de evaluatie van de woningwet in het tweede kwartaal van 2020.",
    "U krijgt van mij in april een brief over de drinkwaternormen.",
    "Dat zeg ik graag toe aan mevrouw De Wit.",
    "Ik kan de heer Bakker toezeggen dat de busverbinding blijft.",
    "Ik zeg de Kamer toe dat we de geluidsmetingen openbaar maken.",
    "Dat beloof ik.",
    "De minister van Infrastructuur zal uw Kamer hierover berichten.",
    "Mijn ambtgenoot van Financiën zal de Kamer hierover voor de begrotingsbehandeling informeren.",
    "Ik kom daar schriftelijk op terug.",
    "Ik kom in mei terug op de huurtoeslag.",
    "Daar zal ik in mijn brief over de kustlijn op ingaan.",
    "Dit punt neem ik mee in de volgende voortgangsrapportage.",
    "Ik kom voor de zomer met een brief over de veerdiensten.",
    "Het ontwerpbesluit wordt dit najaar aan de Kamer voorgelegd.",
    "Ik houd u op de hoogte van de onderhandelingen over de veerboot.",
    "Ik ben bereid de Kamer hierover per brief te informeren.",
    "De toegezegde notitie is er nog niet; ik zal u die in mei sturen.",
    "De notitie over de laadpalen volgt in september.",
    "Ik laat de Kamer weten wat het gesprek met de vervoerders oplevert.",
    "Wanneer de resultaten bekend zijn, zal ik deze met uw Kamer delen.",
    "Ik zal de Kamer niet alleen over de kosten maar ook over de planning informeren.",
  ])("%s", (text) => {
    expect(actsIn(text)).toContain("new_commitment");
  });
});

describe("a sentence that promises the Kamer nothing", () => {
  it.each([
    ["a question", "Kunt u toezeggen dat de halte openblijft?"],
    ["a request by a member", "Ik vraag de minister om de Kamer voor het reces over de tram te informeren."],
    ["a motion", "verzoekt de regering de Kamer voor 1 juni te informeren over de huurprijzen,"],
    ["a refusal", "Dat kan ik niet toezeggen."],
    ["a negation", "Ik zal de Kamer niet elke week over de waterstand berichten."],
    ["later in the same debate", "Daar kom ik straks op terug."],
    ["the second term", "Ik kom daar in tweede termijn op terug."],
    ["told here and now", "Met deze brief informeer ik u over de stand van het spoorboekje."],
    ["handed over now", "Hierbij stuur ik u het verslag van de waterraad."],
    ["told in the past", "Ik heb uw Kamer daarover in februari geïnformeerd."],
    ["a closing formula", "Ik hoop u hiermee voldoende te hebben geïnformeerd."],
    ["a talk with others", "Ik zal hierover met de vervoerders in gesprek gaan."],
    ["a promise by others", "De woningcorporaties hebben toegezegd de huren te bevriezen."],
    ["a promise to others", "Ik heb de provincies toegezegd dat zij kunnen meepraten."],
    ["a pledge of money", "De twee miljoen euro die is toegezegd, staat op de begroting."],
    ["a pension promise", "De pensioentoezegging van de werkgever verandert niet."],
    ["advice on a motion", "Ik laat het oordeel over deze motie aan de Kamer."],
    ["an expectation", "Naar verwachting is de brug in 2021 klaar."],
    ["a report to the cabinet", "Ik kom in mei naar het kabinet met een plan."],
    ["a shared view", "Ik deel met u de zorg over de grondprijzen."],
    ["told on the spot", "Ik kan u mededelen dat de sluis open is."],
    ["a usual practice", "De Kamer wordt regelmatig geïnformeerd over de waterkwaliteit."],
    ["a wish", "Ik zou graag zien dat de staatssecretaris dit toezegt."],
    ["what the Kamer understands", "De Kamer zal begrijpen dat dit tijd kost."],
    ["a member speaking", "Mevrouw De Wit (VVD): Ik zal de Kamer hierover een voorstel voorleggen."],
    ["if a motion passes", "Als de motie wordt aangenomen, stuur ik de Kamer een brief."],
    ["a denial", "Het was geen toezegging."],
  ])("%s: %s", (_, text) => {
    expect(countedIn(text)).not.toContain("new_commitment");
  });
});

describe("a sentence that says that a promise exists", () => {
  it.each([
    "In het debat van 3 februari heb ik toegezegd de Kamer over de havens te informeren.",
    "De minister heeft toegezegd dat hij met de vervoerders gaat praten.",
    "Tijdens het commissiedebat heeft de staatssecretaris van Infrastructuur aan het lid Jansen toegezegd de cijfers te sturen.",
    "Aan uw Kamer is toegezegd dat de evaluatie in 2020 komt.",
    "Zoals toegezegd aan het lid De Boer zal ik u in mei over de sluizen berichten.",
    "De toegezegde brief over de huurmarkt verschijnt in juni.",
    "Conform de toezegging in het overleg van mei wordt de norm herzien.",
    "Mijn voorganger heeft die toezegging gedaan.",
    "Ik dank de minister voor zijn toezegging.",
    "Die toezegging staat nog steeds.",
    "De minister heeft aangegeven dat hij de Kamer hierover in het najaar zal informeren.",
    "constaterende dat de regering heeft toegezegd de stations toegankelijk te maken;",
    "De minister zegde toe dat er een proef komt.",
    "Klopt het dat u de toezegging heeft gedaan om de lijn te behouden?",
    "Het is niet waar dat ik niets heb toegezegd.",
    "Hij heeft ons beloofd dat de brug in 2019 opengaat.",
  ])("%s", (text) => {
    expect(actsIn(text)).toContain("refers_back");
  });

  it.each([
    ["a promise by others", "De vervoerder heeft toegezegd extra treinen te laten rijden."],
    ["others, in a clause", "De minister weet dat de banken hebben toegezegd mee te doen."],
    ["others, in plural", "Daarna hebben zij toegezegd met een voorstel te komen."],
    ["money", "De middelen die zijn toegezegd, komen uit het fonds."],
    ["not promised", "De minister heeft dat niet toegezegd."],
    ["asked for", "Ik wil graag een toezegging op dit punt."],
    ["pledges of countries", "De toezeggingen van landen tellen nog niet op tot het doel."],
    ["promised to residents", "overwegende dat de bewoners stilte is beloofd;"],
    ["only told before", "Zoals ik uw Kamer eerder heb bericht, loopt de proef tot 2020."],
  ])("not for %s: %s", (_, text) => {
    expect(countedIn(text)).not.toContain("refers_back");
  });
});

describe("a sentence that says that a promise is met", () => {
  it.each([
    "Met deze brief doe ik mijn toezegging gestand.",
    "Hiermee is de toezegging aan het lid Jansen afgedaan.",
    "Ik beschouw de toezegging hiermee als afgedaan.",
    "Hierbij ontvangt u, zoals toegezegd, het onderzoek naar de dijken.",
    "Met deze brief geef ik invulling aan mijn toezegging om u over de tram te informeren.",
    "Conform toezegging zend ik u hierbij de cijfers over de woningbouw.",
    "Hiermee voldoe ik aan de toezegging van 3 maart.",
    "Toezegging T01234 wordt als voldaan aangemerkt.",
  ])("%s", (text) => {
    expect(actsIn(text)).toContain("fulfils");
  });

  it.each([
    "Met deze brief voldoe ik aan uw verzoek om een reactie.",
    "Hiermee geef ik uitvoering aan de motie over de veerdienst.",
    "De toezegging is nog niet nagekomen.",
  ])("not: %s", (text) => {
    expect(actsIn(text)).not.toContain("fulfils");
  });
});

describe("a sentence that puts something off", () => {
  it.each([
    "De vragen over de sluis kunnen niet binnen de gebruikelijke termijn worden beantwoord.",
    "Voor de toegezegde brief heb ik meer tijd nodig.",
    "Helaas lukt het niet om de Kamer voor het zomerreces te informeren.",
    "De brief komt later dan toegezegd.",
    "Het onderzoek loopt vertraging op en wordt nu in maart 2020 verwacht.",
    "Ik vraag de Kamer om uitstel tot 1 juni.",
    "Het voorstel kan niet eerder dan eind 2019 naar de Kamer worden gestuurd.",
  ])("%s", (text) => {
    expect(actsIn(text)).toContain("postpones");
  });

  it("takes the answers promised after a notice of delay as part of the delay", () => {
    const text =
      "De vragen kunnen niet binnen de gestelde termijn worden beantwoord. Ik zal u zo spoedig mogelijk de antwoorden doen toekomen.";
    expect(actsIn(text)).toEqual(["postpones"]);
  });

  it("finds both the delay and the promise where more time is asked to report apart", () => {
    const text = "Omdat dit meer tijd vergt, zal ik uw Kamer hierover apart berichten.";
    expect(actsIn(text)).toEqual(["new_commitment", "postpones"]);
  });

  it("never calls a commitment met where the passage asks for more time", () => {
    const text = "Hierbij ontvangt u, zoals toegezegd, het eerste deel. Het tweede deel vergt meer tijd.";
    const { findings } = read({ text, date: "2019-03-12", recesses: [] });
    expect(findings.find(({ kind }) => kind === "fulfils")?.verdict).toBeNull();
  });
});

describe("what stands beside promises", () => {
  it.each<[SpeechAct, string]>([
    ["expectation", "De verwachting is dat de brug in 2021 gereed is."],
    ["expectation", "Ik verwacht in mei een voorstel van de provincie."],
    ["decision", "Ik heb besloten de lijn niet te verlengen."],
    ["request", "Kunt u de Kamer een overzicht geven van de stations?"],
    ["request", "Het lid Jansen (XYZ) heeft gevraagd naar een proef met nachttreinen."],
  ])("%s: %s", (kind, text) => {
    expect(actsIn(text)).toEqual([kind]);
  });
});

describe("who speaks", () => {
  it("takes no promise from a member or the chair", () => {
    for (const speaker of ["member", "chair"] as const) expect(actsIn("Dat zeg ik toe.", { speaker })).toEqual([]);
  });

  it("follows the labels of a report", () => {
    const text =
      "De heer De Wit (VVD): Ik kom met een brief aan de Kamer. Minister Jansen: Ik stuur de Kamer in mei een brief.";
    expect(
      read({ text, date: "2019-03-12", recesses: [] }).findings.map(({ kind, quote }) => [kind, quote.slice(0, 8)]),
    ).toEqual([["new_commitment", "Minister"]]);
  });
});

it("names the rule, the words, who promised, to whom and what", () => {
  const text =
    "De Staatssecretaris van Infrastructuur heeft het lid Jansen (XYZ) toegezegd de evaluatie in mei 2019 te sturen.";
  const [finding] = read({ text, date: "2019-03-12", recesses: [] }).findings;
  expect(finding).toMatchObject({
    kind: "refers_back",
    quote: text,
    rule: "heeft toegezegd",
    who: "De Staatssecretaris van Infrastructuur",
    to: { words: "het lid Jansen (XYZ)", member: "Jansen", group: "XYZ" },
    form: "evaluation",
    deadline: { words: "in mei 2019", latest: "2019-05-31" },
    verdict: null,
  });
  expect(finding?.why).toMatch(/^Regel ‘heeft toegezegd’: .+“.*toegezegd.*”/);
});
