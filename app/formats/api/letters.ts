/** Letters in the API: the list, and one with its passages and what each answers. */
import { z } from "zod";
import { dayInWords } from "#app/domain/calendar.ts";
import { paths } from "#app/paths.ts";
import { publicAmendments, publicLetter, publicLetters } from "#db/public.ts";
import { officialUrl, type Url } from "./addresses.ts";
import { Amendment, amendment } from "./amendment.ts";
import { CommitmentInList, listedCommitment } from "./commitments.ts";
import { addressOrNone, component, day, field, text, textOrNone } from "./components.ts";
import { dossierIdOf } from "./dossiers.ts";
import { claim } from "./history.ts";
import { answerList, listOf, partOf } from "./listing.ts";
import { operation } from "./operation.ts";
import { CLOCKS, idParameter, PAGING } from "./query.ts";
import { chamber, DossierRef, dossierRef, ItemRef, itemRef, OwnLinks, ownLinks, Passage, passageIn } from "./refs.ts";

const shape = {
  id: text("Waaronder het register de brief kent."),
  title: text("De titel."),
  date: day("De datum van de brief."),
  receivedOn: day("De dag waarvan de brief telt: ontvangen door de Kamer, of anders de datum."),
  kind: field(z.enum(["progress", "other"]), "Een voortgangsbrief (progress) of een andere brief (other)."),
  chamber,
  sender: textOrNone("Wie de brief stuurde. Null: dat is niet bekend."),
  paper: textOrNone("Het nummer als Kamerstuk. Null: dat is niet bekend."),
  officialUrl: addressOrNone("Het adres van het Kamerstuk. De officiële publicatie gaat altijd voor."),
  review: field(
    z.enum(["closed", "begun", "not_begun"]),
    "Of is nagegaan welke toezeggingen de brief beantwoordt: ja (closed), begonnen (begun) of nog niet (not_begun).",
  ),
  dossier: DossierRef,
  links: OwnLinks,
};

const LetterInList = component("LetterInList", "Een brief in een lijst.", shape);

type Row = Awaited<ReturnType<typeof publicLetters>>[number];

const letterInList = ({ letter, dossier }: Row, url: Url): z.infer<typeof LetterInList> => ({
  id: letter.id,
  title: letter.title,
  date: letter.date,
  receivedOn: letter.day,
  kind: letter.letterKind,
  chamber: letter.chamber,
  sender: letter.sender,
  paper: letter.paper,
  officialUrl: officialUrl(letter.paper),
  review: letter.reviewClosed ? "closed" : letter.reviewBegun ? "begun" : "not_begun",
  dossier: dossierRef(dossier, url),
  links: ownLinks(url, "letters", letter.id, paths.letter(letter.id)),
});

export const listLetters = operation({
  id: "listLetters",
  tag: "Bronnen",
  path: "/letters",
  summary: "Brieven opvragen",
  description: "De brieven tot en met de peildatum, nieuwste eerst.",
  query: { dossier: idParameter("Alleen in dit dossier.", "de slug van een dossier"), ...CLOCKS, ...PAGING },
  answer: listOf("LetterList", "Een lijst van brieven.", LetterInList),
  async respond(asked) {
    const { moment, query, url } = asked;
    const slug = query.get("dossier");
    const all = await publicLetters(moment, slug ? await dossierIdOf(slug, moment) : null);
    const part = partOf(all, ({ letter }) => letter.id, query);
    return answerList(part, (row) => letterInList(row, url), asked, paths.apiList("letters"), { path: paths.letters });
  },
});

