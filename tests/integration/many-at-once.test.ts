/** One thing done to many commitments: picked over pages, looked at first, recorded for all or for none. */
import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "#app/domain/calendar.ts";
import { today } from "#app/server/clock.ts";
import { ACCOUNTS, type Account, type Answer, type App, startApp } from "../support/app.ts";
import { all, textOf } from "../support/page.ts";
import { storedRows } from "../support/stored-rows.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});

const stored = <T>(query: string, ...values: unknown[]): T[] => storedRows<T>(app, query, ...values);

const valuesOf = ({ page }: Answer, name: string): string[] =>
  (page ? all(page.root, "input") : [])
    .filter(({ attributes }) => attributes.name === name)
    .map(({ attributes }) => attributes.value ?? "");
const tickedIn = ({ page }: Answer): string[] =>
  (page ? all(page.root, "input") : [])
    .filter(({ attributes }) => attributes.name === "kies" && "checked" in attributes)
    .map(({ attributes }) => attributes.value ?? "");
const buttonsIn = ({ page }: Answer): string[] => (page ? all(page.root, "button").map(textOf) : []);
const kindsOf = (id: string) =>
  stored<{ kind: string }>("SELECT kind FROM events WHERE subject_id = ? ORDER BY seq", id).map(({ kind }) => kind);
const revision = () => stored<{ revision: number }>("SELECT revision FROM register_state")[0]?.revision ?? 0;
const eventCount = () => stored<{ n: number }>("SELECT count(*) AS n FROM events")[0]?.n ?? 0;

const pick = async (ids: string[], as: Account = "staff"): Promise<string> =>
  (await app.post("/werk/lijst", { kies: ids, doe: "verder" }, as)).location ?? "";

const fields = (typed: Record<string, string>) =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [`veld-${name}`, value]));

const DAY = addDays(today(), -2);

describe("Picking", () => {
  test("survives paging, and what was ticked before is ticked when one comes back", async () => {
    const [first, second] = [await app.get("/werk/lijst", "staff"), await app.get("/werk/lijst?pagina=2", "staff")];
    const shown = valuesOf(first, "getoond");
    // The demo fits on one page: what counts is that what is not shown stays picked.
    expect(shown.length).toBeGreaterThan(10);
    expect(valuesOf(second, "getoond")).toEqual(shown);
    const on = await app.post(
      "/werk/lijst?status=openstaand",
      { kies: ["v3"], getoond: ["v3", "v2"], doe: "pagina-1" },
      "staff",
    );
    const other = `${on.location}`.replace("status=openstaand", "status=vervallen");
    const lapsed = await app.get(other, "staff");
    expect(lapsed.page?.text).toContain("Gekozen: 1.");
    const more = await app.post(
      other,
      { kies: ["v4"], getoond: valuesOf(lapsed, "getoond"), doe: "pagina-1" },
      "staff",
    );
    expect((await app.get(more.location ?? "", "staff")).page?.text).toContain("Gekozen: 2.");
    const back = await app.get(`${more.location}`.replace("status=vervallen", "status=openstaand"), "staff");
    expect(tickedIn(back)).toEqual(["v3"]);
    const without = await app.post(`${more.location}`, { getoond: ["v3", "v4"], kies: ["v4"], doe: "verder" }, "staff");
    expect((await app.get(without.location ?? "", "staff")).page?.text).toContain("1 toezegging");
  });

  test("can be all that a filter finds", async () => {
    const path = "/werk/lijst?dossier=voorbeeld-digitale-loketten&te-laat=ja";
    const list = await app.get(path, "staff");
    const [, total] = /Kies alle (\d+) die/.exec(buttonsIn(list).join("|")) ?? [];
    const kept = await app.post(path, { doe: "alles" }, "staff");
    expect((await app.get(kept.location ?? "", "staff")).page?.text).toContain(`Gekozen: ${total}.`);
  });

  test("needs something picked, and is seen by nobody else", async () => {
    expect((await app.post("/werk/lijst", { doe: "verder" }, "staff")).page?.text).toContain("Kies eerst");
    const path = await pick(["v1"]);
    expect((await app.get(path, "staff")).status).toBe(200);
    expect((await app.get(path, "clerk")).status).toBe(404);
  });

  test("shows a draft to those who may edit it, and to nobody else by its id", async () => {
    expect((await app.get("/werk/lijst?concepten=ja", "staff")).text).toContain('value="v10"');
    expect((await app.get("/werk/lijst?concepten=ja", "staff of another ministry")).text).not.toContain('value="v10"');
    const [draft] = stored<{ title: string }>("SELECT title FROM commitments WHERE id = 'v10'");
    const path = await pick(["v10", "b6-meldknop"], "staff of another ministry");
    expect((await app.get(path, "staff of another ministry")).text).not.toContain(draft?.title);
    const looked = await app.post(`${path}/publiceren`, { doe: "bekijk" }, "staff of another ministry");
    expect(looked.text).not.toContain(draft?.title);
  });
});

