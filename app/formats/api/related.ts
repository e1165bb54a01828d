/** What something is linked to, in the API. */
import { z } from "zod";
import type { PublicLink } from "#db/public.ts";
import type { Url } from "./addresses.ts";
import { component, field } from "./components.ts";
import { CommitmentRef, commitmentRef, ItemRef, itemRef } from "./refs.ts";

export const Related = component("Related", "Iets anders in het register dat hiermee samenhangt.", {
  relation: field(
    z.enum(["about", "shows", "answers", "follows_from"]),
    "Hoe: gaat over (about), laat iets zien over (shows), beantwoordt (answers), volgt uit (follows_from).",
  ),
  direction: field(z.enum(["from", "to"]), "Of dit van hier uit is gezegd (from), of van het andere uit (to)."),
  commitment: field(CommitmentRef.nullable(), "Het andere, als het een toezegging is."),
  item: field(ItemRef.nullable(), "Het andere, als het geen toezegging is."),
});

export const related = ({ relation, direction, other }: PublicLink, url: Url): z.infer<typeof Related> => ({
  relation,
  direction,
  commitment: other.kind === "commitment" ? commitmentRef(other, url) : null,
  item: other.kind === "item" ? itemRef({ ...other, id: other.number }, url) : null,
});
