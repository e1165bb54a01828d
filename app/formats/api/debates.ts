/** Debates in the API: the list, and one with what was promised in it. */
import { z } from "zod";
import { dayInWords } from "#app/domain/calendar.ts";
import { paths } from "#app/paths.ts";
import { publicAmendments, publicDebate, publicDebates } from "#db/public.ts";
import { officialUrl, type Url } from "./addresses.ts";
import { Amendment, amendment } from "./amendment.ts";
import { CommitmentInList, listedCommitment } from "./commitments.ts";
import { addressOrNone, component, day, field, text, textOrNone } from "./components.ts";
import { dossierIdOf } from "./dossiers.ts";
import { answerList, listOf, partOf } from "./listing.ts";
import { operation } from "./operation.ts";
import { CLOCKS, idParameter, PAGING } from "./query.ts";
import { chamber, DossierRef, dossierRef, OwnLinks, ownLinks } from "./refs.ts";

const shape = {
  id: text("Waaronder het register het debat kent."),
  kind: text("Wat voor debat, zoals algemeen overleg of commissiedebat."),
  title: text("De titel."),
  date: day("De dag van het debat."),
  chamber,
  committee: textOrNone("De commissie."),
  paper: textOrNone("Het verslag als Kamerstuk."),
  officialUrl: addressOrNone("Het adres van dat Kamerstuk. De officiële publicatie gaat altijd voor."),
  dossier: DossierRef,
  links: OwnLinks,
};

const DebateInList = component("DebateInList", "Een debat in een lijst.", shape);

type Row = Awaited<ReturnType<typeof publicDebates>>[number];

const debateInList = ({ debate, committee, dossier }: Row, url: Url): z.infer<typeof DebateInList> => ({
  id: debate.id,
  kind: debate.debateKind,
  title: debate.title,
  date: debate.date,
  chamber: debate.chamber,
  committee,
  paper: debate.paper,
  officialUrl: officialUrl(debate.paper),
  dossier: dossierRef(dossier, url),
  links: ownLinks(url, "debates", debate.id, paths.debate(debate.id)),
});

export const listDebates = operation({
  id: "listDebates",
  tag: "Bronnen",
  path: "/debates",
  summary: "Debatten opvragen",
  description: "De debatten tot en met de peildatum, nieuwste eerst.",
  query: { dossier: idParameter("Alleen in dit dossier.", "de slug van een dossier"), ...CLOCKS, ...PAGING },
  answer: listOf("DebateList", "Een lijst van debatten.", DebateInList),
  async respond(asked) {
    const { moment, query, url } = asked;
    const slug = query.get("dossier");
    const all = await publicDebates(moment, slug ? await dossierIdOf(slug, moment) : null);
    const part = partOf(all, ({ debate }) => debate.id, query);
    return answerList(part, (row) => debateInList(row, url), asked, paths.apiList("debates"), { path: paths.debates });
  },
});

const Debate = component("Debate", "Een debat, met wat erin is toegezegd.", {
  ...shape,
  parliamentaryYear: text("Het vergaderjaar, zoals 2010-2011."),
  speakers: field(
    z.array(
      component("Speaker", "Een bewindspersoon die sprak.", { name: text("De naam."), office: text("Het ambt.") }),
    ),
    "De bewindspersonen.",
  ),
  promises: field(z.array(CommitmentInList), "Wat in dit debat is toegezegd."),
  corrections: field(z.array(Amendment), "Wat aan dit debat is gecorrigeerd of ingetrokken."),
});

export const readDebate = operation({
  id: "readDebate",
  tag: "Bronnen",
  path: "/debates/{id}",
  summary: "Eén debat lezen",
  description: "Een debat, wie er sprak en wat er is toegezegd.",
  key: { name: "id", means: "Waaronder het register het debat kent.", example: "debat-2010-12-02" },
  query: CLOCKS,
  answer: Debate,
  async respond({ moment, url, key }) {
    const found = await publicDebate(key, moment);
    if (!found) return { absent: "debate" };
    const { debate, speakers, parliamentaryYear, promised } = found;
    if (moment.asOf < debate.date)
      return {
        notYet: `Dit debat was er op ${dayInWords(moment.asOf)} nog niet. Het is van ${dayInWords(debate.date)}.`,
      };
    return {
      answer: {
        ...debateInList(found, url),
        parliamentaryYear,
        speakers: speakers.map(({ name, office }) => ({ name, office })),
        promises: promised.map((row) => listedCommitment(row, url)),
        corrections: (await publicAmendments("debate", debate.id, moment)).map(amendment),
      },
    };
  },
});
