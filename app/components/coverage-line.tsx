import { dayInWords, earlier, type IsoDay } from "#app/domain/calendar.ts";

interface Followed {
  dossier: { name: string };
  context: { coverage: { from: IsoDay; until: IsoDay | null } | null };
}

/** More dossiers than this are summed up: nobody reads a list of forty above another list. */
const MOST_NAMED = 6;

/** What the register covers of a list of one dossier; of one that it does not have, what it covers of all. */
export function coveredOf<T extends { dossier: { slug: string } }>(slug: string | null, covered: readonly T[]) {
  const own = covered.filter(({ dossier }) => dossier.slug === slug);
  return own.length > 0 ? own : covered;
}

/** What the register covers and until when: stands with every list. */
export function coverageInWords(followed: readonly Followed[]): string {
  if (followed.length === 0) return "Het register volgt nog geen dossier.";
  if (followed.length > MOST_NAMED) return summedUp(followed);
  const parts = followed.map(({ dossier, context: { coverage } }) => {
    if (!coverage) return dossier.name;
    const until = coverage.until ? `tot en met ${dayInWords(coverage.until)}` : "en wordt nog bijgehouden";
    return `${dossier.name}, gevolgd vanaf ${dayInWords(coverage.from)} ${until}`;
  });
  return `Wat het register dekt: ${parts.join("; ")}.`;
}

function summedUp(followed: readonly Followed[]): string {
  const covered = followed.flatMap(({ context: { coverage } }) => coverage ?? []);
  const first = covered.reduce<IsoDay | null>((before, { from }) => earlier(before, from), null);
  const current = covered.filter(({ until }) => until === null).length;
  const [last] = covered
    .flatMap(({ until }) => until ?? [])
    .sort()
    .reverse();
  const since = first ? `, het eerste gevolgd vanaf ${dayInWords(first)}` : "";
  const until =
    current > 0
      ? `; ${current === followed.length ? "alle worden" : current === 1 ? "1 wordt" : `${current} worden`} nog bijgehouden`
      : last
        ? `, het laatste tot en met ${dayInWords(last)}`
        : "";
  return `Wat het register dekt: ${followed.length} dossiers${since}${until}. Bij Dossiers staat per dossier van wanneer tot wanneer.`;
}
