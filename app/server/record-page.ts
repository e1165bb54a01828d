/** The report of a debate beside its log: what is proposed for it, and taking one proposal up as a draft. */
import { createHash } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import { data, redirect } from "@remix-run/node";
import { splitBrackets } from "#app/domain/names.ts";
import type { Actor } from "#app/domain/permissions.ts";
import type { ListItem } from "#app/domain/reading/closing-list.ts";
import type { DebatePromise } from "#app/domain/reading/debate-promises.ts";
import { type DebateReading, readDebate } from "#app/domain/reading/debate-reading.ts";
import { titleOf } from "#app/domain/reading/list-items.ts";
import { memberInBrackets } from "#app/domain/reading/members-named.ts";
import { paths } from "#app/paths.ts";
import { write } from "#db/client.ts";
import { dropRecord, keepRecord, recordOf, takeFromRecord, takenFrom } from "#db/debate-record.ts";
import { type DebateRow, debateAsOf, debateHistory } from "#db/debates.ts";
import { newId } from "#db/events.ts";
import { recessList, referenceLists } from "#db/reference.ts";
import { broughtText } from "./brought-text.ts";
import { asTyped } from "./debate-changes.ts";
import type { DebateInput, InputProblem } from "./debate-fields.ts";
import { newNames, problemsIn, resolve } from "./debate-input.ts";
import { fieldOf, type RecordAnswer, type RecordProposal, type TakeInput } from "./record-fields.ts";

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Everything that the page of a debate's report shows; null where none was brought in. */
export async function recordPage(debate: DebateRow) {
  const kept = await recordOf(debate.id);
  const lists = await referenceLists();
  const { header } = asTyped(debateAsOf(await debateHistory(debate.id)), lists);
  const speakers = (header?.speakers ?? []).filter(Boolean);
  const { turns = 0, government = 0, interruptions = 0, hasSecondTerm = false } = kept?.reading ?? {};
  return {
    kept: kept && { fileName: kept.fileName, keptAt: kept.keptAt, hasRecord: kept.record.trim() !== "" },
    counts: { turns, government, interruptions, hasSecondTerm },
    proposals: kept ? withTaken(proposalsIn(kept.reading, speakers), await takenFrom(debate.id)) : [],
    speakers,
    members: lists.members.map((member) => {
      const group = lists.groups.find(({ id }) => id === member.groupId);
      return memberInBrackets({ name: member.name, party: group?.name ?? null });
    }),
  };
}

const withTaken = (
  proposals: readonly Omit<RecordProposal, "taken">[],
  taken: Awaited<ReturnType<typeof takenFrom>>,
): RecordProposal[] =>
  proposals.map((proposal) => ({
    ...proposal,
    taken: proposal.keys.flatMap((key) => taken.get(key) ?? [])[0] ?? null,
  }));

function proposalsIn(reading: DebateReading, speakers: readonly string[]): Omit<RecordProposal, "taken">[] {
  const keys = keyMaker();
  const ofItem = (item: ListItem) => ({
    listed: oneLine(item.quote),
    remarks: item.remarks.map(({ speaker, quote }) => ({ speaker, quote })),
  });
  const ofPromise = ({ quote, speaker, term }: DebatePromise) => ({ quote: oneLine(quote), speaker, term });
  return [
    ...reading.both.map(({ item, promise, reasons, moments }) => ({
      keys: [keys("list", item.quote), keys("debate", promise.quote)],
      group: "both" as const,
      ...ofItem(item),
      said: ofPromise(promise),
      input: inputOf(item.text, item, promise, speakers),
      form: item.form ?? promise.form,
      why: [item.why, promise.why, `Samen omdat: ${reasons.join("; ")}.`],
      moments,
    })),
    ...reading.onlyInList.map((item) => ({
      keys: [keys("list", item.quote)],
      group: "list" as const,
      ...ofItem(item),
      said: null,
      input: inputOf(item.text, item, null, speakers),
      form: item.form,
      why: [item.why],
      moments: null,
    })),
    ...reading.onlyInDebate.map((promise) => ({
      keys: [keys("debate", promise.quote)],
      group: "debate" as const,
      listed: null,
      remarks: [],
      said: ofPromise(promise),
      input: inputOf(promise.quote, null, promise, speakers),
      form: promise.form,
      why: [promise.why, ...(promise.to ? [`Aan ${memberInBrackets(promise.to)}: ${promise.to.why}.`] : [])],
      moments: null,
    })),
  ];
}

/** The same words twice are two proposals. */
function keyMaker(): (kind: string, quote: string) => string {
  const seen = new Map<string, number>();
  return (kind, quote) => {
    const words = `${kind} ${oneLine(quote).toLowerCase()}`;
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    return createHash("sha256").update(`${words} ${nth}`).digest("hex").slice(0, 24);
  };
}

function inputOf(
  words: string,
  item: ListItem | null,
  promise: DebatePromise | null,
  speakers: readonly string[],
): TakeInput {
  const members = item?.members.length ? item.members : promise?.to ? [promise.to] : [];
  const full = oneLine(words).replace(/^./u, (first) => first.toUpperCase());
  return {
    what: titleOf(full),
    text: full,
    to: members.map(memberInBrackets).join("; "),
    by: speakerFor(promise?.speaker ?? null, item?.office ?? promise?.office ?? null, speakers),
    words: item?.deadline?.words ?? promise?.deadline?.words ?? "",
  };
}

