import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

// This file is the Vite and the Vitest configuration; the name tells a newcomer which framework this is.
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
      ],
  build: { target: "es2022", assetsInlineLimit: 0 },
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
