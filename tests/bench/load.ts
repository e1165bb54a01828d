/** Asks a server over lines that stay open, in the same way whoever it is. An answer that was not meant stops the bench. */
import { Agent, get, type IncomingMessage } from "node:http";
import { timed } from "./figures.ts";

export interface Asked {
  headers?: Record<string, string>;
  /** 200 where none is given. */
  status?: number;
}

/** As browsers ask. */
export const PACKED = { "accept-encoding": "br" };
export const PLAIN = { "accept-encoding": "identity" };

interface Received {
  headers: IncomingMessage["headers"];
  rawHeaders: string[];
  body: Buffer;
  /** All bytes that came over its line so far, headers included. */
  received: number;
}

export function ask(agent: Agent, address: string, { headers = PACKED, status = 200 }: Asked = {}): Promise<Received> {
  return new Promise((found, refuse) => {
    const asked = get(address, { agent, headers }, (response) => {
      const { statusCode, rawHeaders, socket } = response;
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", refuse);
      response.once("end", () => {
        if (statusCode !== status) return refuse(new Error(`${address} werd beantwoord met ${statusCode}.`));
        found({ headers: response.headers, rawHeaders, body: Buffer.concat(chunks), received: socket.bytesRead });
      });
    });
    asked.once("error", refuse);
  });
}

/** Each after the other has been answered: the milliseconds of each. */
export async function askInTurn(addresses: readonly string[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (const address of addresses) times.push(await timed(() => ask(agent, address)));
  agent.destroy();
  return times;
}

/** As many at once as there are lines, for so many seconds. Answers how many were answered in a second. */
export async function askTogether(
  lines: number,
  seconds: number,
  next: () => string,
  asked: Asked = {},
): Promise<{ answered: number; perSecond: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: lines });
  let answered = 0;
  const started = performance.now();
  const passed = (): number => (performance.now() - started) / 1000;
  const line = async (): Promise<void> => {
    while (passed() < seconds) {
      await ask(agent, next(), asked);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: lines }, line));
  const perSecond = answered / passed();
  agent.destroy();
  return { answered, perSecond };
}
