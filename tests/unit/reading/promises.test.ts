import { describe, expect, it } from "vitest";
import { read } from "#app/domain/reading/read.ts";

const findingsIn = (text: string) => read({ text, date: "2019-03-12", recesses: [] }).findings;
const promisesIn = (text: string) => findingsIn(text).filter(({ kind }) => kind === "new_commitment");

/** Each way of promising beside what only looks like it. */
describe.each([
  [
    "the promise named and made",
    ["Die toezegging wil ik u best doen.", "De regering zegt toe de regeling over drie jaar te bezien."],
    [
      "Die toezegging doe ik dus niet.",
      "Op de vraag of ik dit kan toezeggen, kom ik met een tegenvraag.",
      "De minister zegt toe de regeling te bezien.",
    ],
  ],
  [
    "what is put in between commas",
    [
      "De Kamer zal, zodra de metingen in de havens klaar zijn, over de uitslag worden ingelicht.",
      "De bijlagen worden, waar nodig geanonimiseerd, in april aan de Kamer gezonden.",
    ],
    ["De Kamer zal, zo meteen al, worden ingelicht.", "De Kamer is, voordat de metingen begonnen, ingelicht."],
  ],
  [
    "a denial in another part of the sentence",
    [
      "Als het veer niet op tijd vaart, zal ik de Kamer dat melden.",
      "Lukt het overleg met de gemeenten niet, dan kom ik met een voorstel naar de Kamer.",
    ],
    ["Ik denk niet dat ik de Kamer daarover kan inlichten.", "Ik zal de Kamer, ook als het lukt, niet inlichten."],
  ],
  [
    "the verb last",
    ["Ik wil afspreken dat ik de Kamer in juni een tussenstand stuur."],
    ["Het is de vraag waarom ik de Kamer een tussenstand stuur."],
  ],
  [
    "the second verb of the first person",
    [
      "Ik zoek het uit bij de provincie en laat het u weten.",
      "Ik spreek de gemeenten en zal de Kamer de uitkomst melden.",
    ],
    ["De provincie zoekt het uit en laat het u weten."],
  ],
  [
    "without the Kamer by name",
    ["De lijst met haltes stuur ik na het overleg na.", "Die vragen beantwoord ik schriftelijk."],
    ["De lijst met haltes stuur ik naar de provincie.", "Die vragen beantwoord ik nu."],
  ],
  [
    "a paper that goes, lies there or is had",
    [
      "Het eerste verslag over de veren gaat in mei naar de Kamer.",
      "De notitie ligt er voor 1 juni.",
      "In mei heeft u van mij de cijfers over de haltes.",
      "Ik zorg ervoor dat de Kamer de cijfers in mei heeft.",
    ],
    [
      "Het eerste verslag over de veren ging in mei naar de Kamer.",
      "De boot ligt er voor 1 juni.",
      "Ik zorg ervoor dat de haltes in mei schoon zijn.",
    ],
  ],
  [
    "to members and committees",
    ["De leden van de VVD-fractie ontvangen in mei een overzicht.", "Ik zal de commissie in mei inlichten."],
    ["De leden van de VVD-fractie ontvangen veel post.", "Ik zal de Europese Commissie in mei inlichten."],
  ],
  [
    "what is organised for the Kamer",
    ["Ik organiseer voor de Kamerleden een werkbezoek aan de sluizen."],
    ["Ik organiseer voor de gemeenten een werkbezoek aan de sluizen."],
  ],
  [
    "in the next letter, and the letter that reaches the Kamer",
    [
      "In de volgende voortgangsbrief ga ik daar dieper op in.",
      "De brief over de haltes bereikt u voor 1 juni.",
      "Er komt nog een aparte brief over de haltes.",
      "Wij streven ernaar de Kamer een eerste beeld van de kosten te geven.",
    ],
    [
      "In de vorige voortgangsbrief ging ik daar dieper op in.",
      "De trein bereikt u voor 1 juni.",
      "Er kwam nog een aparte brief over de haltes.",
      "Wij streven ernaar de reizigers een eerste beeld van de kosten te geven.",
    ],
  ],
  [
    "beside what is asked, and by giving",
    [
      "Ik zal de Kamer daarover berichten, maar ik vraag u mij de tijd te geven.",
      "Dat overzicht kan ik de Kamer wel geven.",
    ],
    ["Ik vraag u mij de tijd te geven.", "Dat overzicht kan ik de Kamer in mei niet geven."],
  ],
  [
    "an aim",
    ["Het streven is de Kamer voor 1 juni te informeren."],
    ["Het streven is de haltes voor 1 juni te openen."],
  ],
])("%s", (_, promises, others) => {
  it.each(promises)("promises: %s", (text) => {
    expect(promisesIn(text)).not.toEqual([]);
  });
  it.each(others)("does not: %s", (text) => {
    expect(promisesIn(text)).toEqual([]);
  });
});

describe("a sentence that does more than one thing", () => {
  const parts = (text: string) =>
    findingsIn(text).map(({ kind, start, end, deadline }) => [kind, text.slice(start, end), deadline?.words ?? null]);

  it("is split into its promises, each with its own moment", () => {
    expect(parts("Ik zal de Kamer voor 1 mei over de veren informeren en in september een evaluatie sturen.")).toEqual([
      ["new_commitment", "Ik zal de Kamer voor 1 mei over de veren informeren", "voor 1 mei"],
      ["new_commitment", "in september een evaluatie sturen.", "in september"],
    ]);
  });

  it("recalls one promise and makes the next", () => {
    const text = "Zoals toegezegd is de brug hersteld; over de sluis stuur ik u in juni een brief.";
    expect(parts(text)).toEqual([
      ["new_commitment", "over de sluis stuur ik u in juni een brief.", "in juni"],
      ["refers_back", text, "in juni"],
    ]);
  });

  it("stays one where the second part only goes on", () => {
    expect(parts("Ik zal de Kamer in mei informeren over de bruggen en de sluizen.")).toHaveLength(1);
    expect(parts("Ik zoek dat uit en laat het u in mei weten.")).toHaveLength(1);
  });

  it("quotes the whole sentence whichever part does it", () => {
    const text = "De eerste lijst krijgt u in mei en de tweede lijst stuur ik u in juni toe.";
    expect(promisesIn(text).map(({ quote }) => quote)).toEqual([text, text]);
  });
});
