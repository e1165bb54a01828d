/** Commitments in the API: the list, by the filter of the page, and one with all that is known of it. */
import { z } from "zod";
import { dayInWords } from "#app/domain/calendar.ts";
import { CHAMBER_WORDS, STATUS_WORDS } from "#app/domain/commitment.ts";
import { filterFrom, filterSentence, filterToParams, wholeOf } from "#app/domain/filter.ts";
import { SORTS } from "#app/domain/list-order.ts";
import { standingExplained, standingRemarks } from "#app/domain/standing-words.ts";
import { paths } from "#app/paths.ts";
import {
  coverage,
  filterOptions,
  type ListedCommitment,
  pickedNames,
  publicAmendments,
  publicCommitment,
  queryElsewhere,
  registerView,
} from "#db/public.ts";
import { officialUrl, type Url } from "./addresses.ts";
import { Amendment, amendment } from "./amendment.ts";
import { commitmentPart } from "./commitment-part.ts";
import { addressOrNone, component, count, day, dayOrNone, field, text, textOrNone } from "./components.ts";
import { coverageOf, DossierCoverage } from "./dossier-coverage.ts";
import { claim, HistoryEvent, history } from "./history.ts";
import { answerList, listOf } from "./listing.ts";
import { operation } from "./operation.ts";
import {
  asPagesWriteIt,
  CLOCKS,
  choiceParameter,
  dayParameter,
  idParameter,
  PAGING,
  type Parameters,
} from "./query.ts";
import {
  CommitmentRef,
  chamber,
  commitmentRef,
  DebateRef,
  DossierRef,
  debateRef,
  dossierRef,
  LetterRef,
  letterRef,
  Named,
  OwnLinks,
  ownLinks,
  Passage,
  passageIn,
  TopicRef,
  topicRef,
} from "./refs.ts";
import { Related, related } from "./related.ts";
import { Standing, standing } from "./standing.ts";

const shape = {
  number: text("Het nummer in dit register: jaar van de toezegging en volgnummer."),
  title: text("Wat is toegezegd, in het kort."),
  madeOn: day("De dag van het debat of de brief waarin het is toegezegd."),
  dossier: DossierRef,
  topic: field(TopicRef.nullable(), "Het onderwerp binnen het dossier."),
  ministry: field(Named, "Het ministerie dat er op de peildatum over gaat."),
  office: text("Het ambt dat het toezegde. De toezegging hoort bij het ambt, niet bij de persoon."),
  standing: Standing,
  links: OwnLinks,
};

export const CommitmentInList = component("CommitmentInList", "Een toezegging in een lijst.", shape);

export const listedCommitment = (row: ListedCommitment, url: Url): z.infer<typeof CommitmentInList> => ({
  number: row.number,
  title: row.title,
  madeOn: row.madeOn,
  dossier: dossierRef(row.dossier, url),
  topic: row.topic && topicRef(row.topic, url),
  ministry: { id: row.standing.ministryId, name: row.ministry },
  office: row.office,
  standing: standing(row.standing),
  links: ownLinks(url, "commitments", row.number, paths.commitment(row.number)),
});

const STATUSES = Object.values(STATUS_WORDS).map((word) => word.replace(" ", "-")) as [string, ...string[]];

