/** Dossiers in the API: what the register follows, from when until when, and where the next letter stands. */
import { z } from "zod";
import { paths } from "#app/paths.ts";
import { coverage, type DossierStanding, publicAmendments, publicDossier, topicsOf } from "#db/public.ts";
import type { Url } from "./addresses.ts";
import { Amendment, amendment } from "./amendment.ts";
import { address, component, count, day, dayOrNone, field, text, yesNo } from "./components.ts";
import { answerList, listOf, partOf } from "./listing.ts";
import { operation } from "./operation.ts";
import { CLOCKS, PAGING } from "./query.ts";
import { OwnLinks, ownLinks, TopicRef, topicRef } from "./refs.ts";

const shape = {
  slug: text("De naam in adressen; vul haar in bij de parameter dossier."),
  name: text("De naam."),
  description: text("Waar het over gaat."),
  isInvented: yesNo("Of het dossier verzonnen is om het register te laten zien. Niemand heeft dit dan toegezegd."),
  coveredFrom: dayOrNone("Vanaf wanneer het is gevolgd. Null: dat is niet vastgelegd."),
  coveredUntil: dayOrNone("Tot en met wanneer. Null: het wordt nog gevolgd."),
  nextLetter: field(
    component("NextLetter", "De volgende voortgangsbrief.", {
      expectedOn: day("Wanneer hij wordt verwacht."),
      basis: field(z.enum(["told", "rhythm"]), "Zoals aan de Kamer gemeld (told), of volgens het ritme (rhythm)."),
      daysLate: count("Hoeveel dagen hij te laat is; 0 als hij dat niet is."),
    }).nullable(),
    "De volgende voortgangsbrief. Null: er is geen dag bekend.",
  ),
  links: OwnLinks,
};

const DossierInList = component("DossierInList", "Een dossier in een lijst.", shape);

const dossierInList = (
  { dossier, context, expected, overdueDays }: DossierStanding,
  url: Url,
): z.infer<typeof DossierInList> => ({
  slug: dossier.slug,
  name: dossier.name,
  description: dossier.description,
  isInvented: dossier.isInvented,
  coveredFrom: context.coverage?.from ?? null,
  coveredUntil: context.coverage?.until ?? null,
  nextLetter: expected && { expectedOn: expected.day, basis: expected.basis, daysLate: overdueDays },
  links: ownLinks(url, "dossiers", dossier.slug, paths.dossier(dossier.slug)),
});

export const listDossiers = operation({
  id: "listDossiers",
  tag: "Bronnen",
  path: "/dossiers",
  summary: "Dossiers opvragen",
  description: "Wat het register volgt, van wanneer tot wanneer, op naam.",
  query: { ...CLOCKS, ...PAGING },
  answer: listOf("DossierList", "Een lijst van dossiers.", DossierInList),
  async respond(asked) {
    const part = partOf(await coverage(asked.moment), ({ dossier }) => dossier.slug, asked.query);
    const page = { path: paths.dossiers };
    return answerList(part, (row) => dossierInList(row, asked.url), asked, paths.apiList("dossiers"), page);
  },
});

/** Of a dossier that the public does not know an id that nothing has. */
export const dossierIdOf = async (slug: string, moment: Parameters<typeof publicDossier>[1]): Promise<string> =>
  (await publicDossier(slug, moment))?.dossier.id ?? "-";

const Dossier = component("Dossier", "Een dossier, met zijn onderwerpen en waar de rest te vinden is.", {
  ...shape,
  topics: field(z.array(TopicRef), "De onderwerpen, op naam."),
  contents: component("DossierContents", "Waar te vinden is wat in het dossier zit.", {
    commitments: address("De toezeggingen."),
    letters: address("De brieven."),
    debates: address("De debatten."),
    items: address("Wat er verder wordt gevolgd."),
  }),
  corrections: field(z.array(Amendment), "Wat aan het dossier zelf is gecorrigeerd, zoals de looptijd."),
});

export const readDossier = operation({
  id: "readDossier",
  tag: "Bronnen",
  path: "/dossiers/{slug}",
  summary: "Eén dossier lezen",
  description: "Een dossier met zijn onderwerpen, en de adressen van wat erin zit.",
  key: { name: "slug", means: "De naam van het dossier in adressen.", example: "aanpak-kinderpornografie" },
  query: CLOCKS,
  answer: Dossier,
  async respond({ moment, url, key }) {
    const found = await publicDossier(key, moment);
    if (!found) return { absent: "dossier" };
    const { id, slug } = found.dossier;
    const inside = (collection: string) => url(paths.apiList(collection), new URLSearchParams({ dossier: slug }));
    return {
      answer: {
        ...dossierInList(found, url),
        topics: (await topicsOf(id, moment)).map((topic) => topicRef(topic, url)),
        contents: {
          commitments: inside("commitments"),
          letters: inside("letters"),
          debates: inside("debates"),
          items: inside("items"),
        },
        corrections: (await publicAmendments("dossier", id, moment)).map(amendment),
      },
    };
  },
});
