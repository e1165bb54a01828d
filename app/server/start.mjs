// `npm start`: serves what was built. PORT moves the port.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

process.env.NODE_ENV ??= "production";
try {
  const build = await import(pathToFileURL(resolve("build/server/index.js")).href);
  const server = await build.entry.module.listen(build);
  console.log(`Het register staat op http://localhost:${server.address().port}`);
} catch (error) {
  const taken = error?.code === "EADDRINUSE";
  console.error(
    taken
      ? `Poort ${error.port} is al in gebruik. Kies een andere, bijvoorbeeld PORT=3001.`
      : (error?.message ?? error),
  );
  process.exit(1);
}
