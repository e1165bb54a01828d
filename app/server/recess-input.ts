/** A recess as a form has it. */
import { isIsoDay } from "#app/domain/calendar.ts";
import { RECESS_WORDS, type Recess, type RecessName, type RecessProblem } from "#app/domain/recess.ts";
import type { Entry } from "#app/domain/reference-fields.ts";

export function recessIn(typed: Entry): { recess: Recess; problems: RecessProblem[] } {
  const { chamber = "", name = "", start = "", end = "", basis = "", source = "" } = typed;
  const problems: RecessProblem[] = [];
  if (chamber !== "TK" && chamber !== "EK")
    problems.push({ field: "chamber", message: "Kies de Tweede of de Eerste Kamer." });
  if (!Object.hasOwn(RECESS_WORDS, name)) problems.push({ field: "name", message: "Kies welk reces het is." });
  if (!isIsoDay(start)) problems.push({ field: "start", message: "Vul de eerste dag in." });
  if (!isIsoDay(end)) problems.push({ field: "end", message: "Vul de laatste dag in." });
  if (basis === "") problems.push({ field: "basis", message: "Schrijf waar deze dagen staan." });
  if (source !== "" && !/^https?:\/\/\S+$/.test(source))
    problems.push({ field: "source", message: "Dit adres begint niet met http:// of https://." });
  return {
    recess: {
      chamber: chamber === "EK" ? "EK" : "TK",
      name: name as RecessName,
      start,
      end,
      basis,
      source: source || null,
      verified: typed.verified === "ja",
    },
    problems,
  };
}

/** A recess as its form shows it. */
export const typedRecess = (recess: Recess): Entry => ({
  ...recess,
  source: recess.source ?? "",
  verified: recess.verified ? "ja" : "",
});
