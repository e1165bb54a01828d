/** Which passwords are taken, and what of a code, a browser and a secret is kept. */
import { describe, expect, test } from "vitest";
import { clientInWords } from "#app/server/client-words.ts";
import { bareRecoveryCode, newRecoveryCodes, newSecret, presentCode, stepOfCode } from "#app/server/one-time-code.ts";
import { hashPassword, passwordFits, passwordProblem } from "#app/server/passwords.ts";
import { seal, unseal } from "#app/server/seal.ts";

const PERSON = { name: "Wilhelmina van der Voorbeelden", email: "w.vandervoorbeelden@ministerie.example" };

describe("A password is refused:", () => {
  test.each<[string, RegExp]>([
    ["", /Vul een wachtwoord in/],
    ["korter dan1", /heeft 11 tekens/],
    ["a".repeat(201), /te lang/],
    ["qwerty123456", /makkelijk te raden/],
    ["QwErTy123456", /makkelijk te raden/],
    ["1Qaz2Wsx3Edc", /makkelijk te raden/],
    ["Wilhelmina van der Voorbeelden", /eigen naam of e-mailadres/],
    ["wilhelminavandervoorbeelden", /eigen naam of e-mailadres/],
    ["W.vanderVoorbeelden@ministerie.example", /eigen naam of e-mailadres/],
    ["w.vandervoorbeelden", /eigen naam of e-mailadres/],
    ["abababababababab", /steeds dezelfde tekens/],
  ])("%j", (password, why) => {
    expect(passwordProblem(password, PERSON)).toMatch(why);
  });
});

describe("A password is taken, whatever kinds of signs it has:", () => {
  test.each([
    "paarse fietsen in de mist",
    "twaalfteken!",
    "kaasboterham",
    "Wilhelmina houdt van puzzels",
    "𝒹𝓇𝒾𝑒 groene peren en een 🚲",
    "x".repeat(100) + "yzq".repeat(30),
  ])("%j", (password) => {
    expect(passwordProblem(password, PERSON)).toBeNull();
  });
});

describe("What is stored of a password", () => {
  test("is argon2id, another each time, and fits nothing else", async () => {
    const [one, other] = await Promise.all([hashPassword("paarse fietsen"), hashPassword("paarse fietsen")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await passwordFits(one, "paarse fietsen")).toBe(true);
    expect(await passwordFits(one, "Paarse fietsen")).toBe(false);
  });

  test("fits however the keyboard writes an accent, and where nothing is stored nothing fits", async () => {
    const stored = await hashPassword("caf\u00e9 aan de gracht");
    expect(await passwordFits(stored, "cafe\u0301 aan de gracht")).toBe(true);
    for (const nothing of [null, ""]) expect(await passwordFits(nothing, "")).toBe(false);
  });
});

describe("A code of an app", () => {
  // RFC 6238, appendix B, for SHA-1: the last six of the eight digits.
  const RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  test.each([
    [59, "287082"],
    [1111111109, "081804"],
    [1111111111, "050471"],
    [1234567890, "005924"],
    [2000000000, "279037"],
  ])("at second %i is %s, as the standard says", (second, code) => {
    const at = new Date(second * 1000);
    expect(presentCode(RFC, at)).toBe(code);
    expect(stepOfCode(RFC, code, at)).toBe(Math.floor(second / 30));
  });

  test.each([
    [-61, null],
    [-30, -1],
    [0, 0],
    [30, 1],
    [61, null],
  ])("that is %i seconds off is taken as step %s", (seconds, step) => {
    const secret = newSecret();
    const now = new Date("2026-03-04T12:00:00.000Z");
    const code = presentCode(secret, new Date(now.getTime() + seconds * 1000));
    const expected = step === null ? null : now.getTime() / 30_000 + step;
    expect(stepOfCode(secret, code, now)).toBe(expected);
  });

  test("may be typed with a space, and is six digits", () => {
    const now = new Date("2026-03-04T12:00:00.000Z");
    const code = presentCode(RFC, now);
    expect(stepOfCode(RFC, ` ${code.slice(0, 3)} ${code.slice(3)} `, now)).not.toBeNull();
    for (const typed of ["", "12345", `${code}1`, "abcdef", `${code.slice(0, 5)}x`, "-12345"])
      expect(stepOfCode(RFC, typed, now), typed).toBeNull();
  });
});

test("recovery codes are ten, all different, without signs that look alike, and may be typed in any way", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^(?:[a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
  const [code = ""] = codes;
  for (const typed of [code, code.toUpperCase(), code.replaceAll("-", " "), ` ${code.replaceAll("-", "")}`])
    expect(bareRecoveryCode(typed)).toBe(code.replaceAll("-", ""));
});

describe("The secret of a second factor", () => {
  const withKey = <T>(key: string | undefined, act: () => T): T => {
    const before = process.env.REGISTER_KEY;
    if (key === undefined) delete process.env.REGISTER_KEY;
    else process.env.REGISTER_KEY = key;
    try {
      return act();
    } finally {
      if (before === undefined) delete process.env.REGISTER_KEY;
      else process.env.REGISTER_KEY = before;
    }
  };
  const KEY = Buffer.alloc(32, 7).toString("base64");
  const OTHER = Buffer.alloc(32, 8).toString("base64");

  test("cannot be read from what is stored with a key", () => {
    const secret = newSecret();
    const stored = withKey(KEY, () => seal(secret, "account 1"));
    expect(stored).not.toContain(secret);
    expect(withKey(KEY, () => seal(secret, "account 1"))).not.toBe(stored);
    expect(withKey(KEY, () => unseal(stored, "account 1"))).toBe(secret);
    expect(withKey(KEY, () => unseal(stored, "account 2"))).toBeNull();
    expect(withKey(OTHER, () => unseal(stored, "account 1"))).toBeNull();
    expect(withKey(undefined, () => unseal(stored, "account 1"))).toBeNull();
    const [kind = "", text = ""] = stored.split(":");
    const damaged = Buffer.from(text, "base64");
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    expect(withKey(KEY, () => unseal(`${kind}:${damaged.toString("base64")}`, "account 1"))).toBeNull();
    expect(withKey(KEY, () => unseal(`${kind}:AAAA`, "account 1"))).toBeNull();
  });

  test("of before there was a key can still be read with one", () => {
    const stored = withKey(undefined, () => seal("GEZDGNBV", "account 1"));
    expect(withKey(KEY, () => unseal(stored, "account 1"))).toBe("GEZDGNBV");
  });

  test.each(["kort", "a".repeat(44), Buffer.alloc(16).toString("base64"), Buffer.alloc(33).toString("base64")])(
    "is not sealed with a key that is none, and the key is not told: %s",
    (key) => {
      const attempt = () => withKey(key, () => seal("GEZDGNBV", "account 1"));
      expect(attempt).toThrow(/REGISTER_KEY/);
      expect(attempt).not.toThrow(key);
    },
  );
});

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox op Windows"],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
    "Edge op Windows",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15",
    "Safari op een Mac",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
    "Safari op een iPhone",
  ],
  [
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
    "Chrome op een Android-telefoon",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox op Linux"],
  ["Lynx/2.9.0 libwww-FM/2.14", "een tekstbrowser"],
  ["<script>alert(1)</script>", "onbekend programma"],
  ["", "onbekend programma"],
])("a visitor with %s looks with %s", (userAgent, words) => {
  expect(clientInWords(userAgent)).toBe(words);
});