/** The filter of the page under the names of the page: what it writes in its address can be asked for here. */
const FILTER = {
  status: choiceParameter(STATUSES, "Alleen toezeggingen met deze status. Meer keren: één van deze.", { many: true }),
  teLaat: choiceParameter(
    ["ja", "nee"],
    "Alleen wat te laat is (ja), of juist niet (nee). De pagina schrijft te-laat; dat mag ook.",
    {
      onPage: "te-laat",
    },
  ),
  termijn: choiceParameter(["zonder"], "Alleen openstaande toezeggingen zonder termijn waar een dag uit volgt."),
  oordeel: choiceParameter(["verschilt"], "Alleen waar ministerie en commissie verschillend oordelen."),
  binnen: {
    is: z.string().regex(/^\d{1,4}$/),
    means: "Alleen openstaande toezeggingen met een termijn binnen zoveel dagen na de peildatum.",
    right: "een aantal dagen, 0 tot en met 9999",
  },
  dossier: idParameter("Alleen in dit dossier.", "de slug van een dossier"),
  onderwerp: idParameter("Alleen over dit onderwerp.", "de slug van een onderwerp"),
  ministerie: idParameter("Alleen waar dit ministerie over gaat.", "de id van een ministerie"),
  ambt: idParameter("Alleen gedaan door dit ambt.", "de id van een ambt"),
  commissie: idParameter("Alleen gedaan in deze commissie.", "de id van een commissie"),
  lid: idParameter("Alleen gedaan aan dit Kamerlid.", "de id van een Kamerlid"),
  fractie: idParameter("Alleen gedaan aan deze fractie of een lid ervan.", "de id van een fractie"),
  kamer: choiceParameter(["TK", "EK"], "Alleen gedaan aan de Tweede Kamer (TK) of de Eerste Kamer (EK)."),
  van: dayParameter("Alleen gedaan op deze dag of later."),
  tot: dayParameter("Alleen gedaan op deze dag of eerder."),
  sorteer: choiceParameter(
    Object.keys(SORTS) as [string, ...string[]],
    `De volgorde: ${Object.entries(SORTS)
      .map(([word, order]) => `${word} is ${order}`)
      .join(", ")}. Zonder: te-laat.`,
  ),
} satisfies Parameters;

export const listCommitments = operation({
  id: "listCommitments",
  tag: "Toezeggingen",
  path: "/commitments",
  summary: "Toezeggingen zoeken",
  description:
    "Alle toezeggingen, of wat een filter ervan overlaat, zoals ze er op de peildatum voor stonden. De parameters zijn die van de pagina Toezeggingen.",
  query: { ...FILTER, ...CLOCKS, ...PAGING },
  answer: listOf("CommitmentList", "Een lijst van toezeggingen.", CommitmentInList, {
    sentence: text("Wat er gevraagd is en hoeveel er zijn, in een zin."),
    covers: field(z.array(DossierCoverage), "Wat het register dekt, en tot wanneer."),
  }),
  async respond(asked) {
    const { moment, query, url } = asked;
    const written = asPagesWriteIt(query, FILTER);
    const elsewhere = await queryElsewhere(written, moment);
    if (elsewhere) return { elsewhere };
    const filter = filterFrom(written);
    const part = await commitmentPart(filter, query, moment);
    const page = { path: paths.register, query: filterToParams(wholeOf(filter)) };
    const told = answerList(part, (row) => listedCommitment(row, url), asked, paths.apiList("commitments"), page);
    if (!("answer" in told)) return told;
    const names = pickedNames(filter, await filterOptions(moment));
    const { asOf, knownAt, ...rest } = told.answer;
    const covered = await coverage(moment);
    const shown = covered.filter(({ dossier }) => filter.dossier === null || dossier.slug === filter.dossier);
    return {
      answer: {
        asOf,
        knownAt,
        sentence: filterSentence(wholeOf(filter), names, asOf, rest.total),
        covers: shown.map((one) => coverageOf(one, url)),
        ...rest,
      },
    };
  },
});

const { sorteer: _order, ...CHOICES } = FILTER;

const CountedValue = component("CountedValue", "Een waarde van een parameter, met hoeveel toezeggingen er dan zijn.", {
  value: text("De waarde, om in te vullen."),
  name: text("De waarde in woorden."),
  count: count("Hoeveel er zijn met deze waarde, als al het andere blijft zoals gevraagd."),
});