describe("Doing it", () => {
  const hand = fields({ ministryId: "veiligheid-en-justitie", effectiveOn: DAY });

  test("records nothing where one is refused, says which and why, and goes on without it when told so", async () => {
    const path = `${await pick(["v1", "v3", "b6-meldknop"])}/overdragen`;
    const before = eventCount();
    const looked = await app.post(path, { ...hand, doe: "bekijk" }, "staff");
    expect(looked.status).toBe(422);
    expect(looked.page?.text).toContain("2 veranderen, 0 blijven zoals ze zijn, 1 kan niet.");
    expect(looked.page?.text).toContain("Kan niet: Deze toezegging is van een ander ministerie");
    expect(buttonsIn(looked).some((button) => button.startsWith("Leg vast"))).toBe(false);
    const gezien = valuesOf(looked, "gezien")[0] ?? "";
    expect((await app.post(path, { ...hand, gezien, doe: "vastleggen" }, "staff")).status).toBe(422);
    expect(eventCount()).toBe(before);

    const without = await app.post(path, { ...hand, doe: "zonder-geweigerde" }, "staff");
    expect(buttonsIn(without)).toContain("Leg vast voor 2 toezeggingen");
    const at = revision();
    const seen = valuesOf(without, "gezien")[0] ?? "";
    expect((await app.post(path, { ...hand, gezien: seen, doe: "vastleggen" }, "staff")).status).toBe(302);
    expect([eventCount(), revision()]).toEqual([before + 2, at + 1]);
    expect([kindsOf("v1").at(-1), kindsOf("v3").at(-1)]).toEqual(["handed_over", "handed_over"]);
  });

  test("stops where somebody else changed one of them since the preview, and tells what", async () => {
    const path = `${await pick(["v5", "v6"])}/planning`;
    const form = fields({ deadline: "1 maart 2041", effectiveOn: DAY });
    const looked = await app.post(path, { ...form, doe: "bekijk" }, "staff");
    expect(looked.page?.text).toContain("Planning, niet gemeld: was geen, wordt “1 maart 2041”");

    const own = "/werk/toezeggingen/v6/verbinden";
    const link = fields({
      relation: "repeats",
      commitmentId: stored<{ number: string }>("SELECT number FROM commitments WHERE id = 'v1'")[0]?.number ?? "",
      effectiveOn: DAY,
    });
    const seen = valuesOf(await app.get(own, "clerk"), "gezien")[0] ?? "";
    expect((await app.post(own, { ...link, gezien: seen, doe: "vastleggen" }, "clerk")).status).toBe(302);

    const before = eventCount();
    const gezien = valuesOf(looked, "gezien")[0] ?? "";
    const told = await app.post(path, { ...form, gezien, doe: "vastleggen" }, "staff");
    expect([told.status, eventCount()]).toEqual([409, before]);
    expect(told.page?.text).toMatch(/Herhaalt toezegging .*\(.*Voorbeeldcommissie/i);
    const again = valuesOf(told, "gezien")[0] ?? "";
    expect((await app.post(path, { ...form, gezien: again, doe: "vastleggen" }, "staff")).status).toBe(302);
    expect(kindsOf("v5").at(-1)).toBe("deadline_set");
  });

  test("lapses what stands open for the committee that decided it", async () => {
    const path = `${await pick(["v7", "v8"], "clerk")}/vervallen`;
    const form = fields({
      reason: "Overgenomen in een nieuwe afspraak",
      decider: "Voorbeeldcommissie",
      effectiveOn: DAY,
    });
    const looked = await app.post(path, { ...form, doe: "bekijk" }, "clerk");
    const gezien = valuesOf(looked, "gezien")[0] ?? "";
    expect((await app.post(path, { ...form, gezien, doe: "vastleggen" }, "clerk")).status).toBe(302);
    expect([kindsOf("v7").at(-1), kindsOf("v8").at(-1)]).toEqual(["lapsed", "lapsed"]);
    expect((await app.get(path.replace(/vervallen$/, "overdragen"), "clerk")).status).toBe(404);
  });

  test("gives a topic as a correction, and leaves alone what has it already", async () => {
    const path = `${await pick(["v2", "v3"])}/onderwerp`;
    const [topic] = stored<{ id: string; topicId: string }>(
      "SELECT id, topic_id AS topicId FROM commitments WHERE id = 'v2'",
    );
    const form = fields({ topicId: topic?.topicId ?? "", reason: "Hoort bij elkaar" });
    const looked = await app.post(path, { ...form, doe: "bekijk" }, "staff");
    expect(looked.page?.text).toContain("1 verandert, 1 blijft zoals die is");
    const gezien = valuesOf(looked, "gezien")[0] ?? "";
    expect((await app.post(path, { ...form, gezien, doe: "vastleggen" }, "staff")).status).toBe(302);
    const [moved] = stored<{ topicId: string }>("SELECT topic_id AS topicId FROM commitments WHERE id = 'v3'");
    expect([moved?.topicId, kindsOf("v3").at(-1), kindsOf("v2").includes("corrected")]).toEqual([
      topic?.topicId,
      "corrected",
      false,
    ]);
    expect((await app.get("/correcties")).page?.text).toContain("Hoort bij elkaar");
  });

  test("names an owner, who is no part of the public record", async () => {
    const path = `${await pick(["v2", "v9"])}/dossierhouder`;
    const [staff] = stored<{ id: string }>("SELECT id FROM accounts WHERE email = ?", ACCOUNTS.staff);
    const form = fields({ accountId: staff?.id ?? "", internalDate: "2030-01-02" });
    const looked = await app.post(path, { ...form, doe: "bekijk" }, "staff");
    const [before, at] = [eventCount(), revision()];
    const gezien = valuesOf(looked, "gezien")[0] ?? "";
    expect((await app.post(path, { ...form, gezien, doe: "vastleggen" }, "staff")).status).toBe(302);
    expect(stored("SELECT commitment_id FROM ownerships WHERE internal_date = '2030-01-02'")).toHaveLength(2);
    expect([eventCount(), revision()]).toEqual([before, at + 1]);
  });

  test("publishes drafts with the debate in which they were made", async () => {
    const path = `${await pick(["v10"])}/publiceren`;
    const looked = await app.post(path, { doe: "bekijk" }, "staff");
    const gezien = valuesOf(looked, "gezien")[0] ?? "";
    expect((await app.post(path, { gezien, doe: "vastleggen" }, "staff")).status).toBe(302);
    const [row] = stored<{ number: string; published: string }>(
      "SELECT number, d.published_on AS published FROM commitments c JOIN debates d ON d.id = c.origin_id WHERE c.id = 'v10'",
    );
    expect(row?.published).toBeTruthy();
    expect((await app.get(`/toezeggingen/${row?.number}`)).status).toBe(200);
  });
});
