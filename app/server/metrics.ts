/** What a watcher of the program wants to count: requests, writes, what waits, and the process itself. */
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { revision, watchWrites, writesUnderWay } from "#db/client.ts";
import { unreadImports } from "#db/imports.ts";
import { unworkedLists } from "#db/list-imports.ts";
import { mailCounts } from "#db/outgoing-mail.ts";

const registry = new Registry();
const registers = [registry];
/** From a page out of the cache to the import of a long letter, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const requests = new Histogram({
  name: "register_request_duration_seconds",
  help: "Answers, by the pattern of the route and the status, from the request to the first byte.",
  labelNames: ["method", "route", "status"],
  buckets: BUCKETS,
  registers,
});
const waits = new Histogram({
  name: "register_write_wait_seconds",
  help: "How long a write waited for those before it.",
  buckets: BUCKETS,
  registers,
});
const writes = new Histogram({
  name: "register_write_duration_seconds",
  help: "How long a write took, done or refused.",
  labelNames: ["outcome"],
  buckets: BUCKETS,
  registers,
});

/** How much waits, asked when somebody looks. One row a queue. */
const QUEUES: Record<string, () => number | Promise<number>> = {
  writes: () => writesUnderWay().count,
  imports: unreadImports,
  lists: unworkedLists,
  mail: async () => {
    const { waiting, sending } = await mailCounts();
    return waiting + sending;
  },
};
new Gauge({
  name: "register_queue_length",
  help: "What waits or is under way.",
  labelNames: ["queue"],
  registers,
  async collect() {
    for (const [queue, length] of Object.entries(QUEUES)) this.set({ queue }, await length());
  },
});
new Gauge({
  name: "register_revision",
  help: "How many writes that pages show there were since the register began.",
  registers,
  async collect() {
    this.set(await revision());
  },
});

/** Counts an answer, whether somebody looks or not. */
export const countAnswer = (method: string, route: string, status: number, seconds: number): void =>
  requests.observe({ method, route, status }, seconds);

/** From now on writes are measured, and the process: its event loop, memory and processor time. */
export function beginMeasuring(): void {
  watchWrites(({ waited, took, isDone }) => {
    waits.observe(waited);
    writes.observe({ outcome: isDone ? "done" : "refused" }, took);
  });
  collectDefaultMetrics({ register: registry });
}

/** All of it as Prometheus reads it. */
export const metrics = async (): Promise<{ type: string; text: string }> => ({
  type: registry.contentType,
  text: await registry.metrics(),
});
