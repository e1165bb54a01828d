/** What the address of an annex asks for, and what is wrong with it. */
import type { Problem } from "#app/components/form.tsx";
import type { AnnexQuestion } from "#app/domain/annex-words.ts";
import { dayInWords, type IsoDay, isIsoDay } from "#app/domain/calendar.ts";
import type { Actor } from "#app/domain/permissions.ts";

export interface AskedAnnex {
  /** As it goes back into the form. */
  typed: {
    chapter: string;
    ministry: string;
    cutOff: string;
    since: string;
    asThen: boolean;
    onlySince: boolean;
  };
  problems: Problem[];
  /** Null while nothing was asked, or where something is wrong. */
  question: AnnexQuestion | null;
}

/** A chapter in Roman numerals, some with a letter (`IXB`), or a fund (`A`). */
const CHAPTER = /^(?:[IVXLC]{1,8}[A-E]?|[A-Z])$/;

export function annexAsked(asked: URLSearchParams, actor: Actor, today: IsoDay): AskedAnnex {
  const text = (name: string) => (asked.get(name) ?? "").trim();
  const typed = {
    chapter: text("hoofdstuk").toUpperCase().slice(0, 40),
    ministry: text("ministerie") || (asked.has("ministerie") ? "" : (actor.ministryId ?? "")),
    cutOff: text("peildatum") || today,
    since: text("eerder"),
    asThen: asked.get("weten") === "toen",
    onlySince: asked.get("afgerond") === "sinds",
  };
  if (!asked.has("ministerie")) return { typed, problems: [], question: null };
  const problems = problemsIn(typed, today);
  const { chapter, ministry: ministryId, cutOff, since, asThen, onlySince } = typed;
  const question = {
    chapter: chapter || null,
    ministryId,
    cutOff,
    since: since || null,
    asThen,
    onlySince: onlySince && since !== "",
  };
  return { typed, problems, question: problems.length > 0 ? null : question };
}

function problemsIn({ chapter, ministry, cutOff, since }: AskedAnnex["typed"], today: IsoDay): Problem[] {
  const problems: Problem[] = [];
  const add = (field: string, message: string) => problems.push({ field, message });
  if (chapter !== "" && !CHAPTER.test(chapter))
    add("hoofdstuk", "Schrijf het hoofdstuk in Romeinse cijfers, bijvoorbeeld VI, of laat het leeg.");
  if (ministry === "") add("ministerie", "Kies een ministerie.");
  const days = [["peildatum", cutOff] as const, ...(since === "" ? [] : [["eerder", since] as const])];
  for (const [field, day] of days) {
    if (!isIsoDay(day)) add(field, "Dit is geen datum die bestaat. Kies een dag.");
    else if (day > today) add(field, `${dayInWords(day)} moet nog komen. Kies vandaag of een eerdere dag.`);
  }
  const areDays = !problems.some(({ field }) => field === "peildatum" || field === "eerder");
  if (areDays && since !== "" && since >= cutOff) add("eerder", "De eerdere peildatum moet voor de peildatum liggen.");
  return problems;
}

export const unknownMinistry: Problem = {
  field: "ministerie",
  message: "Dit ministerie is er niet. Kies er een uit de lijst.",
};

/** `begrotingsbijlage-VI-2011-03-04.docx`. */
export const annexFileName = ({ chapter, cutOff }: AnnexQuestion, ending: string): string =>
  `${["begrotingsbijlage", chapter, cutOff].filter(Boolean).join("-")}.${ending}`;