export const countCommitments = operation({
  id: "countCommitments",
  tag: "Toezeggingen",
  path: "/commitments/facets",
  summary: "Toezeggingen tellen",
  description:
    "Hoeveel toezeggingen er zijn bij elke waarde van elke parameter. Een parameter laat zijn eigen keuze buiten de telling: zo ziet u wat een andere keuze zou geven.",
  query: { ...CHOICES, ...CLOCKS },
  answer: component("CommitmentFacets", "Aantallen toezeggingen, per parameter.", {
    asOf: day("De dag waarvoor dit geldt: de peildatum."),
    total: count("Hoeveel er zijn met alles wat is gevraagd."),
    facets: field(
      z.array(
        component("Facet", "Een parameter met haar waarden.", {
          parameter: text("De parameter."),
          values: field(z.array(CountedValue), "De waarden."),
        }),
      ),
      "Elke parameter waar iets te kiezen valt.",
    ),
  }),
  async respond({ moment, query }) {
    const written = asPagesWriteIt(query, FILTER);
    const elsewhere = await queryElsewhere(written, moment);
    if (elsewhere) return { elsewhere };
    const { list, facets } = await registerView(filterFrom(written), moment);
    const { picks } = facets;
    const one = (parameter: string, values: z.infer<typeof CountedValue>[]) => ({ parameter, values });
    return {
      answer: {
        asOf: moment.asOf,
        total: list.total,
        facets: [
          one(
            "status",
            facets.statuses.map(({ value, count: n }) => ({
              value: STATUS_WORDS[value].replace(" ", "-"),
              name: STATUS_WORDS[value],
              count: n,
            })),
          ),
          one("teLaat", [
            { value: "ja", name: "te laat", count: facets.late.yes },
            { value: "nee", name: "niet te laat", count: facets.late.no },
          ]),
          one("termijn", [{ value: "zonder", name: "zonder termijn", count: facets.withoutTerm }]),
          one("oordeel", [
            { value: "verschilt", name: "ministerie en commissie oordelen verschillend", count: facets.disagreed },
          ]),
          one(
            "binnen",
            facets.dueWithin.map(({ days, count: n }) => ({
              value: String(days),
              name: `binnen ${days} dagen`,
              count: n,
            })),
          ),
          one("dossier", picks.dossier),
          one("onderwerp", picks.topic),
          one("ministerie", picks.ministry),
          one("ambt", picks.office),
          one("commissie", picks.committee),
          one("lid", picks.member),
          one("fractie", picks.group),
          one(
            "kamer",
            facets.chambers.map(({ value, count: n }) => ({ value, name: CHAMBER_WORDS[value], count: n })),
          ),
        ],
      },
    };
  },
});

const Addressee = component("Addressee", "Aan wie het is toegezegd, naast de Kamer zelf.", {
  kind: field(z.enum(["member", "group"]), "Een Kamerlid (member) of een fractie (group)."),
  id: text("Waaronder het register het lid of de fractie kent."),
  name: text("De naam."),
  group: textOrNone("Van een lid: de fractie op de dag van de toezegging."),
});

const Answered = component("Answered", "Een plaats in een brief die de toezegging beantwoordt.", {
  on: day("De dag waarop dat gold."),
  claim: field(claim, "Wat het ministerie daar meldt."),
  note: textOrNone("Toelichting van het register."),
  letter: LetterRef,
  passage: Passage,
});

const Commitment = component("Commitment", "Een toezegging, met alles wat ervan bekend is.", {
  ...shape,
  text: text("Wat is toegezegd, in de woorden van het register."),
  quote: textOrNone("De woorden van de bewindspersoon, waar die zijn overgenomen."),
  chamber,
  chamberName: text("De Kamer in woorden."),
  officeHolder: textOrNone("Wie het ambt toen had. Null: dat is niet bekend."),
  addressees: field(z.array(Addressee), "Aan wie, naast de Kamer zelf."),
  committee: field(Named.nullable(), "De commissie."),
  debate: field(DebateRef.nullable(), "Het debat waarin het is toegezegd."),
  letter: field(LetterRef.nullable(), "De brief waarin het is toegezegd."),
  passage: field(Passage.nullable(), "De plaats in die brief."),
  paper: textOrNone("Het Kamerstuk waar het in staat."),
  officialUrl: addressOrNone("Het adres van dat Kamerstuk. De officiële publicatie gaat altijd voor."),
  source: textOrNone("Hoe het register dit weet, als het Kamerstuk dat niet zegt."),
  explained: text("Wat de stand van deze toezegging betekent, in zinnen."),
  remarks: field(z.array(z.string()), "Wat een lezer verder moet weten."),
  successor: field(CommitmentRef.nullable(), "De toezegging waarin de rest verder gaat."),
  predecessor: field(CommitmentRef.nullable(), "De toezegging waar deze de rest van is."),
  becameLate: field(
    z.array(
      component("BecameLate", "Een dag waarop de toezegging te laat werd.", {
        on: day("De eerste dag dat ze te laat was."),
        because: field(z.enum(["date", "letter", "event"]), "Waardoor: een dag, een brief of iets waar ze op wachtte."),
        letter: field(LetterRef.nullable(), "De brief die zonder antwoord kwam."),
      }),
    ),
    "Alle keren dat ze te laat werd, ook als ze later is voldaan.",
  ),
  occurrences: field(
    z
      .array(
        component("Occurrence", "Een brief van een toezegging die doorloopt.", {
          letter: LetterRef,
          expectedOn: dayOrNone("Wanneer deze brief werd verwacht."),
          daysLate: count("Hoeveel dagen te laat; 0 is op tijd."),
        }),
      )
      .nullable(),
    "Van een toezegging die doorloopt: de brieven die eruit volgden.",
  ),
  answers: field(z.array(Answered), "De plaatsen in brieven die deze toezegging beantwoorden."),
  history: field(z.array(HistoryEvent), "Wat er gebeurde, op volgorde van de dag waarop het gold."),
  related: field(z.array(Related), "Wat hier verder over bekend is. Het zegt niets over de status."),
  corrections: field(z.array(Amendment), "Wat aan deze toezegging is gecorrigeerd of ingetrokken."),
});

