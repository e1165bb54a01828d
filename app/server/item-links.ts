/** What the forms under an item do beside its own words: links, passages, and the day that its term counts from. */
import { data, redirect } from "@remix-run/node";
import { dayInWords, isIsoDay } from "#app/domain/calendar.ts";
import { RELATIONS } from "#app/domain/item-words.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { paths } from "#app/paths.ts";
import { enterAwaitedDay, withdrawAwaitedDay } from "#db/commitments.ts";
import {
  awaitedStartOf,
  type ItemRow,
  linkItem,
  linkTargets,
  mentionItem,
  originsIn,
  ownershipOfDossier,
  pickTarget,
  withdrawItemLink,
} from "#db/items.ts";
import { today } from "./clock.ts";
import type { InputProblem } from "./debate-fields.ts";
import { passageAt } from "./item-input.ts";
import { notFound } from "./outcome.ts";

/** As typed in these forms; a withdrawal names the link that it is about. */
const LINK_FIELDS = ["relation", "target", "letter", "passage", "note", "happened", "reason", "event"] as const;
export type LinkInput = Record<(typeof LINK_FIELDS)[number], string>;

/** Null where the form is another one: the item's own. */
export async function handleItemLinks(form: FormData, actor: Actor, item: ItemRow) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const typed = Object.fromEntries(LINK_FIELDS.map((field) => [field, text(field)])) as LinkInput;
  const refuse = (field: string, message: string) =>
    data({ typed, linkProblems: [{ field, message }] satisfies InputProblem[] }, { status: 422 });
  const done = (told: string) => redirect(`${paths.editItem(item.id)}?gedaan=${told}`);

  switch (text("doe")) {
    case "koppel": {
      const relation = RELATIONS.find((known) => known === typed.relation);
      if (!relation) return refuse("relation", "Kies wat het ene met het andere te maken heeft.");
      const target = pickTarget(await linkTargets(null), typed.target);
      if (!target)
        return refuse(
          "target",
          typed.target
            ? `“${typed.target}” is geen nummer dat het register kent. Kies uit de lijst of typ het nummer.`
            : "Kies waar dit mee te maken heeft.",
        );
      const outcome = await linkItem(actor.accountId, item.id, relation, target);
      if (outcome.done) return done("gekoppeld");
      return refuse("target", NOT_LINKED[outcome.because]);
    }
    case "vermeld": {
      const letter = (await originsIn(item.dossierId)).find(({ kind, id }) => kind === "letter" && id === typed.letter);
      if (!letter) return refuse("letter", "Kies de brief die hier iets over zegt.");
      const passage = await passageAt(letter.id, typed.passage);
      if (!passage)
        return refuse("passage", "Schrijf waar in de brief dit staat: kopje en alinea, of het nummer van de passage.");
      await mentionItem(actor.accountId, item.id, passage, typed.note || null);
      return done("gekoppeld");
    }
    case "ontkoppel": {
      if (!may(actor, "withdraw", await ownershipOfDossier(item.dossierId))) throw notFound();
      if (!typed.reason)
        return refuse(
          `reason-${typed.event}`,
          "Schrijf kort waarom dit niet klopt: de reden blijft in het register staan.",
        );
      const outcome = await withdrawItemLink(actor.accountId, item.id, typed.event, typed.reason);
      if (outcome.done) return done("ontkoppeld");
      return refuse(
        "",
        outcome.because === "gone"
          ? "Dit verband is er niet meer: misschien heeft iemand anders het al ingetrokken."
          : "Dit is vastgelegd bij het nagaan van een brief. Trek die beoordeling daar in.",
      );
    }
    case "gebeurd":
    case "neem-terug": {
      if (!may(actor, "steer_dossier", await ownershipOfDossier(item.dossierId))) throw notFound();
      const awaited = await awaitedStartOf(item);
      if (!awaited) throw notFound();
      if (text("doe") === "neem-terug") {
        if (!typed.reason) return refuse("reason-happened", "Schrijf waarom deze dag niet klopt.");
        return (await withdrawAwaitedDay(actor.accountId, awaited.id, typed.event, typed.reason))
          ? done("vastgelegd")
          : refuse("", "Deze dag staat er niet meer: hij was al teruggenomen.");
      }
      if (!isIsoDay(typed.happened)) return refuse("happened", "Vul de dag in waarop het is gebeurd.");
      if (typed.happened > today()) return refuse("happened", `${dayInWords(typed.happened)} moet nog komen.`);
      return (await enterAwaitedDay(actor.accountId, { id: awaited.id, what: awaited.words }, typed.happened))
        ? done("vastgelegd")
        : refuse("", "De dag was al ingevuld. Klopt die niet, neem hem dan eerst terug.");
    }
    default:
      return null;
  }
}

const NOT_LINKED = {
  gone: "Dit staat niet meer in het register. Kies iets anders.",
  itself: "Dit is hetzelfde: kies iets anders om aan te koppelen.",
  there: "Dit verband staat er al.",
};
