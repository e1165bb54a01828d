/** What lets others check the register, in the API: what was put right, and the heads of the chain. */
import { z } from "zod";
import { paths } from "#app/paths.ts";
import { chainHead, dailyHeads, everyCorrection } from "#db/public.ts";
import { Correction, correction } from "./amendment.ts";
import { address, component, count, day, field, instant } from "./components.ts";
import { answerList, listOf, partOf } from "./listing.ts";
import { operation } from "./operation.ts";
import { CLOCKS, idParameter, PAGING } from "./query.ts";

export const listCorrections = operation({
  id: "listCorrections",
  tag: "Verantwoording",
  path: "/corrections",
  summary: "Correcties en intrekkingen opvragen",
  description: "Wat er stond, wat er nu staat en waarom; het laatst vastgelegde eerst.",
  query: { dossier: idParameter("Alleen in dit dossier.", "de slug van een dossier"), ...CLOCKS, ...PAGING },
  answer: listOf("CorrectionList", "Een lijst van correcties en intrekkingen.", Correction),
  async respond(asked) {
    const { moment, query, url } = asked;
    const dossier = query.get("dossier");
    const all = (await everyCorrection(moment)).filter((one) => !dossier || one.dossier.slug === dossier);
    const part = partOf(all, ({ id }) => id, query);
    return answerList(part, (one) => correction(one, url), asked, paths.apiList("corrections"), {
      path: paths.corrections,
      query: new URLSearchParams(dossier ? { dossier } : {}),
    });
  },
});

const hash = field(z.string().regex(/^[0-9a-f]{64}$/), "De hash: 64 tekens.");
const seq = count("Het nummer van de gebeurtenis in de keten.");

export const listChainHeads = operation({
  id: "listChainHeads",
  tag: "Verantwoording",
  path: "/chain-heads",
  summary: "Koppen van de keten opvragen",
  description:
    "De laatste gebeurtenis van elke dag, met haar hash. Wie een kop bewaart, kan later nagaan of alles tot daar nog hetzelfde is.",
  query: {},
  answer: component("ChainHeads", "De koppen van de keten, nieuwste eerst.", {
    head: field(
      component("ChainHead", "Waar de keten eindigt.", {
        seq,
        hash,
        recordedAt: instant("Wanneer dat is vastgelegd."),
      }).nullable(),
      "Waar de keten nu eindigt. Null: er is nog niets vastgelegd.",
    ),
    results: field(
      z.array(component("DayHead", "De kop van een dag.", { day: day("De dag, in Nederlandse tijd."), seq, hash })),
      "De kop van elke dag waarop iets is vastgelegd.",
    ),
    links: component("ChainLinks", "Waar de keten te vinden is.", {
      self: address("Dit antwoord."),
      page: address("De uitleg voor mensen: hoe u de keten nagaat."),
      export: address("De hele keten, om na te gaan."),
    }),
  }),
  async respond({ clocks: { origin } }) {
    const head = await chainHead();
    return {
      answer: {
        head: head && { seq: head.seq, hash: head.hash, recordedAt: head.recordedAt },
        results: (await dailyHeads()).map(({ day: on, seq: number, hash: text }) => ({
          day: on,
          seq: number,
          hash: text,
        })),
        links: {
          self: origin + paths.apiList("chain-heads"),
          page: origin + paths.chain,
          export: origin + paths.chainExport,
        },
      },
    };
  },
});
