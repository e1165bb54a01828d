/**
 * What each sentence does: promise, recall a promise, meet it, put it off; and beside those expect, decide or ask. Rules
 * are tried in a fixed order and exclude one another as a clerk would: what is recalled is not promised anew, what is put
 * off is not merely recalled.
 */
import { ASIDES } from "./asides.ts";
import { DELAYS } from "./delays.ts";
import type { Span, SpeechAct } from "./findings.ts";
import { ELLIPSIS } from "./narrow-text.ts";
import { partsOfSentence } from "./parts.ts";
import { GOVERNMENT_PERFORMS, PERFORMS, PROMISES, promisingPart } from "./promises.ts";
import { NAMES, RECALLS, RESTATES } from "./recalls.ts";
import { SETTLEMENTS } from "./settlements.ts";
import { hasFutureDeadline, type Rule, type Utterance } from "./utterance.ts";
import { B, E, FIRST_PERSON_INTENT, KAMER, PAPER, pattern, word } from "./wording.ts";

export interface Act {
  kind: SpeechAct;
  /** The part of the sentence that does it, where others do something else; offsets in the whole text. */
  part?: Span;
  rule: string;
  /** The rule and the words it rests on, a Dutch sentence. */
  why: string;
}

function first(rules: readonly Rule[], utterance: Utterance): Act | null {
  for (const rule of rules) {
    const words = rule.find(utterance);
    if (words !== null) return actOf(rule, words);
  }
  return null;
}

function promiseIn(utterance: Utterance): Act | null {
  const part = promisingPart(utterance);
  return part && first(PROMISES, part);
}

const MOST_WORDS = 160;
function actOf({ kind, name, why }: Pick<Rule, "kind" | "name" | "why">, found: string): Act {
  const words = found.replaceAll(" ...", " …").replaceAll(ELLIPSIS, "…");
  const short = words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).trimEnd()} …` : words;
  return { kind, rule: name, why: `Regel ‘${name}’: ${why} (“${short}”).` };
}

const firstPersonToKamer = pattern(
  `${FIRST_PERSON_INTENT}[^;]*(?:${word(KAMER)}|${word("u")})|(?:${word(KAMER)}|${word("u")})[^;]*${FIRST_PERSON_INTENT}`,
);
const usualTerm = pattern(`${B}niet (?:meer )?binnen${E}|${B}uitstel${E}|${B}termijn${E}`);

/** The acts of one sentence; mostly none or one. `afterDelay`: the sentence before announced that answers come late. */
export function speechActs(utterance: Utterance, afterDelay: boolean): Act[] {
  const acts = actsOfWhole(utterance, afterDelay);
  const [only] = acts;
  if (only?.kind === "postpones") return [...acts, ...answersInParts(utterance)];
  if (!only || !MAY_PROMISE_TOO.has(only.kind)) return acts;
  const promises = promisesInParts(utterance);
  if (acts.length > 1) return only.rule === RESTATES && promises[0] ? [promises[0], only] : acts;
  if (only.kind !== "new_commitment") return [...promises.slice(0, 1), ...acts];
  return promises.length > 1 ? promises : acts;
}

const MAY_PROMISE_TOO = new Set<SpeechAct>(["new_commitment", "refers_back", "fulfils"]);
/** A part that names its own moment or paper and does nothing but promise. */
function promisesInParts(utterance: Utterance): Act[] {
  const parts = partsOfSentence(utterance);
  if (parts.length < 2) return [];
  return parts.flatMap((part) => {
    if (!hasFutureDeadline(part) && !paper.test(part.text)) return [];
    const promise = promiseIn(part);
    if (!promise || first(RECALLS, part) || first(SETTLEMENTS, part) || first(DELAYS, part)) return [];
    return [{ ...promise, part: { start: part.start, end: part.end } }];
  });
}

const paper = pattern(word(PAPER));

/** Beside a delay: a part that meets another promise, or tells anew that it was made; not one that only names it. */
function answersInParts(utterance: Utterance): Act[] {
  const parts = partsOfSentence(utterance);
  if (parts.length < 2) return [];
  const acts = parts.flatMap((part) => {
    const act = first(DELAYS, part) ? null : (first(SETTLEMENTS, part) ?? first(RECALLS, part));
    return act && act.rule !== RESTATES && act.rule !== NAMES
      ? [{ ...act, part: { start: part.start, end: part.end } }]
      : [];
  });
  return acts.slice(0, 1);
}

function actsOfWhole(utterance: Utterance, afterDelay: boolean): Act[] {
  const promise = promiseIn(utterance);
  const settled = first(SETTLEMENTS, utterance);
  const delayed = first(DELAYS, utterance);
  if (delayed) return delayedActs(utterance, delayed, promise);
  if (settled) return [settled];
  if (promise && afterDelay && answersQuestions.test(utterance.text))
    return [{ ...promise, kind: "postpones", ...delayNotice(promise) }];
  const recalled = first(RECALLS, utterance);
  if (promise && (promise.rule === GOVERNMENT_PERFORMS || (promise.rule === PERFORMS && recalled?.rule === NAMES)))
    return [promise];
  if (recalled) return promise && recalled.rule === RESTATES ? [recalled, promise] : [recalled];
  if (promise) return [promise];
  const aside = first(ASIDES, utterance);
  return aside ? [aside] : [];
}

/** A notice of delay is one act; only "omdat dit meer tijd vergt, zal ik u apart berichten" promises as well. */
function delayedActs(utterance: Utterance, delayed: Act, promise: Act | null): Act[] {
  const promisesToo = promise !== null && firstPersonToKamer.test(utterance.text) && !usualTerm.test(utterance.text);
  return promisesToo ? [promise, delayed] : [delayed];
}

const answersQuestions = pattern(`${B}(?:vragen|antwoorden|kamervragen|beantwoorden|beantwoording)${E}`);
const delayNotice = (promise: Act): Pick<Act, "rule" | "why"> => ({
  rule: "uitstelbericht",
  why: `Regel ‘uitstelbericht’: de antwoorden horen bij het uitstel in de zin ervoor. ${promise.why}`,
});
