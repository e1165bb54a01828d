/** Whether the chain holds: each event fits its digests and its hash, stands behind the one before, and none is missing. */
import { hashOf, payloadDigest, recorderDigest } from "./chain.ts";
import { db } from "./client.ts";
import { eventIn, type RawEvent, storedEvents } from "./stored-events.ts";

/** So many events that do not fit are looked at again, to see whether they only changed places. */
const EXPLAINED = 50;

/** Each place where the chain does not hold, in a Dutch sentence. */
export async function chainDifferences(): Promise<string[]> {
  const found: string[] = [];
  const odd: RawEvent[] = [];
  let last = { seq: 0, hash: "" };
  for await (const batch of storedEvents()) {
    for (const row of batch) {
      if (row.seq !== last.seq + 1) found.push(missing(last.seq + 1, row.seq - 1));
      const breaks = linkDifferences(row, last.hash);
      found.push(...breaks.map((sentence) => `Gebeurtenis ${row.seq}: ${sentence}`));
      if (breaks.length > 0 && odd.length < EXPLAINED) odd.push(row);
      last = row;
    }
  }
  return [...found, ...misplaced(odd), ...(await endDifferences(last))];
}

function missing(from: number, until: number): string {
  if (until < from) return `Voor gebeurtenis ${from} staat er een gebeurtenis ${until + 1}: zo telt de keten niet.`;
  return from === until
    ? `Gebeurtenis ${from} ontbreekt in de keten.`
    : `Gebeurtenissen ${from} tot en met ${until} ontbreken in de keten.`;
}

/** Which of the columns of an event do not fit together. The names are those of the columns. */
function linkDifferences(row: RawEvent, hashBefore: string): string[] {
  const event = eventIn(row);
  return [
    event === null && "payload is geen JSON zoals het register die schrijft.",
    event !== null &&
      row.payloadDigest !== payloadDigest(event, row.payloadSalt) &&
      "payloadDigest klopt niet met de inhoud (id, subject, subjectId, payload of payloadSalt).",
    row.recorderDigest !== recorderDigest(row.recordedBy, row.recorderSalt) &&
      "recorderDigest klopt niet met wie het vastlegde (recordedBy of recorderSalt).",
    row.previousHash !== hashBefore && "previousHash klopt niet met de hash van de gebeurtenis ervoor.",
    row.hash !== hashOf({ ...row, kind: row.kind as never }) &&
      "hash klopt niet met seq, kind, effectiveOn, recordedAt, de digests en previousHash.",
  ].filter((sentence) => sentence !== false);
}

/** An event whose hash fits at the place of another one was moved there. */
const misplaced = (odd: readonly RawEvent[]): string[] =>
  odd.flatMap((row) => {
    const own = odd.find(({ seq }) => seq !== row.seq && hashOf({ ...row, seq, kind: row.kind as never }) === row.hash);
    return own ? [`Gebeurtenis ${row.seq} hoort op plaats ${own.seq}: de volgorde is veranderd.`] : [];
  });

/** The end that the register noted when it last recorded something. */
async function endDifferences(last: { seq: number; hash: string }): Promise<string[]> {
  const noted = await db.query.registerState.findMany();
  const [state] = noted;
  if (noted.length !== 1 || state?.id !== 1) return ["Het einde van de keten is niet één keer genoteerd."];
  const found: string[] = [];
  if (state.headSeq !== last.seq)
    found.push(`Het einde van de keten klopt niet: genoteerd is ${state.headSeq}, gevonden ${last.seq}.`);
  if (state.headHash !== last.hash)
    found.push(
      `Het einde van de keten klopt niet: genoteerd is hash ${state.headHash || "(geen)"}, gevonden ${last.hash || "(geen)"}.`,
    );
  return found;
}
