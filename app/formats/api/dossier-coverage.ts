/** From when until when a dossier was followed: stands with every list of commitments in the API. */
import type { z } from "zod";
import type { DossierStanding } from "#db/public.ts";
import type { Url } from "./addresses.ts";
import { component, dayOrNone, field } from "./components.ts";
import { DossierRef, dossierRef } from "./refs.ts";

export const DossierCoverage = component("DossierCoverage", "Van wanneer tot wanneer een dossier is gevolgd.", {
  dossier: field(DossierRef, "Het dossier."),
  coveredFrom: dayOrNone("Vanaf wanneer. Null: dat is niet vastgelegd."),
  coveredUntil: dayOrNone("Tot en met wanneer. Null: het wordt nog gevolgd."),
});

export const coverageOf = (
  { dossier, context: { coverage } }: DossierStanding,
  url: Url,
): z.infer<typeof DossierCoverage> => ({
  dossier: dossierRef(dossier, url),
  coveredFrom: coverage?.from ?? null,
  coveredUntil: coverage?.until ?? null,
});
