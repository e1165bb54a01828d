import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

// This file is the Vite and the Vitest configuration; the name tells a newcomer which framework this is.
/**
 * Packs what browsers fetch beside the pages, once and as small as it gets; the server sends the packed file. Modules of
 * pages are left as they are: no page asks for them.
 */
const packed = {
  name: "packed",
  apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
  closeBundle() {
    const folder = "build/client";
    for (const name of readdirSync(folder, { recursive: true }).map(String)) {
      if (!/\.(?:css|mjs|svg|txt)$|^scripts\/.*\.js$/.test(name)) continue;
      const bytes = readFileSync(join(folder, name));
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
};

/** Remix writes out the data of each page for scripts that no page has: this gives the server nothing to write with. */
const noHandoff = {
  name: "no-handoff",
  enforce: "pre",
  resolveId: (source, _importer, { ssr }) =>
    ssr && source === "turbo-stream" ? resolve("app/server/no-handoff.ts") : null,
};

export default defineConfig({
  plugins: process.env.VITEST
    ? []
    : [
        remix({
          future: {
            v3_fetcherPersist: true,
            v3_lazyRouteDiscovery: true,
            v3_relativeSplatPath: true,
            v3_routeConfig: true,
            v3_singleFetch: true,
            v3_throwAbortReason: true,
          },
        }),
        packed,
        noHandoff,
      ],
  build: { target: "es2022", assetsInlineLimit: 0 },
  ssr: { noExternal: ["@remix-run/server-runtime"] },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/support/demo-once.ts",
    maxWorkers: 2,
    // Tests of the whole application run what was built, as it is.
    server: { deps: { external: [/\/build\/server\//] } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
