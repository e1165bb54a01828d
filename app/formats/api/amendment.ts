/** Corrections and withdrawals, in the API. */
import { z } from "zod";
import { paths } from "#app/paths.ts";
import type { ListedAmendment, PublicAmendment } from "#db/public.ts";
import type { Url } from "./addresses.ts";
import { address, component, day, dayOrNone, field, text, textOrNone } from "./components.ts";
import { DossierRef, dossierRef } from "./refs.ts";

const Change = component("Change", "Een veld dat is gecorrigeerd.", {
  label: text("Het veld."),
  was: text("Wat er stond."),
  now: text("Wat er nu staat."),
});

const shape = {
  id: text("De gebeurtenis die corrigeert of intrekt."),
  eventId: text("De gebeurtenis waar het over gaat."),
  act: field(
    z.enum(["corrected", "withdrawn", "restored"]),
    "Gecorrigeerd, ingetrokken, of na een intrekking toch weer geldig.",
  ),
  sentence: text("Wat de gebeurtenis zegt, zoals het nu geldt of het laatst gold."),
  changes: field(z.array(Change), "Wat er veranderde, veld voor veld."),
  day: day("De dag waarvoor het geldt."),
  recordedOn: day("De dag waarop het is vastgelegd."),
  reason: text("De reden."),
  undoneOn: dayOrNone("De dag waarop dit zelf weer is teruggedraaid."),
  undoneReason: textOrNone("Waarom het is teruggedraaid."),
};

export const Amendment = component("Amendment", "Een correctie of intrekking van iets dat openbaar was.", shape);

export const amendment = (kept: PublicAmendment): z.infer<typeof Amendment> => ({
  id: kept.id,
  eventId: kept.eventId,
  act: kept.act,
  sentence: kept.sentence,
  changes: kept.changes.map(({ label, was, now }) => ({ label, was, now })),
  day: kept.day,
  recordedOn: kept.recordedOn,
  reason: kept.reason,
  undoneOn: kept.undone?.on ?? null,
  undoneReason: kept.undone?.reason ?? null,
});

export const Correction = component("Correction", "Een correctie of intrekking, met waarvan.", {
  ...shape,
  thing: component("CorrectedThing", "Waar een correctie over gaat.", {
    kind: field(z.enum(["commitment", "debate", "letter", "item", "dossier"]), "Wat voor iets het is."),
    key: text("Het nummer, of waaronder het register het kent."),
    title: text("De titel."),
    page: address("De pagina voor mensen."),
  }),
  dossier: DossierRef,
});

const PAGES: Record<ListedAmendment["thing"]["kind"], (key: string) => string> = {
  commitment: paths.commitment,
  debate: paths.debate,
  letter: (id) => paths.letter(id),
  item: paths.item,
  dossier: paths.dossier,
};

export const correction = (kept: ListedAmendment, url: Url): z.infer<typeof Correction> => ({
  ...amendment(kept),
  thing: {
    kind: kept.thing.kind,
    key: kept.thing.address,
    title: kept.thing.title,
    page: url(PAGES[kept.thing.kind](kept.thing.address)),
  },
  dossier: dossierRef(kept.dossier, url),
});
