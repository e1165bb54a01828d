/** The description of the API, held to OpenAPI and to the NL API Design Rules by Spectral. */
import { Spectral } from "@stoplight/spectral-core";
import { expect, test } from "vitest";
import { startApp } from "../support/app.ts";
import { NL_API_RULES } from "../support/nl-api-rules.ts";

const app = await startApp();
const described = await app.get("/api/v1/openapi.json");

async function findings(text: string): Promise<string[]> {
  const spectral = new Spectral();
  spectral.setRuleset(NL_API_RULES);
  const found = await spectral.run(text);
  return found.map(({ code, path, message }) => `${code} ${path.join(".")}: ${message}`);
}

test("is kept where the rules want it, as JSON, for a page from anywhere", () => {
  expect(described.status).toBe(200);
  expect(described.headers.get("Content-Type")).toBe("application/json");
  expect(described.headers.get("Access-Control-Allow-Origin")).toBe("*");
});

test("would be found wanting in each rule, if it were so", async () => {
  const wrong = {
    openapi: "3.0.3",
    info: { title: "Fout", version: "1", contact: { name: "Iemand" } },
    servers: [{ url: "https://register.example/api" }],
    paths: {
      "/Toezegging/": {
        post: {
          operationId: "a",
          parameters: [{ in: "query", name: "te-laat", schema: { type: "string" } }],
          responses: { 200: { description: "Goed.", headers: { ETag: { schema: { type: "string" } } } } },
        },
        get: {
          operationId: "a",
          parameters: [{ in: "query", name: "te-laat", schema: { type: "string" } }],
          responses: { 200: { description: "Goed.", headers: { ETag: { schema: { type: "string" } } } } },
        },
      },
    },
    components: {
      schemas: { Ding: { type: "object", properties: { madeOn: { type: "string" }, Naam: { type: "string" } } } },
      responses: {
        Fault404: { description: "Weg.", headers: {}, content: { "application/json": { schema: { type: "object" } } } },
      },
    },
  };
  const codes = new Set((await findings(JSON.stringify(wrong))).map((finding) => finding.split(" ")[0]));
  const ours = Object.keys(NL_API_RULES.rules);
  expect(ours.filter((rule) => !codes.has(rule) && rule !== "info-contact")).toEqual([]);
  expect(codes, "of spectral:oas").toContain("operation-operationId-unique");
});

test("has no fault and no warning", async () => {
  expect(await findings(described.text)).toEqual([]);
});
