/** Kamerstuk numbers: dossier `32500`, chapter `VI`, number `75`; published as `kst-32500-VI-75`. */

export interface Paper {
  dossier: string;
  /** Budget chapter (Roman), sub-dossier (digits), fund (letter); null where there is none. */
  suffix: string | null;
  /** Digits in the Tweede Kamer, capitals in the Eerste. */
  number: string;
}

const PAPER =
  /^(?:kamerstuk(?:ken)?\s+(?:i{1,2}\s+)?)?(?:\d{4}[-–/]\d{2,4}(?:,\s*|\s+))?(\d{2})[\s.]?(\d{3})(?:[\s-]+([IVXLC]+|[A-Z]|\d{1,2}))?\s*,?\s*n(?:r|rs|o|umme)r?\.?\s*(\d{1,4}|[A-Z]{1,2})$/i;

/** Reads `32 500 VI, nr. 75`, `31015-VI nr 102`, `kst-32500-VI-75`; null for anything else. */
export function parsePaper(text: string): Paper | null {
  const clean = text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
  const published = /^kst-(\d{5})(?:-([IVXLC]+|[A-Z]|\d{1,2}))?-(\d{1,4}|[A-Z]{1,2})$/i.exec(clean);
  if (published) return paper(published[1], published[2], published[3]);
  const written = PAPER.exec(clean);
  return written ? paper(`${written[1]}${written[2]}`, written[3], written[4]) : null;
}

const paper = (dossier = "", suffix: string | undefined = undefined, number = ""): Paper => ({
  dossier,
  suffix: suffix?.toUpperCase() ?? null,
  number: number.toUpperCase(),
});

/** `32 500 VI, nr. 75`, as the Kamer writes it. */
export const paperInWords = ({ dossier, suffix, number }: Paper): string =>
  `${dossier.slice(0, 2)} ${dossier.slice(2)}${suffix ? ` ${suffix}` : ""}, nr. ${number}`;

/** Address of the official publication. */
export const paperUrl = ({ dossier, suffix, number }: Paper): string =>
  `https://zoek.officielebekendmakingen.nl/kst-${[dossier, suffix, number].filter(Boolean).join("-")}.html`;

/** `32500-VI/75`: the same paper has the same key, however it was written. */
export const paperKey = ({ dossier, suffix, number }: Paper): string =>
  `${dossier}${suffix ? `-${suffix}` : ""}/${number}`;
