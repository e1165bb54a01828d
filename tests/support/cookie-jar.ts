/** Somebody with a browser of their own, in process: keeps the cookies that it gets, and goes where it is sent. */
import { type Answer, type App, HERE } from "./app.ts";
import { codeOf } from "./second-factor.ts";

export interface Browser {
  get(path: string): Promise<Answer>;
  post(path: string, form: Record<string, string>): Promise<Answer>;
  /** The first step of signing in. */
  password(email: string, password: string): Promise<Answer>;
  /** Sets up a second factor where one is asked for; answers its secret and the recovery codes. */
  setUp(path: string): Promise<{ secret: string; recoveryCodes: string[] }>;
  /** Whether this browser is signed in. */
  isSignedIn(): Promise<boolean>;
}

interface Means {
  client?: string;
  userAgent?: string;
}

export function newBrowser(app: App, { client = "192.0.2.1", userAgent = "" }: Means = {}): Browser {
  const jar = new Map<string, string>();

  async function ask(method: "GET" | "POST", path: string, form?: Record<string, string>): Promise<Answer> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { Host: new URL(HERE).host, Origin: HERE, Cookie: cookie, "User-Agent": userAgent };
    const body = form && new URLSearchParams(form);
    const answer = await app.send(new Request(HERE + path, { method, headers, body }), client);
    for (const given of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = given.split(";")[0]?.split(/=(.*)/s) ?? [];
      if (/max-age=0/i.test(given)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  const get = (path: string) => ask("GET", path);
  const post = (path: string, form: Record<string, string>) => ask("POST", path, form);
  return {
    get,
    post,
    password: (email, password) => post("/inloggen", { email, wachtwoord: password, naar: "" }),
    async setUp(path) {
      const secret = lettersIn(await get(path));
      const answer = await post(path, { doe: "bevestig", code: codeOf(secret), naar: "" });
      return { secret, recoveryCodes: recoveryCodesIn(answer) };
    },
    isSignedIn: async () => (await get("/account")).status === 200,
  };
}

/** The secret as it stands on the page of setting up, to type over. */
export const lettersIn = ({ text }: Answer): string => /(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(text)?.[0] ?? "";

export const recoveryCodesIn = ({ text }: Answer): string[] =>
  [...text.matchAll(/<code>((?:[a-z0-9]{4}-){3}[a-z0-9]{4})<\/code>/g)].map(([, code = ""]) => code);
