/** What people read of a list on its way in: how far it is, and why a file gives no list. */
import type { ListImportRow } from "#db/list-imports.ts";
import type { Refusal } from "./extract-text/extracted.ts";
import { endingOf } from "./extract-text/file-form.ts";
import { figure } from "./list-fields.ts";

const REFUSALS: Record<Exclude<Refusal, "wrong_type">, string> = {
  no_text: "In dit bestand staat geen tekst. Kies het goede bestand.",
  password: "Dit bestand is beveiligd met een wachtwoord. Sla de lijst op zonder wachtwoord en breng die opnieuw.",
  damaged: "Dit bestand is beschadigd en niet te lezen. Sla de lijst opnieuw op en breng die nog een keer.",
  empty: "Dit bestand is leeg: er staat geen rij in. Kies het goede bestand.",
  too_large:
    "Dit bestand wordt bij het openen te groot om te lezen. Bewaar alleen het blad met de lijst, zonder afbeeldingen.",
  too_many_pages: "Deze lijst heeft meer dan 20.000 rijen. Verdeel de lijst over meer bestanden.",
  takes_too_long:
    "Het lezen van dit bestand duurde te lang en is gestopt. Bewaar de lijst als CSV en breng die opnieuw.",
};

/** A sentence that says what to do. */
export function listRefusal(refusal: Refusal, name: string): string {
  if (refusal !== "wrong_type") return REFUSALS[refusal];
  const ending = endingOf(name);
  const what = ending === "xls" ? "Dit is een oud Excel-bestand (.xls)." : "Dit is geen lijst in Excel of CSV.";
  return `${what} Open de lijst en bewaar die als Excel-werkmap (.xlsx) of als CSV, en breng die opnieuw.`;
}

const BEGUN = {
  waiting: "Wacht op zijn beurt",
  reading: "De lijst wordt gelezen",
  comparing: "De lijst wordt met het register vergeleken",
  taking: "De lijst wordt ingenomen",
} as const;

/** "De lijst wordt met het register vergeleken: rij 300 van 10.000". */
export function listProgress({ state, progress }: Pick<ListImportRow, "state" | "progress">): string {
  const begun = state in BEGUN ? BEGUN[state as keyof typeof BEGUN] : "";
  return progress ? `${begun}: rij ${figure(progress.done)} van ${figure(progress.of)}` : begun;
}

const STATES: Record<ListImportRow["state"], string> = {
  waiting: "wacht op zijn beurt",
  reading: "wordt gelezen",
  refused: "niet te lezen",
  read: "gelezen, kolommen nog te kiezen",
  comparing: "wordt vergeleken",
  compared: "vergeleken, nog niet ingenomen",
  taking: "wordt ingenomen",
  taken: "ingenomen",
};
export const listState = ({ state }: Pick<ListImportRow, "state">): string => STATES[state];
