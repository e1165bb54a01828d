/** What a list keeps, whoever wrote it; and since when its reader is told what changed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterFrom } from "#app/domain/filter.ts";
import {
  type KeptList,
  keepable,
  keptFrom,
  keptThatFits,
  keptTogether,
  keptToParams,
  keptWithout,
  LONGEST_LIST,
  MOST_FOLLOWED,
  NOTHING_KEPT,
  sizeOfKept,
} from "#app/domain/kept-list.ts";
import { lookedNow, lookingAgain } from "#app/domain/last-look.ts";
import { runs } from "../../support/property-runs.ts";

const from = (query: string): KeptList => keptFrom(new URLSearchParams(query));
const numbers = (count: number, year = 2011): string[] =>
  Array.from({ length: count }, (_, at) => `${year}-${String(at + 1).padStart(4, "0")}`);

describe("A list in an address", () => {
  test("is read as it was written", () => {
    const list = from("t=2011-0007&t=2012-0003&d=digitale-loketten&f=te-laat%3Dja%26ministerie%3Dm1");
    expect(list).toEqual({
      commitments: ["2011-0007", "2012-0003"],
      dossiers: ["digitale-loketten"],
      filters: ["te-laat=ja&ministerie=m1"],
    });
    expect(keptFrom(keptToParams(list))).toEqual(list);
  });

  test.each([
    ["numbers in any case and with spaces", "t=+2011-0007+", { commitments: ["2011-0007"] }],
    [
      "the same twice",
      "t=2011-0007&t=2011-0007&f=te-laat%3Dja&f=te-laat%3Dja",
      { commitments: ["2011-0007"], filters: ["te-laat=ja"] },
    ],
    [
      "a filter of one part of a list, in an order",
      "f=te-laat%3Dja%26pagina%3D3%26sorteer%3Dtermijn",
      { filters: ["te-laat=ja"] },
    ],
    ["a filter that leaves nothing out", "f=&f=sorteer%3Dtermijn&f=onzin%3D1", {}],
    ["a filter with what no filter knows", "f=te-laat%3Dja%26x%3Dy%26status%3Dgroen", { filters: ["te-laat=ja"] }],
    ["numbers of other registers and of drafts", "t=TZ202603-130&t=T01237&t=null&t=undefined&t=&t=v10", {}],
    ["what is no number", "t=2011-0007%27%3B--&t=%3Cscript%3E&t=../2011-0007", {}],
    ["a number of ten thousand digits", `t=2011-${"1".repeat(10_000)}`, {}],
    ["what is no slug", "d=..%2Fwerk&d=a+b&d=%3Cb%3E&d=", {}],
    ["a filter of ten thousand characters", `f=dossier%3D${"a".repeat(10_000)}`, {}],
  ] as [string, string, Partial<KeptList>][])("keeps what there is to keep of %s", (_what, query, kept) => {
    expect(from(query)).toEqual({ ...NOTHING_KEPT, ...kept });
  });

  test("never throws, and what it read it reads again", () => {
    const part = fc.tuple(
      fc.constantFrom("t", "d", "f", "x"),
      fc.oneof(fc.string(), fc.constantFrom(...numbers(4), "te-laat=ja", "lid=%", "dossier=é")),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const list = keptFrom(new URLSearchParams(parts));
        expect(keptFrom(keptToParams(list))).toEqual(list);
      }),
      runs(300),
    );
  });
});

describe("A list that is full", () => {
  const full = keptThatFits({ ...NOTHING_KEPT, commitments: numbers(400) });

  test("keeps as much as fits, from the beginning, and says how much it left out", () => {
    expect(full.list.commitments).toEqual(numbers(full.list.commitments.length));
    expect(full.list.commitments.length).toBeGreaterThan(150);
    expect(full.left).toBe(400 - full.list.commitments.length);
    expect(String(keptToParams(full.list)).length).toBeLessThanOrEqual(LONGEST_LIST);
  });

  test("takes nothing more, but what is in it already", () => {
    expect(keptTogether(full.list, { ...NOTHING_KEPT, commitments: ["2020-0001"] })).toBeNull();
    expect(keptTogether(full.list, { ...NOTHING_KEPT, commitments: numbers(3) })).toEqual(full.list);
    const less = keptWithout(full.list, { ...NOTHING_KEPT, commitments: numbers(1) });
    expect(keptTogether(less, { ...NOTHING_KEPT, commitments: ["2020-0001"] })?.commitments).toContain("2020-0001");
  });

  test("follows no more dossiers and filters together than there is time to compare", () => {
    const some: KeptList = {
      ...NOTHING_KEPT,
      dossiers: Array.from({ length: MOST_FOLLOWED - 1 }, (_, at) => `dossier-${at}`),
      filters: ["te-laat=ja"],
    };
    expect(keptTogether(NOTHING_KEPT, some)).toEqual(some);
    expect(keptTogether(some, { ...NOTHING_KEPT, filters: ["termijn=zonder"] })).toBeNull();
    expect(sizeOfKept(some)).toBe(MOST_FOLLOWED);
  });
});

test("Two lists become one, each thing once, what was there first", () => {
  const both = keptTogether(from("t=2011-0002&t=2011-0001&d=a"), from("t=2011-0001&t=2011-0003&d=b&f=te-laat%3Dja"));
  expect(both).toEqual(from("t=2011-0002&t=2011-0001&t=2011-0003&d=a&d=b&f=te-laat%3Dja"));
});

test("The register as a whole is no filter to keep; part of it is", () => {
  const kept = (query: string) => keepable(filterFrom(new URLSearchParams(query)));
  expect(["", "sorteer=termijn", "pagina=2"].map(kept)).toEqual([null, null, null]);
  expect(kept("sorteer=termijn&termijn=zonder&pagina=2")).toBe("termijn=zonder");
});

describe("Since when one is told what changed:", () => {
  const MORNING = "2026-11-10T08:00:00.000Z";
  const visits = (...times: string[]) =>
    times.reduce((look, time) => lookingAgain(look, time), lookedNow(MORNING)).since;

  test.each([
    ["a reload tells the same once more", ["2026-11-10T08:05:00.000Z"], MORNING],
    [
      "whoever looks all day is told of all day",
      ["2026-11-10T13:00:00.000Z", "2026-11-10T18:00:00.000Z", "2026-11-10T23:00:00.000Z"],
      MORNING,
    ],
    [
      "the next day one is told what came after the last look",
      ["2026-11-10T08:05:00.000Z", "2026-11-11T08:00:00.000Z"],
      "2026-11-10T08:05:00.000Z",
    ],
    ["and a reload then tells that once more", ["2026-11-11T08:00:00.000Z", "2026-11-11T08:01:00.000Z"], MORNING],
    ["after six hours to the minute it is still the same visit", ["2026-11-10T14:00:00.000Z"], MORNING],
  ])("%s", (_what, times, since) => {
    expect(visits(...times)).toBe(since);
  });

  test("whoever says that all was seen begins anew", () => {
    expect(lookedNow("2026-11-12T08:00:00.000Z").since).toBe("2026-11-12T08:00:00.000Z");
  });
});
