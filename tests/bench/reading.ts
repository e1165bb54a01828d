/**
 * `npm run bench:reading`: how well the reader does on our own labelled sentences in `tests/gold`, sentence by sentence
 * against the last recorded run. `-- --misses` lists all that is wrong, `-- --record` makes this run the recorded one.
 */
import { type Answer, answersOf, ask } from "./gold-answers.ts";
import { type Change, changes, lastRun, recordRun } from "./gold-run.ts";
import { scoresOf } from "./gold-scores.ts";
import { ownGold } from "./gold-set.ts";
import { matchingLines, scoreLines } from "./reading-scores.ts";
import { readingSpeed } from "./reading-speed.ts";

function tellChanges(title: string, mark: string, changed: readonly Change[]): void {
  console.log(`\n${title}: ${changed.length}`);
  for (const { answer, before } of changed) {
    console.log(`${mark} ${answer.id}  ${answer.text}`);
    console.log(`    hoort: ${answer.expected} | was: ${before} | nu: ${answer.said}`);
  }
}

function tellMisses(answers: readonly Answer[]): void {
  const wrong = answers.filter(({ isRight }) => !isRight);
  console.log(`\nFout: ${wrong.length} van ${answers.length}`);
  for (const { id, text, expected, said } of wrong)
    console.log(`  ${id}  ${text}\n    hoort: ${expected} | nu: ${said}`);
}

const before = lastRun();
const asked = ask(ownGold());
const answers = answersOf(asked);
const scores = scoresOf(asked);

console.log(`Eigen zinnen (tests/gold): ${answers.length}`);
for (const line of [...scoreLines(scores, before.scores), ...matchingLines(10_000)]) console.log(line);
for (const { name, value, unit } of readingSpeed(10_000, 15))
  console.log(`  ${name}: ${value.toFixed(2).replace(".", ",")} ${unit}`);
const { gained, lost } = changes(answers, before);
tellChanges("Gewonnen sinds de vastgelegde run", "+", gained);
tellChanges("Verloren sinds de vastgelegde run", "-", lost);
const fresh = answers.filter(({ id }) => !(id in before.answers)).length;
if (fresh > 0) console.log(`\nNieuwe regels, nog niet vastgelegd: ${fresh}`);
if (process.argv.includes("--misses")) tellMisses(answers);
if (process.argv.includes("--record")) {
  recordRun(scores, answers);
  console.log("\nVastgelegd in tests/gold/last-run.json.");
}
