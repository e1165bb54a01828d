// Gaat een uitvoer van het toezeggingenregister na, met niets anders dan Node (versie 20 of nieuwer):
//   node keten-nagaan.mjs uitvoer.jsonl [NUMMER:HASH …]          NUMMER:HASH is een kop die u eerder hebt bewaard
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

// JSON zonder spaties, met de sleutels van elk object op volgorde. Voor wie dit in een andere taal schrijft: sorteer op
// UTF-16, schrijf getallen als JavaScript (1, niet 1.0), laat é staan, en zet sleutels die een getal zijn vooraan.
const isObject = (part) => part && typeof part === "object" && !Array.isArray(part);
const inOrder = (part) => Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
const json = (value) => JSON.stringify(value, (_key, part) => (isObject(part) ? inOrder(part) : part));
const sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");

const [file = "(geen bestand genoemd)", ...kept] = process.argv.slice(2);
const wrong = [];
const passed = new Set();
let [head, last, line, texts] = [null, { seq: 0, hash: "" }, 0, 0];
const check = (fits, what) => fits || wrong.push(`Regel ${line}: ${what}.`);
try {
  for await (const text of createInterface({ input: createReadStream(file) })) {
    line += 1;
    const { id, subject, subjectId, payload, payloadSalt, hash, ...e } = JSON.parse(text);
    if (line === 1) {
      check(e.format === "toezeggingenregister-keten", "dit is geen uitvoer van het toezeggingenregister");
      head = e.head ?? last;
      continue;
    }
    check(e.seq === last.seq + 1, `hier hoort nummer ${last.seq + 1}; er ontbreekt iets of de volgorde is veranderd`);
    check(e.previousHash === last.hash, "sluit niet aan op de hash van de regel ervoor");
    const hashed = [e.seq, e.kind, e.effectiveOn, e.recordedAt, e.payloadDigest, e.recorderDigest, e.previousHash];
    check(hash === sha256(json(hashed)), "de hash klopt niet met de gegevens op deze regel");
    const digest = payload && sha256(payloadSalt + json({ id, subject, subjectId, payload }));
    check(!payload || e.payloadDigest === digest, "de tekst klopt niet met payloadDigest");
    texts += payload ? 1 : 0;
    last = { seq: e.seq, hash };
    passed.add(`${e.seq}:${hash}`);
  }
  check(last.seq === head?.seq && last.hash === head.hash, "de uitvoer eindigt niet bij de kop die bovenaan staat");
  for (const one of kept) check(passed.has(one), `de keten gaat niet door ${one}; er is later iets herschreven`);
} catch (error) {
  check(false, `niet te lezen (${error.message})`);
}
for (const sentence of wrong) console.log(sentence);
if (wrong.length > 0) console.log("NIET in orde.");
else console.log(`In orde: ${last.seq} gebeurtenissen, ${texts} met tekst. Kop: ${last.seq}:${last.hash}`);
if (kept.length === 0) console.log("Geen bewaarde kop gegeven: of alles opnieuw is geschreven, blijkt hieruit niet.");
process.exitCode = wrong.length > 0 ? 1 : 0;
