/** Every URL we answer, one block per audience. There are no layout routes: each page guards itself. */
import { index, type RouteConfig, route } from "@remix-run/route-config";

export default [
  // Anyone
  index("routes/public/home.tsx"),
  route("toezeggingen", "routes/public/register.tsx"),
  route("toezeggingen/:number", "routes/public/commitment.tsx"),
  route("brieven", "routes/public/letters.tsx"),
  route("brieven/:id", "routes/public/letter.tsx"),
  route("brieven/:id/origineel", "routes/public/original.ts"),
  route("debatten", "routes/public/debates.tsx"),
  route("debatten/:id", "routes/public/debate.tsx"),
  route("dossiers", "routes/public/dossiers.tsx"),
  route("dossiers/:slug", "routes/public/dossier.tsx"),
  route("dossiers/:slug/tijdlijn", "routes/public/timeline.tsx"),
  route("onderwerpen/:slug", "routes/public/topic.tsx"),
  route("gevolgd", "routes/public/items.tsx"),
  route("gevolgd/:number", "routes/public/item.tsx"),
  route("vergelijken", "routes/public/compare.tsx"),
  route("correcties", "routes/public/corrections.tsx"),
  route("uitleg", "routes/public/explanation.tsx"),
  route("keten", "routes/public/chain.tsx"),
  route("keten/uitvoer", "routes/public/chain-export.ts"),
  route("inloggen", "routes/public/sign-in.tsx"),
  route("uitloggen", "routes/public/sign-out.ts"),

  // Ministry staff and committee clerks
  route("werk", "routes/staff/desk.tsx"),
  route("werk/debatten/nieuw", "routes/staff/log-debate.tsx"),
  route("werk/debatten/:id", "routes/staff/draft-debate.tsx"),
  route("werk/debatten/:id/verslag", "routes/staff/debate-record.tsx"),
  route("werk/toezeggingen/:id", "routes/staff/work-sheet.tsx"),
  route("werk/brieven/nieuw", "routes/staff/import-letter.tsx"),
  route("werk/brieven/binnengekomen/:id", "routes/staff/check-import.tsx"),
  route("werk/brieven/:id", "routes/staff/review.tsx"),
  route("werk/brieven/:id/afsluiten", "routes/staff/close-review.tsx"),
  route("werk/geschiedenis/:kind/:id", "routes/staff/history.tsx"),
  route("werk/gebeurtenissen/:eventId/corrigeren", "routes/staff/correct-event.tsx"),
  route("werk/gebeurtenissen/:eventId/intrekken", "routes/staff/withdraw-event.tsx"),
  route("werk/gevolgd/nieuw", "routes/staff/new-item.tsx"),
  route("werk/gevolgd/:id", "routes/staff/edit-item.tsx"),
  route("werk/dossiers/:slug", "routes/staff/steer-dossier.tsx"),
] satisfies RouteConfig;
