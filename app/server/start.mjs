// `npm start`: serves what was built. PORT moves the port.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

process.env.NODE_ENV ??= "production";
const build = await import(pathToFileURL(resolve("build/server/index.js")).href);
const port = Number(process.env.PORT ?? 3000);
try {
  await build.entry.module.listen(build, port);
  console.log(`Het register staat op http://localhost:${port}`);
} catch (error) {
  console.error(
    error?.code === "EADDRINUSE" ? `Poort ${port} is al in gebruik. Kies een andere: PORT=3001 npm start` : error,
  );
  process.exit(1);
}
