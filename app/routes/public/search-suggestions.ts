import type { LoaderFunctionArgs } from "@remix-run/node";
import { dayInWords } from "#app/domain/calendar.ts";
import { kindInWords } from "#app/domain/item-words.ts";
import type { Marked } from "#app/domain/search/marks.ts";
import type { FoundKind } from "#app/domain/search/place.ts";
import { foundPath, paths } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { ledByNumber, suggested } from "#db/public.ts";

interface Suggestion {
  heading: Marked;
  aside: string;
  href: string;
}

const LED_WORDS: Record<FoundKind, string> = {
  commitment: "De toezegging",
  letter: "De brief",
  debate: "Het debat",
  item: "Wat wordt gevolgd",
};

const SHORTEST = 2;
const MOST = 8;

/** What begins so, for `public/scripts/search.js`: a few of each kind, each with its address. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { moment, link } = await visit(request);
  const typed = (new URL(request.url).searchParams.get("q") ?? "").trimStart();
  if (typed.trim().length < SHORTEST) return Response.json({ suggestions: [] });
  const led = await ledByNumber(typed.trim(), moment);
  const { commitment, letter, debate, item } = await suggested(typed, moment);
  const suggestions: Suggestion[] = [
    ...(led && "leads" in led
      ? [
          {
            heading: [{ text: typed.trim(), isMarked: true }],
            aside: `${LED_WORDS[led.leads.to]} met dit nummer`,
            href: link(foundPath(led.leads.to, led.leads.key)),
          },
        ]
      : []),
    ...commitment.hits.map(({ heading, number, madeOn }) => ({
      heading,
      aside: `Toezegging ${number}, ${dayInWords(madeOn)}`,
      href: link(paths.commitment(number)),
    })),
    ...letter.hits.map(({ heading, letter: { id, day }, anchor }) => ({
      heading,
      aside: `Brief, ${dayInWords(day)}${anchor ? `, passage ${anchor.slice(1)}` : ""}`,
      href: link(paths.letter(id, anchor)),
    })),
    ...debate.hits.map(({ id, heading, day }) => ({
      heading,
      aside: `Debat, ${dayInWords(day)}`,
      href: link(paths.debate(id)),
    })),
    ...item.hits.map(({ id, number, heading, itemKind, letter: inLetter }) => ({
      heading,
      aside: `${kindInWords(itemKind, inLetter !== null)}${number ? ` ${number}` : ""}`,
      href: link(paths.item(number ?? id)),
    })),
  ];
  return Response.json({ suggestions: suggestions.slice(0, MOST) });
}
