/** Words of a Dutch text reduced to what they share: "meldknoppen" and "meldknop" are one. */
import snowball from "snowball-stemmers";

const stemmer = snowball.newStemmer("dutch");

/** Words that every letter has, so that say nothing of its subject. */
const COMMON = new Set(
  `de het een en of maar want dus als dat die dit deze daar hier er in op aan van voor met bij uit door over onder tot naar om te ten ter
  is zijn was waren wordt worden werd werden ben bent heb hebt heeft hebben had hadden zal zullen zou zouden kan kunnen kon mag moet moeten wil willen
  ik u uw wij we zij ze hij haar hem hun mij mijn ons onze zich men niet geen wel ook nog al reeds meer veel nader verder tevens
  kamer tweede eerste minister staatssecretaris kabinet regering brief toezegging toegezegd toezeggen informeren geïnformeerd berichten sturen
  stand zaken debat overleg commissie commissiedebat algemeen lid leden heer mevrouw vraag vragen motie jaar jaren waarin waarbij waarover hoe wat wie
  welke tijdens omtrent inzake betreffende aanzien zoals deze hierover daarover mogelijk mogelijkheden via per alle andere tussen
  geven geef laten laat doen doet gaan gaat komen komt terugkomen terug krijgen krijgt staat weten volgt volgen volgende eerstvolgende horen hoort blijven blijft
  overzicht rapportage voortgang uitkomst uitkomsten resultaat resultaten bericht terugkoppelen toesturen ontvangen ontvangt betrokken
  een twee drie vier vijf zes tien keer maal eerder zou komt deel
  daarmee hiermee hierbij daarbij ga zie conform onderdeel wijze gebied kader voorganger gestand afgedaan voldaan nodig samen eigen beide`.split(
    /\s+/,
  ),
);

const cache = new Map<string, string>();
const CACHE_SIZE = 50_000;

/** "Haltes", "routes": the stemmer leaves this plural as it is. */
const PLURAL_OF_E = /(?<=\p{L}{3}[^aeiou])(?<![cr])es$/u;

/** The stem of a lower-case word. */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const fresh = stemmer.stem(word.replace(PLURAL_OF_E, "e")).replace(/ss$/, "s");
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(word, fresh);
  return fresh;
}

const WORD = /[\p{L}\d]+/gu;
const LONGEST_WORD = 60;

/** The stems in a text that say something of its subject, each with the first word that has it, in order. */
export function stemWords(text: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (word.length < 3 || word.length > LONGEST_WORD || COMMON.has(word) || /^\d+$/.test(word)) continue;
    const key = stem(word);
    if (!words.has(key)) words.set(key, word);
  }
  return words;
}

export const stemsOf = (text: string): Set<string> => new Set(stemWords(text).keys());

const SHORTEST_PART = 5;

/**
 * The known stems of which a compound is made, at its start or end: "kinderpornozaken" ends in "zaken". Known is what
 * `isKnown` says; parts are at least five letters, so that "rapport" is not found in every word with "port".
 */
export function partsOf(compound: string, isKnown: (stem: string) => boolean): string[] {
  const parts: string[] = [];
  for (let cut = SHORTEST_PART; cut <= compound.length - 3; cut++) {
    const head = compound.slice(0, cut);
    if (isKnown(head)) parts.push(head);
    else if (head.endsWith("s") && isKnown(head.slice(0, -1))) parts.push(head.slice(0, -1)); // linking s
  }
  for (let cut = 3; cut <= compound.length - SHORTEST_PART; cut++) {
    const tail = compound.slice(cut);
    if (isKnown(tail)) parts.push(tail);
  }
  return parts;
}