export const readCommitment = operation({
  id: "readCommitment",
  tag: "Toezeggingen",
  path: "/commitments/{number}",
  summary: "Eén toezegging lezen",
  description:
    "Alles wat het register van een toezegging weet op de peildatum: de stand, de termijnen, wat er gebeurde, de brieven die haar beantwoorden en wat is gecorrigeerd.",
  key: { name: "number", means: "Het nummer van de toezegging. Hoofdletters maken niet uit.", example: "2011-0001" },
  query: CLOCKS,
  answer: Commitment,
  async respond({ moment, url, key }) {
    const found = await publicCommitment(key.toUpperCase(), moment);
    if (!found) return { absent: "commitment" };
    const { commitment, standing: kept, dossier, topic, office, holder, committee, ministry, origin } = found;
    const number = commitment.number ?? "";
    if (!kept) {
      const { madeOn } = commitment;
      return {
        notYet: `Toezegging ${number} was er op ${dayInWords(moment.asOf)} nog niet. Ze is gedaan op ${dayInWords(madeOn)}.`,
      };
    }
    const events = history(found.events, url);
    const paper = origin?.kind === "debate" ? origin.debate.paper : (origin?.letter.paper ?? null);
    const letterNamed = (id: string | null) => {
      const letter = found.namedLetters.get(id ?? "");
      return letter ? letterRef(letter, url) : null;
    };
    return {
      answer: {
        number,
        title: commitment.title,
        madeOn: commitment.madeOn,
        dossier: dossierRef(dossier, url),
        topic: topic && topicRef(topic, url),
        ministry: { id: kept.ministryId, name: ministry ?? kept.ministryId },
        office: office.name,
        standing: standing(kept),
        links: ownLinks(url, "commitments", number, paths.commitment(number)),
        text: commitment.text,
        quote: commitment.quote,
        chamber: commitment.chamber,
        chamberName: CHAMBER_WORDS[commitment.chamber],
        officeHolder: holder?.name ?? null,
        addressees: found.to.map(({ kind, id, name, group }) => ({ kind, id, name, group })),
        committee: committee && { id: committee.id, name: committee.name },
        debate: origin?.kind === "debate" ? debateRef(origin.debate, url) : null,
        letter: origin?.kind === "letter" ? letterRef(origin.letter, url) : null,
        passage: origin?.passage ? passageIn(origin.passage, url) : null,
        paper,
        officialUrl: officialUrl(paper),
        source: commitment.source,
        explained: standingExplained(kept, (id) => found.namedLetters.get(id)?.date ?? null),
        remarks: standingRemarks(kept),
        successor: found.successor && commitmentRef(found.successor, url),
        predecessor: found.predecessor && commitmentRef(found.predecessor, url),
        becameLate: found.becameLate.map(({ on, because, letterId }) => ({
          on,
          because,
          letter: letterNamed(letterId),
        })),
        occurrences:
          found.recurring?.letters.map(({ letterId, day: date, title, expected, daysLate }) => ({
            letter: letterRef({ id: letterId, title, date }, url),
            expectedOn: expected,
            daysLate,
          })) ?? null,
        answers: events.flatMap(({ effectiveOn: on, claim: said, note, letter, passage }) =>
          said && letter && passage ? [{ on, claim: said, note, letter, passage }] : [],
        ),
        history: events,
        related: found.links.map((link) => related(link, url)),
        corrections: (await publicAmendments("commitment", commitment.id, moment)).map(amendment),
      },
    };
  },
});
