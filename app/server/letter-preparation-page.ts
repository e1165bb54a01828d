/** What the page and the outline of a progress letter are made of: the dossier, the day of sending and what was picked. */
import { dayInWords, type IsoDay, isIsoDay } from "#app/domain/calendar.ts";
import { isAskedFor, letterDay } from "#app/domain/letter-preparation.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { dossierStanding } from "#db/dossiers.ts";
import { type LetterPreparation, letterPreparation } from "#db/letter-preparation.ts";
import { today } from "./clock.ts";
import type { InputProblem } from "./debate-fields.ts";
import { FIELDS, pickId } from "./letter-preparation-fields.ts";
import { notFound } from "./outcome.ts";
import { allow } from "./visit.ts";

/**
 * The next letter of a dossier of the own ministry, as the address asks for it.
 * @throws 404 for a dossier that is another's or not there
 */
export async function preparedLetter(actor: Actor, slug: string | undefined, url: URL) {
  const standing = await dossierStanding(slug ?? "", today());
  if (!standing) throw notFound();
  allow(actor, "review", { ministryId: standing.dossier.ministryId });
  const typed = url.searchParams.get(FIELDS.day)?.trim() || null;
  const problem = typed === null ? null : problemOfDay(typed);
  const usual = letterDay(standing.context, today());
  const sentOn = typed === null || problem ? usual : typed;
  const preparation = await letterPreparation(standing, actor.ministryId ?? "", { today: today(), sentOn });
  const wasSent = url.searchParams.has(FIELDS.sent);
  const offered = pickable(preparation);
  const asked = new Set(url.searchParams.getAll(FIELDS.pick));
  const picked = offered.filter(({ id, byDefault }) => (wasSent ? asked.has(id) : byDefault)).map(({ id }) => id);
  const problems: InputProblem[] = [
    ...(problem ? [{ field: FIELDS.day, message: problem }] : []),
    ...(wasSent && offered.length > 0 && picked.length === 0
      ? [{ field: pickId(offered[0]?.id ?? ""), message: "Kies ten minste één ding voor de opzet." }]
      : []),
  ];
  return { standing, sentOn, typedDay: typed ?? sentOn, preparation, picked, problems };
}

/** Drafts have no number by which anybody could recognise them in a letter. */
const pickable = ({ asked, previous }: LetterPreparation): { id: string; byDefault: boolean }[] => [
  ...asked.filter(({ number }) => number !== null).map((one) => ({ id: one.id, byDefault: isAskedFor(one) })),
  ...(previous?.items ?? []).map(({ id }) => ({ id, byDefault: true })),
];

function problemOfDay(typed: IsoDay): string | null {
  if (!isIsoDay(typed)) return "Dit is geen dag die bestaat. Vul de dag in waarop de brief weggaat.";
  return typed < today() ? `${dayInWords(typed)} is al voorbij. Kies vandaag of een latere dag.` : null;
}
