/** How answers of the API name something that has an answer of its own. */
import { z } from "zod";
import { STATUS_WORDS } from "#app/domain/commitment.ts";
import type { PassageRef } from "#app/domain/events.ts";
import type { Chamber } from "#app/domain/recess.ts";
import type { Status } from "#app/domain/standing.ts";
import { paths } from "#app/paths.ts";
import type { Url } from "./addresses.ts";
import { address, component, day, field, text, textOrNone, yesNo } from "./components.ts";

export const chamber = field(
  z.enum(["TK", "EK"] satisfies Chamber[]),
  "De Kamer: TK is Tweede Kamer, EK is Eerste Kamer.",
);

export const status = field(
  z.enum(["open", "partly_met", "met", "lapsed"] satisfies Status[]),
  `De status: ${Object.entries(STATUS_WORDS)
    .map(([code, word]) => `${code} is ${word}`)
    .join(", ")}. Een vijfde is er niet.`,
);

export const OwnLinks = component("OwnLinks", "Waar dit te vinden is.", {
  self: address("Dit, in de API."),
  page: address("De pagina voor mensen."),
});

/** Both addresses of one thing. */
export const ownLinks = (url: Url, collection: string, key: string, page: string): z.infer<typeof OwnLinks> => ({
  self: url(paths.apiThing(collection, key)),
  page: url(page),
});

export const CommitmentRef = component("CommitmentRef", "Een toezegging, bij naam genoemd.", {
  number: text("Het nummer in dit register."),
  title: text("De titel."),
  links: OwnLinks,
});
export const commitmentRef = (
  { number, title }: { number: string; title: string },
  url: Url,
): z.infer<typeof CommitmentRef> => ({
  number,
  title,
  links: ownLinks(url, "commitments", number, paths.commitment(number)),
});

export const LetterRef = component("LetterRef", "Een brief, bij naam genoemd.", {
  id: text("Waaronder het register de brief kent."),
  title: text("De titel."),
  date: day("De datum van de brief."),
  links: OwnLinks,
});
export const letterRef = (
  { id, title, date }: { id: string; title: string; date: string },
  url: Url,
): z.infer<typeof LetterRef> => ({ id, title, date, links: ownLinks(url, "letters", id, paths.letter(id)) });

export const DebateRef = component("DebateRef", "Een debat, bij naam genoemd.", {
  id: text("Waaronder het register het debat kent."),
  title: text("De titel."),
  date: day("De dag van het debat."),
  links: OwnLinks,
});
export const debateRef = (
  { id, title, date }: { id: string; title: string; date: string },
  url: Url,
): z.infer<typeof DebateRef> => ({ id, title, date, links: ownLinks(url, "debates", id, paths.debate(id)) });

export const DossierRef = component("DossierRef", "Een dossier, bij naam genoemd.", {
  slug: text("De naam in adressen; vul haar in bij de parameter dossier."),
  name: text("De naam."),
  isInvented: yesNo("Of het dossier verzonnen is om het register te laten zien. Niemand heeft dit dan toegezegd."),
  links: OwnLinks,
});
export const dossierRef = (
  { slug, name, isInvented }: { slug: string; name: string; isInvented: boolean },
  url: Url,
): z.infer<typeof DossierRef> => ({
  slug,
  name,
  isInvented,
  links: ownLinks(url, "dossiers", slug, paths.dossier(slug)),
});

export const TopicRef = component("TopicRef", "Een onderwerp binnen een dossier.", {
  slug: text("De naam in adressen; vul haar in bij de parameter onderwerp."),
  name: text("De naam."),
  page: address("De pagina voor mensen."),
});
export const topicRef = ({ slug, name }: { slug: string; name: string }, url: Url): z.infer<typeof TopicRef> => ({
  slug,
  name,
  page: url(paths.topic(slug)),
});

export const ItemRef = component("ItemRef", "Iets dat het register naast toezeggingen volgt, bij naam genoemd.", {
  number: text("Het nummer in dit register."),
  title: text("De titel."),
  links: OwnLinks,
});
export const itemRef = (
  { number, id, title }: { number: string | null; id: string; title: string },
  url: Url,
): z.infer<typeof ItemRef> => {
  const key = number ?? id;
  return { number: key, title, links: ownLinks(url, "items", key, paths.item(key)) };
};

export const Named = component("Named", "Een instelling of persoon, bij naam genoemd.", {
  id: text("Waaronder het register die kent; vul dit in bij de parameter van die naam."),
  name: text("De naam, zoals die op de peildatum was."),
});

export const Passage = component("Passage", "Een plaats in een brief.", {
  letterId: text("De brief."),
  anchor: textOrNone("De passage in de tekst die het register heeft, zoals p12. Zonder tekst: null."),
  place: textOrNone("De plaats in woorden, waar het register de tekst niet heeft."),
  page: address("De plaats op de pagina van de brief."),
});
export const passageIn = (passage: PassageRef, url: Url): z.infer<typeof Passage> => ({
  letterId: passage.letterId,
  anchor: passage.anchor,
  place: passage.place,
  page: url(paths.letter(passage.letterId, passage.anchor)),
});
