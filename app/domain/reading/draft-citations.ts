/** Papers that a draft cites and the register does not know: perhaps they exist elsewhere, or they cannot exist. */
import { dayInWords, type IsoDay, parliamentaryYear, yearOf } from "../calendar.ts";
import { parliamentaryYearIn, YEAR } from "./citation-grammar.ts";
import type { ReadPassage } from "./draft-check.ts";
import type { FoundCitation, Span } from "./findings.ts";

export interface DoubtfulCitation {
  anchor: string;
  /** As it stands in the draft. */
  string: string;
  /**
   * `unknown`: not in the register, it may exist. `impossible`: no paper can be called so. `unresolved`: the words leave
   * open which paper is meant. `not_kept`: of a sort that the register keeps no list of.
   */
  state: "unknown" | "impossible" | "unresolved" | "not_kept";
  /** Address of the official publication, where it follows for certain. */
  url: string | null;
  why: string;
}

type Doubt = Pick<DoubtfulCitation, "state" | "why">;

const NOT_KEPT: Partial<Record<FoundCitation["kind"], string>> = {
  aanhangsel: "Kamervragen (Aanhangsel)",
  handelingen: "Handelingen",
  zaak: "zaaknummers",
  document: "documentnummers",
  toezegging: "nummers van het register van de Kamer zelf",
};

/** The citations of a passage and its footnotes that a writer should look at, each place once. */
export function doubtfulCitations(
  { passage, citations, footnoteCitations }: ReadPassage,
  papers: ReadonlySet<string>,
  sentOn: IsoDay,
): DoubtfulCitation[] {
  const found = [...citations, ...footnoteCitations].flatMap((citation) => {
    const doubt = doubtIn(citation, papers, sentOn);
    return doubt
      ? [{ string: citation.string, url: doubt.state === "impossible" ? null : citation.url, ...doubt }]
      : [];
  });
  const texts: [string, readonly Span[]][] = [
    [passage.text, citations],
    ...passage.footnotes.map(({ text }): [string, Span[]] => [text, []]),
  ];
  const misshapen = texts.flatMap(([text, taken]) => misshapenIn(text, taken));
  const all = [...found, ...misshapen].map((one) => ({ anchor: passage.anchor, ...one }));
  return [...new Map(all.map((one) => [one.string + one.state, one])).values()];
}

function doubtIn(citation: FoundCitation, papers: ReadonlySet<string>, sentOn: IsoDay): Doubt | null {
  const wrong = impossible(citation, sentOn);
  if (wrong) return { state: "impossible", why: wrong };
  const { kind, dossier, number } = citation;
  const sort = NOT_KEPT[kind];
  if (sort) return { state: "not_kept", why: `Het register houdt geen lijst bij van ${sort}. Kijk zelf of dit klopt.` };
  if (kind === "stuk_nr_context" || (kind === "kst-id" && number === null))
    return {
      state: "unresolved",
      why: "Uit deze woorden volgt niet welk stuk het is. Schrijf het dossiernummer erbij.",
    };
  if (dossier === null) return null;
  if (number === null) {
    const isKnown = [...papers].some((paper) => paper.startsWith(`${dossier}/`) || paper.startsWith(`${dossier}-`));
    return isKnown ? null : { state: "unknown", why: "Van dit dossier kent het register geen enkel stuk." };
  }
  return papers.has(`${dossier}/${number}`.toUpperCase())
    ? null
    : { state: "unknown", why: "Dit stuk staat niet in het register. Het kan wel bestaan: kijk het na." };
}

const YEARS = new RegExp(YEAR, "u");
const CHAPTER = /-([IVXLC]{2,})[A-F]?$/;
const ROMAN = /^(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** Why no paper can be called so on the day of sending; null where one can. */
function impossible({ string, dossier, number, year }: FoundCitation, sentOn: IsoDay): string | null {
  const chapter = CHAPTER.exec(dossier ?? "")?.[1];
  if (chapter && !ROMAN.test(chapter))
    return `${chapter} is geen hoofdstuk van de begroting: dat Romeinse getal bestaat niet.`;
  if (number !== null && /^0+$/.test(number)) return "Een stuk met nummer 0 bestaat niet.";
  const years = YEARS.exec(string);
  if (years && parliamentaryYearIn(years.groups?.from, years.groups?.to) === null)
    return `${years[0]} is geen vergaderjaar: dat loopt van het ene jaar naar het volgende.`;
  if (year !== null && year > (year.includes("-") ? parliamentaryYear(sentOn) : String(yearOf(sentOn))))
    return `${year} begint pas na ${dayInWords(sentOn)}, de dag waarop de brief weggaat.`;
  return null;
}

/** "Kamerstuk 3250, nr. 4": a dossier has five digits. */
const LEAD_WITHOUT_DOSSIER =
  /(?<![\p{L}])kamerstuk(?:ken)?(?: I{1,2})?(?:,? \d{4} ?[-–/] ?\d{2,4})?,? (?<digits>\d{1,4}|\d{6,})(?![\d]|[  .]\d| ?[-–/])(?: [IVXLC]+)?,? ?n(?:rs?|o|ummer)\.? ?\d+/giu;

function misshapenIn(text: string, taken: readonly Span[]): (Doubt & { string: string; url: null })[] {
  let next = 0;
  return [...text.matchAll(LEAD_WITHOUT_DOSSIER)].flatMap(({ index, 0: whole, groups }) => {
    while (taken[next] !== undefined && (taken[next]?.end ?? 0) <= index) next += 1;
    const isRead = (taken[next]?.start ?? Number.POSITIVE_INFINITY) < index + whole.length;
    if (isRead) return [];
    const digits = groups?.digits ?? "";
    const why = `Een dossiernummer heeft vijf cijfers; ${digits} heeft er ${digits.length}.`;
    return [{ string: whole, state: "impossible" as const, url: null, why }];
  });
}
