// A thread of the reading process that ends it, with a signal of its own, when it holds too much memory or when nobody
// waits for it any more. The thread that reads may be busy for a long time and would not notice.
import { workerData } from "node:worker_threads";

const { limit, signal } = workerData;
const startedBy = process.ppid;

setInterval(() => {
  if (process.memoryUsage.rss() > limit) process.kill(process.pid, signal);
  if (process.ppid !== startedBy) process.kill(process.pid, "SIGKILL");
}, 10);
