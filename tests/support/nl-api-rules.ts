/**
 * The NL API Design Rules, as far as a description shows whether they are kept: rules for Spectral on top of its own for
 * OpenAPI, each called by the rule it holds. https://logius-standaarden.github.io/API-Design-Rules/
 */
import { readFileSync } from "node:fs";
import type { RulesetDefinition } from "@stoplight/spectral-core";
import { pattern, schema, truthy } from "@stoplight/spectral-functions";
import { oas } from "@stoplight/spectral-rulesets";

const FUNCTIONS: Record<string, unknown> = { pattern, schema, truthy };

/** The rules as they are written down, with the functions that they name. */
const rules = JSON.parse(readFileSync("tests/fixtures/nl-api-rules.json", "utf8"), (key, value) =>
  key === "function" ? FUNCTIONS[value as string] : value,
) as Record<string, unknown>;

export const NL_API_RULES = { extends: [oas], rules } as unknown as RulesetDefinition & { rules: typeof rules };