const Letter = component("Letter", "Een brief, met wat elke passage zegt.", {
  ...shape,
  passages: field(
    z.array(
      component("LetterPassage", "Een passage van een brief.", {
        anchor: text("Waaronder de passage te vinden is, zoals p12."),
        kind: field(z.enum(["heading", "paragraph"]), "Een kop of een alinea."),
        level: field(
          z.union([z.literal(1), z.literal(2)]).nullable(),
          "Van een kop: 1 voor een hoofdstuk, 2 daaronder.",
        ),
        text: text("De tekst."),
        footnotes: field(
          z.array(component("Footnote", "Een voetnoot.", { mark: text("Het teken."), text: text("De tekst.") })),
          "De voetnoten bij deze passage.",
        ),
      }),
    ),
    "De tekst. Leeg: het register heeft de tekst van deze brief niet.",
  ),
  answers: field(
    z.array(
      component("LetterAnswer", "Een plaats in de brief die een toezegging beantwoordt.", {
        passage: field(Passage.nullable(), "De plaats."),
        claim: field(claim, "Wat het ministerie daar meldt."),
        note: textOrNone("Toelichting van het register."),
        commitment: CommitmentInList,
      }),
    ),
    "Welke toezeggingen de brief beantwoordt.",
  ),
  promises: field(
    z.array(
      component("LetterPromise", "Een plaats in de brief die iets nieuws toezegt.", {
        passage: field(Passage.nullable(), "De plaats."),
        commitment: CommitmentInList,
      }),
    ),
    "Welke toezeggingen de brief zelf doet.",
  ),
  items: field(
    z.array(
      component("LetterItem", "Een plaats in de brief over iets anders dat het register volgt.", {
        passage: field(Passage.nullable(), "De plaats."),
        note: textOrNone("Toelichting van het register."),
        item: ItemRef,
      }),
    ),
    "Wat de brief nog meer zegt dat het register volgt.",
  ),
  remarks: field(
    z.array(
      component("LetterRemark", "Een opmerking van het register bij de bron.", {
        passage: Passage,
        text: text("De opmerking."),
      }),
    ),
    "Opmerkingen van het register bij de bron.",
  ),
  corrections: field(z.array(Amendment), "Wat aan deze brief is gecorrigeerd of ingetrokken."),
});

export const readLetter = operation({
  id: "readLetter",
  tag: "Bronnen",
  path: "/letters/{id}",
  summary: "Eén brief lezen",
  description: "Een brief met zijn passages, en wat elke plaats beantwoordt, toezegt of anders zegt.",
  key: { name: "id", means: "Waaronder het register de brief kent.", example: "brief-2011-03-04" },
  query: CLOCKS,
  answer: Letter,
  async respond({ moment, url, key }) {
    const found = await publicLetter(key, moment);
    if (!found) return { absent: "letter" };
    const { letter, dossier } = found;
    if (moment.asOf < letter.day)
      return {
        notYet: `Deze brief was er op ${dayInWords(moment.asOf)} nog niet. Hij is van ${dayInWords(letter.day)}.`,
      };
    const place = (passage: Parameters<typeof passageIn>[0] | null | undefined) =>
      passage ? passageIn(passage, url) : null;
    return {
      answer: {
        ...letterInList({ letter, dossier }, url),
        passages: letter.passages.map(({ anchor, kind, level, text: words, footnotes }) => ({
          anchor,
          kind,
          level,
          text: words,
          footnotes: footnotes.map(({ mark, text: note }) => ({ mark, text: note })),
        })),
        answers: found.answers.map(({ passage, claim: said, note, commitment }) => ({
          passage: place(passage),
          claim: said,
          note,
          commitment: listedCommitment(commitment, url),
        })),
        promises: found.promised.map((commitment) => ({
          passage: place(found.promisedAt.get(commitment.id)),
          commitment: listedCommitment(commitment, url),
        })),
        items: [
          ...found.items.map((item) => ({
            passage: place(item.origin?.passage),
            note: null,
            item: itemRef(item, url),
          })),
          ...found.mentions.map((item) => ({
            passage: place(item.passage),
            note: item.note,
            item: itemRef(item, url),
          })),
        ],
        remarks: letter.remarks.map(({ passage, why }) => ({ passage: passageIn(passage, url), text: why })),
        corrections: (await publicAmendments("letter", letter.id, moment)).map(amendment),
      },
    };
  },
});
