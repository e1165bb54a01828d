/** Rules for what a reader wants followed beside promises: expectations, decisions, and what members ask. */
import { hasFutureDeadline, type Rule, type Utterance, wordsOf } from "./utterance.ts";
import { B, E, FIRST_PERSON, GOVERNMENT, pattern, REQUEST, word } from "./wording.ts";

const expects = pattern(
  `${B}(?:de verwachting is|naar verwachting|(?:ik|wij|het kabinet) (?:verwacht|verwachten)|verwacht (?:ik|wij|het kabinet)|is voorzien|zijn voorzien|is de bedoeling|is gepland|zijn gepland|de planning is|wordt verwacht|worden verwacht)${E}`,
);
const follows = pattern(
  `${B}(?:zal|zullen|blijf|blijven) (?:ik|wij|we|het kabinet)${E}[^;]*${B}(?:volgen|bezien|monitoren|in de gaten houden|betrekken)${E}|${B}(?:ik|wij) (?:zal|zullen|blijf|blijven)${E}[^;]*${B}(?:volgen|bezien|monitoren)${E}`,
);
const willBe = pattern(
  `${B}(?:zal|zullen|moet|moeten)${E}[^;]*${B}(?:gereed|afgerond|haalbaar|operationeel|van kracht|beschikbaar|aangeboden|opgeleverd|ingevoerd|gestart|starten|voltooid|ingericht|in werking|gepubliceerd|van start)${E}`,
);

function expectation(utterance: Utterance): string | null {
  if (utterance.isQuestion) return null;
  const words = wordsOf(utterance.text, expects) ?? wordsOf(utterance.text, follows);
  return words ?? (hasFutureDeadline(utterance) ? wordsOf(utterance.text, willBe) : null);
}

const decides = pattern(
  `${B}(?:heb|hebben|heeft) (?:${FIRST_PERSON}|${GOVERNMENT})(?: [^ ;:,]+){0,6}? besloten${E}|${B}(?:${FIRST_PERSON}|${GOVERNMENT}) (?:heb|hebben|heeft)(?: [^ ;:,]+){0,6}? besloten${E}|${B}(?:is|werd) (?:[^ ;:,]+ ){0,3}?besloten${E}|${B}besluit (?:ik|het kabinet)${E}`,
);
const undecided = pattern(word("nog niet besloten|nog geen besluit|niet besloten"));
const decision = ({ text, isQuestion }: Utterance): string | null =>
  isQuestion || undecided.test(text) ? null : wordsOf(text, decides);

const asksMinister = pattern(
  `${B}(?:kunt u|kan (?:de|deze) (?:minister|staatssecretaris)|bent u|is (?:de|deze) (?:minister|staatssecretaris)|is (?:hij|zij) bereid|wilt u|wil (?:de|deze) (?:minister|staatssecretaris)|bereid|deelt u|klopt het|wanneer kan|waarom)${E}`,
);
const memberRaised = pattern(
  `${B}(?:het lid|de leden|de heer|mevrouw) \\p{Lu}[^;]{0,80}?${B}(?:gevraagd|verzocht|gerefereerd|gesuggereerd|vroeg|verzocht|suggereerde|opperde|bepleitte|aandacht gevraagd|voorgesteld|gewezen)${E}`,
);
const asks = pattern(REQUEST);
function asked(utterance: Utterance): string | null {
  if (utterance.isQuestion) return wordsOf(utterance.text, asksMinister);
  return wordsOf(utterance.text, memberRaised) ?? wordsOf(utterance.text, asks);
}

export const ASIDES: readonly Rule[] = [
  { name: "besluit", kind: "decision", why: "er is iets besloten", find: decision },
  { name: "vraag of verzoek", kind: "request", why: "iemand vraagt iets; dat is geen toezegging", find: asked },
  {
    name: "verwachting",
    kind: "expectation",
    why: "een verwachting, zonder dat de Kamer iets wordt toegezegd",
    find: expectation,
  },
];
