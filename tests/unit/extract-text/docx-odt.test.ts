import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readDocx } from "#app/server/extract-text/docx.ts";
import { readOdt } from "#app/server/extract-text/odt.ts";
import { readXml } from "#app/server/extract-text/xml.ts";

// An invented letter with changes that were tracked, a box, an endnote, and bold and slanted lines for headings.
it.each([
  ["wijzigingen.docx", readDocx, "1"],
  ["wijzigingen.odt", readOdt, "i"],
  ["wijzigingen.fodt", readXml, "i"],
] as const)(
  "%s reads as its changes were accepted, with headings where a clerk sees them",
  async (name, read, mark) => {
    const steps: [number, number][] = [];
    const source = await read(
      new Uint8Array(readFileSync(new URL(`../../fixtures/letters/${name}`, import.meta.url))),
      (done, of) => steps.push([done, of]),
    );
    const parts = "parts" in source ? source.parts : [];
    expect(
      parts.map(({ kind, level, text }) => (kind === "heading" ? `${"#".repeat(level ?? 0)} ${text}` : text)),
    ).toEqual([
      "Verzonnen brief voor een test",
      "Datum 18 februari 2013",
      "Onderwerp Wijzigingen",
      "# Stand van zaken",
      "Er zijn twaalf baden geopend. Dit is belangrijk.",
      "Dit is een hele zin in vette letters.",
      "## Nieuwe baden",
      "De tweede alinea heeft een noot en een regeleinde:",
      "Dit is een nieuwe regel.",
      "Bij deze alinea hangt een kader.",
      "In het kader staat een zin.",
      "# Kosten",
      "Over de kosten volgt later bericht.",
      "Vette slotregel",
    ]);
    expect(parts.flatMap(({ footnotes }) => footnotes)).toEqual([{ mark, text: "Een eindnoot." }]);
    expect(steps.at(-1)).toEqual([steps.length, steps.length]);
  },
);
