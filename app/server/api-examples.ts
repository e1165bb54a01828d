/** Questions to the API with the answers that this register gives to them today, for the page that explains it. */

import { filterFrom } from "#app/domain/filter.ts";
import { urlsOf } from "#app/formats/api/addresses.ts";
import { listCommitments, readCommitment } from "#app/formats/api/commitments.ts";
import { listMinistries } from "#app/formats/api/names.ts";
import type { Operation } from "#app/formats/api/operation.ts";
import { wrongQuery } from "#app/formats/api/problem.ts";
import { problemsIn } from "#app/formats/api/query.ts";
import { paths } from "#app/paths.ts";
import { publicMoment, registerList } from "#db/public.ts";

export interface ApiExample {
  asks: string;
  command: string;
  status: 200 | 400;
  answer: string;
}

export async function apiExamples({ origin, today }: { origin: string; today: string }): Promise<ApiExample[]> {
  const moment = await publicMoment(today);
  const clocks = { origin, asOf: today, today, knownAt: null };
  const url = urlsOf(clocks);
  const ask = async (asks: string, operation: Operation, path: string, key = ""): Promise<ApiExample[]> => {
    const query = new URL(path, origin).searchParams;
    const wrong = problemsIn(query, operation.query);
    const outcome = await operation.respond({ moment, clocks, url, query, key });
    if (wrong.length === 0 && !("answer" in outcome)) return [];
    const body = wrong.length > 0 || !("answer" in outcome) ? wrongQuery(origin, wrong) : outcome.answer;
    return [
      {
        asks,
        command: `curl '${origin}${path}'`,
        status: wrong.length > 0 ? 400 : 200,
        answer: JSON.stringify(body, null, 2),
      },
    ];
  };
  const list = paths.apiList("commitments");
  const [first] = (await registerList(filterFrom(new URLSearchParams()), moment)).rows;
  return [
    ...(await ask("Welke toezegging is nu het langst te laat?", listCommitments, `${list}?teLaat=ja&limit=1`)),
    ...(first
      ? await ask(
          "Wat weet het register van één toezegging?",
          readCommitment,
          paths.apiThing("commitments", first.number),
          first.number,
        )
      : []),
    ...(await ask(
      "Welke ministeries zijn er om op te filteren?",
      listMinistries,
      `${paths.apiList("ministries")}?limit=2`,
    )),
    ...(await ask("Wat gebeurt er bij een tikfout?", listCommitments, `${list}?telaat=ja&van=2011-02-30`)),
  ];
}
