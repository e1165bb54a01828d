/** Whose network address counts when somebody tries to sign in: behind our own proxy the last that it wrote, else none. */
import { describe, expect, test } from "vitest";
import { emptyPlace } from "../support/database.ts";
import { startServerProcess } from "../support/server.ts";

/** So many tries from one address within a quarter of an hour: app/server/sign-in-limits.ts. */
const TRIES = 60;

/** Tries once with an account that is not there, each time another. Answers the status. */
const knocking = (url: string) => {
  let tries = 0;
  return async (forwardedFor: string): Promise<number> => {
    const { status } = await fetch(`${url}/inloggen`, {
      method: "POST",
      body: new URLSearchParams({ email: `niemand-${++tries}@voorbeeld.example`, wachtwoord: "geraden", naar: "" }),
      headers: { Origin: url, "X-Forwarded-For": forwardedFor, Connection: "close" },
      redirect: "manual",
    });
    return status;
  };
};

describe("Who tries to sign in too often is told to wait,", () => {
  test("behind a proxy by the address that the proxy wrote last, whatever the client wrote before it", async () => {
    const { url } = await startServerProcess(emptyPlace(), { TRUST_PROXY: "ja" });
    const knock = knocking(url);
    for (let n = 1; n <= TRIES; n += 1) expect(await knock(`198.51.100.${n}, 192.0.2.7`)).toBe(422);
    expect(await knock("198.51.100.200, 192.0.2.7"), "another address in front does not help").toBe(429);
    expect(await knock("192.0.2.7, 192.0.2.8"), "and harms nobody else").toBe(422);
  });

  test("without a proxy by the address of the line: the header is the client's own and counts for nothing", async () => {
    const { url } = await startServerProcess(emptyPlace());
    const knock = knocking(url);
    for (let n = 1; n <= TRIES; n += 1) expect(await knock(`192.0.2.${n}`)).toBe(422);
    expect(await knock("192.0.2.200")).toBe(429);
  });
});
