/** Words of the register for what a commitment is and how it stands. */
import type { Claim, ItemKind, Rest, Verdict } from "./events.ts";
import type { Role } from "./permissions.ts";
import type { Chamber } from "./recess.ts";
import type { Status } from "./standing.ts";

export const STATUS_WORDS: Record<Status, string> = {
  open: "openstaand",
  partly_met: "deels voldaan",
  met: "voldaan",
  lapsed: "vervallen",
};

/** The statuses in general, for the page that explains them. */
export const STATUS_EXPLAINED: Record<Status, string> = {
  open: "De toezegging is nog niet nagekomen. Ze kan op tijd zijn of te laat.",
  partly_met: "Een deel is nagekomen. Wat er nog moet komen, blijft openstaan.",
  met: "De Kamer heeft gekregen wat is beloofd. Dat zegt niets over hoe goed het antwoord is.",
  lapsed: "De toezegging hoeft niet meer te worden nagekomen. Dat is iets anders dan voldaan.",
};

export const CLAIM_WORDS: Record<Claim, string> = {
  met: "voldaan",
  partly_met: "deels voldaan",
  progress: "tussenstand",
  postpones: "uitstel",
  declines: "gaat dit niet doen",
};

export const VERDICT_WORDS: Record<Verdict, string> = {
  met: "voldaan",
  partly_met: "deels voldaan",
  not_met: "niet voldaan",
};

export const REST_WORDS: Record<Rest["kind"], string> = {
  unchanged: "de termijn blijft zoals die was",
  no_deadline: "de rest komt zonder nieuwe termijn; de oude termijn blijft gelden",
  new_deadline: "er komt een nieuwe termijn",
  successor: "de rest gaat verder in een andere toezegging",
};

export const ITEM_WORDS: Record<ItemKind, { one: string; many: string }> = {
  expectation: { one: "verwachting", many: "verwachtingen" },
  decision: { one: "besluit", many: "besluiten" },
  request: { one: "vraag", many: "vragen" },
  recommendation: { one: "aanbeveling", many: "aanbevelingen" },
  measure: { one: "maatregel", many: "maatregelen" },
  evidence: { one: "wat andere bronnen laten zien", many: "wat andere bronnen laten zien" },
  figure: { one: "cijfer", many: "cijfers" },
};

export const CHAMBER_WORDS: Record<Chamber, string> = { TK: "Tweede Kamer", EK: "Eerste Kamer" };

export const ROLE_WORDS: Record<Role, string> = {
  aide: "medewerker van een Kamerlid",
  staff: "medewerker van een ministerie",
  clerk: "griffie",
  admin: "beheerder",
};

/** "één dag", "vier dagen", "15 dagen": the numbers up to twelve in words, as Dutch prefers. */
export function daysInWords(days: number): string {
  const words = [
    "geen",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
  ];
  return `${words[days] ?? days} ${days === 1 ? "dag" : "dagen"}`;
}

export const isInventedNotice =
  "Verzonnen voorbeeld. Dit dossier is gemaakt om het register te laten zien: niemand heeft dit toegezegd.";
