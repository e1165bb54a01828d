import { dayInWords } from "#app/domain/calendar.ts";
import type { DossierStanding } from "#db/public.ts";

/** What the register covers and until when: stands with every list. */
export function coverageInWords(followed: DossierStanding[]): string {
  if (followed.length === 0) return "Het register volgt nog geen dossier.";
  const parts = followed.map(({ dossier, context: { coverage } }) => {
    if (!coverage) return dossier.name;
    const until = coverage.until ? `tot en met ${dayInWords(coverage.until)}` : "en wordt nog bijgehouden";
    return `${dossier.name}, gevolgd vanaf ${dayInWords(coverage.from)} ${until}`;
  });
  return `Wat het register dekt: ${parts.join("; ")}.`;
}
