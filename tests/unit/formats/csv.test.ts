/** CSV that a spreadsheet opens as what it is. */
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { csv } from "#app/formats/csv.ts";
import { csvRows } from "../../support/csv-rows.ts";

const written = async (rows: { what: string; who: string }[]) =>
  (await buffer(csv(rows, { what: "wat", who: "wie" }))).toString("utf8");

describe("CSV", () => {
  test("begins with a byte order mark and its headings, and ends each line as RFC 4180 says", async () => {
    expect(await written([{ what: "één", who: "a" }])).toBe("\uFEFFwat,wie\r\néén,a\r\n");
  });

  test("has headings also where it has no rows", async () => {
    expect(await written([])).toBe("\uFEFFwat,wie\r\n");
  });

  test.each(["a,b", 'zij zei "ja"', "twee\nregels", "twee\r\nregels", "", " ", "puntkomma; en meer"])(
    "gives back what was written: %j",
    async (what) => {
      expect(csvRows(await written([{ what, who: "b" }]))).toEqual([{ wat: what, wie: "b" }]);
    },
  );

  test.each(["=1+1", "+31 70", "-3", "@SOM(A1)", "\t=1", "\r=1"])("is run by no spreadsheet: %j", async (what) => {
    const [row] = csvRows(await written([{ what, who: "b" }]));
    expect(row?.wat).toBe(`'${what}`);
  });

  test("fails where its rows fail, instead of ending early as if it were whole", async () => {
    async function* broken() {
      yield { what: "a", who: "b" };
      throw new Error("Halverwege.");
    }
    await expect(buffer(csv(broken(), { what: "wat", who: "wie" }))).rejects.toThrow("Halverwege.");
  });
});
