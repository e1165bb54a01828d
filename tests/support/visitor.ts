/** Staff who send files to a served register, without a browser. */
import { ACCOUNTS, signInThrough } from "./app.ts";

export interface Sender {
  /** Sends a file with the form of "Brief inlezen". Answers the path of its import, or the page that refused it. */
  send(file: { name: string; bytes: Uint8Array }): Promise<{ importPath: string | null; status: number; text: string }>;
  get(path: string): Promise<{ status: number; text: string }>;
}

export async function signedIn(url: string, databasePath: string, password: string): Promise<Sender> {
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: "POST",
      body,
      redirect: "manual",
      // A line of its own each time: on a busy machine the server may just have given up one that was kept.
      headers: { Origin: url, Connection: "close", ...headers },
    });
  const Cookie = await signInThrough(fetch, url, databasePath, ACCOUNTS.staff, password);
  return {
    async send({ name, bytes }) {
      const form = new FormData();
      form.set("dossier", "");
      form.set("tekst", "");
      form.set("bestand", new File([new Uint8Array(bytes)], name));
      const response = await post("/werk/brieven/nieuw", form, { Cookie });
      const text = await response.text();
      return { importPath: response.headers.get("Location"), status: response.status, text };
    },
    async get(path) {
      const response = await fetch(url + path, { headers: { Cookie, Connection: "close" }, redirect: "manual" });
      return { status: response.status, text: await response.text() };
    },
  };
}