/** Who of the debate's speakers is meant: by name, or by the only office of that kind; else the first is offered. */
function speakerFor(label: string | null, office: string | null, speakers: readonly string[]): string {
  const named = speakers.find((speaker) => {
    const name = splitBrackets(speaker).inBrackets?.split(" ").at(-1);
    return name !== undefined && label?.toLowerCase().endsWith(name.toLowerCase());
  });
  const kind = /minister-president|minister|staatssecretaris/i.exec(`${office ?? label}`)?.[0].toLowerCase();
  const ofKind = speakers.filter((speaker) => kind !== undefined && speaker.toLowerCase().startsWith(kind));
  return named ?? (ofKind.length === 1 ? ofKind[0] : speakers[0]) ?? "";
}

const NOTHING: RecordAnswer = { problems: [], fresh: [], key: null, input: null, brought: null };

/** Takes in a report, reads it and keeps both. Long ones are read in turns, so that other visitors are served. */
export async function bringRecord(request: Request, actor: Actor, debate: DebateRow) {
  const { text, fileName, fields, problems } = await broughtText(request, "het verslag");
  const list = (fields.get("lijst") ?? "").replaceAll("\r\n", "\n");
  const refuse = (found: InputProblem[]) =>
    data<RecordAnswer>({ ...NOTHING, problems: found, brought: { text: fileName ? "" : text, list } }, { status: 422 });
  if (problems.length > 0) return refuse(problems);
  if (text.trim() === "" && list.trim() === "")
    return refuse([
      { field: "tekst", message: "Er is nog niets om te lezen: plak het verslag of de lijst, of kies een bestand." },
    ]);
  const time = { date: debate.date, chamber: debate.chamber, recesses: await recessList() };
  const steps = readDebate(text, list, time);
  let step = steps.next();
  while (!step.done) {
    await turn();
    step = steps.next();
  }
  await keepRecord(actor.accountId, debate.id, { record: text, list, fileName, reading: step.value });
  return redirect(`${paths.debateRecord(debate.id)}?gedaan=gelezen`);
}

/** Throws the report away, or takes one proposal up as a draft of this debate. */
export async function handleRecordForm(request: Request, actor: Actor, debate: DebateRow) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const here = paths.debateRecord(debate.id);
  if (text("doe") === "weg") {
    await dropRecord(debate.id);
    return redirect(`${here}?gedaan=weggehaald`);
  }
  const key = text("voorstel");
  const input: TakeInput = {
    what: text("wat"),
    text: text("tekst"),
    to: text("aan"),
    by: text("wie"),
    words: text("termijn"),
  };
  const answer = (found: Partial<RecordAnswer>, status = 422) =>
    data<RecordAnswer>({ ...NOTHING, key, input, ...found }, { status });
  const { proposals } = await recordPage(debate);
  const proposal = proposals.find(({ keys }) => keys[0] === key);
  if (!proposal) return answer({ problems: [{ field: "", message: GONE }] }, text("doe") === "" ? 422 : 409);
  if (proposal.taken) return redirect(`${here}?gedaan=was-opgenomen#voorstel-${key}`);

  const lists = await referenceLists();
  const typed = typedDebate(debate, await debateHistory(debate.id), lists, input, form.getAll("bevestigd").map(String));
  if (!typed) return answer({ problems: [{ field: "", message: GONE_DEBATE }] }, 409);
  const problems = problemsIn(typed, lists).flatMap(({ field, message }) =>
    field.startsWith("rij-0-")
      ? {
          field: fieldOf(key, FIELD_NAMES[field.slice(6)] ?? "wat"),
          message: message.replace(/^Rij 1: /, "").replace(/^./, (first) => first.toUpperCase()),
        }
      : [],
  );
  if (problems.length > 0) return answer({ problems });
  const fresh = newNames(typed, lists);
  if (fresh.some((name) => !typed.confirmed.includes(name))) return answer({ fresh });

  const recesses = await recessList();
  const outcome = await write(async (tx) => {
    const names = await referenceLists(tx);
    const now = typedDebate(debate, await debateHistory(debate.id, tx), names, input, typed.confirmed);
    if (!now) return "gone";
    const taken = await takenFrom(debate.id, tx);
    if (proposal.keys.some((one) => taken.has(one))) return "taken";
    const { header, rows } = await resolve(tx, actor, now, names, recesses);
    const [row] = rows;
    if (!row?.promised) return "gone";
    const quote = proposal.said?.quote ?? proposal.listed ?? "";
    const quoted = { ...row, promised: { ...row.promised, quote } };
    return takeFromRecord(tx, actor.accountId, debate.id, header, quoted, proposal.keys);
  });
  if (outcome === "gone") return answer({ problems: [{ field: "", message: GONE_DEBATE }] }, 409);
  return redirect(`${here}?gedaan=${outcome === "taken" ? "was-opgenomen" : "opgenomen"}#voorstel-${key}`);
}

const GONE =
  "Dit voorstel staat er niet meer: het verslag is intussen opnieuw gelezen of weggehaald. Wat u typte, staat hieronder.";
const GONE_DEBATE = "Dit debat is intussen weggehaald. Er is niets opgenomen.";

const FIELD_NAMES: Record<string, string> = { what: "wat", text: "tekst", to: "aan", by: "wie", words: "termijn" };

/** The debate as its own form would send it, with only this row; null where the debate is no longer there. */
function typedDebate(
  debate: DebateRow,
  history: Parameters<typeof debateAsOf>[0],
  lists: Parameters<typeof asTyped>[1],
  input: TakeInput,
  confirmed: string[],
): DebateInput | null {
  const { header } = asTyped(debateAsOf(history), lists);
  const { text, what } = input;
  const row = { ...input, id: newId(), topic: "", remove: false, text: text === what ? "" : text };
  return header && { ...header, id: debate.id, seen: 0, confirmed, rows: [row] };
}
