/** How a commitment stands on a day, in the API. */
import { z } from "zod";
import { STATUS_WORDS } from "#app/domain/commitment.ts";
import type { Deadline as KeptDeadline } from "#app/domain/deadline.ts";
import type { Standing as KeptStanding } from "#app/domain/standing.ts";
import { deadlineInWords, standingInWords } from "#app/domain/standing-words.ts";
import { component, count, day, dayOrNone, field, text, textOrNone, yesNo } from "./components.ts";
import { status } from "./refs.ts";

export const Deadline = component(
  "Deadline",
  "Een termijn: de woorden die zijn gebruikt, en de periode die eruit volgt.",
  {
    inWords: text("De termijn zoals een pagina haar toont."),
    words: textOrNone("De woorden zelf. Null: er is geen termijn genoemd."),
    earliest: dayOrNone("Eerste dag van de bedoelde periode."),
    latest: dayOrNone("Laatste dag die nog op tijd is. Null: uit de woorden volgt geen dag."),
    waitsFor: textOrNone("Waar de termijn op wacht, zoals next_progress_letter: de volgende voortgangsbrief."),
    derived: text("Hoe de periode uit de woorden volgt."),
  },
);

export const deadline = (kept: KeptDeadline): z.infer<typeof Deadline> => ({
  inWords: deadlineInWords(kept),
  words: kept.words || null,
  earliest: kept.earliest,
  latest: kept.latest,
  waitsFor: kept.event,
  derived: kept.derived,
});

export const Standing = component("Standing", "Hoe een toezegging er op een dag voor staat.", {
  asOf: day("De dag waarvoor dit geldt: de peildatum."),
  frozenOn: dayOrNone("Laatste dag dat het dossier is gevolgd, als dat voorbij is. De stand is dan van die dag."),
  status,
  statusLabel: text("De status in het Nederlands."),
  inWords: text("De stand in woorden, zoals een pagina haar toont."),
  late: yesNo("Of ze te laat is. Dat is geen status: het volgt uit de termijn en de dag."),
  daysLate: count("Hoeveel dagen te laat; 0 als ze dat niet is."),
  dueOn: dayOrNone("Laatste dag die op tijd is, voor zover bekend."),
  lateSince: dayOrNone("Eerste dag waarop ze te laat was. Null: ze is niet te laat."),
  lateBecause: field(
    z.enum(["date", "letter", "event"]).nullable(),
    "Waarom ze te laat is: een dag ging voorbij (date), de brief kwam zonder antwoord (letter), of waar ze op wachtte is gebeurd (event).",
  ),
  countsAsOpen: yesNo("Of ze meetelt als openstaand. Niet als de rest in een andere toezegging verder gaat."),
  withoutTerm: yesNo("Of er geen termijn is waar een dag uit volgt. Ze kan dan niet te laat worden."),
  awaitingJudgement: yesNo("Of ze wacht op het oordeel van een commissie. Tot dan is ze niet te laat."),
  disagreed: yesNo("Of de commissie anders oordeelt dan het ministerie meldt."),
  recurring: yesNo("Of ze doorloopt, zoals twee keer per jaar een brief. Ze is dan zelf nooit te laat."),
  deadline: field(Deadline, "De termijn die geldt."),
  originalDeadline: field(Deadline, "De eerste termijn."),
  postponements: count("Hoe vaak de termijn is verschoven en dat aan de Kamer is gemeld."),
  unreportedPlanning: field(
    Deadline.nullable(),
    "Een latere termijn van het ministerie die niet aan de Kamer is gemeld. Die verschuift niets.",
  ),
  expectedOn: dayOrNone("Wanneer de volgende voortgangsbrief wordt verwacht, voor wat daarop wacht."),
  settledOn: dayOrNone("Sinds wanneer ze is voldaan of vervallen."),
  daysLateWhenMet: field(z.int().nullable(), "Als ze is voldaan: dagen te laat, tegen de termijn die toen gold."),
  daysLateWhenMetOriginal: field(z.int().nullable(), "Hetzelfde, tegen de eerste termijn."),
});

export const standing = (kept: KeptStanding): z.infer<typeof Standing> => ({
  asOf: kept.asOf,
  frozenOn: kept.frozenOn,
  status: kept.status,
  statusLabel: STATUS_WORDS[kept.status],
  inWords: standingInWords(kept),
  late: kept.late,
  daysLate: kept.daysLate,
  dueOn: kept.dueOn,
  lateSince: kept.late ? kept.lateFrom : null,
  lateBecause: kept.late ? kept.lateBecause : null,
  countsAsOpen: kept.countsAsOpen,
  withoutTerm: kept.withoutTerm,
  awaitingJudgement: kept.awaitingJudgement,
  disagreed: kept.disagreed,
  recurring: kept.recurring,
  deadline: deadline(kept.deadline),
  originalDeadline: deadline(kept.original),
  postponements: kept.postponements,
  unreportedPlanning: kept.planning && deadline(kept.planning),
  expectedOn: kept.expectedOn,
  settledOn: kept.settledOn,
  daysLateWhenMet: kept.daysLateInForce,
  daysLateWhenMetOriginal: kept.daysLateOriginal,
});
