/** `npm test`: builds, checks and runs every test, and closes with how many passed and failed. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

/** What a test may know of the machine; everything else in the environment stays outside. */
const KEPT = [
  "PATH",
  "HOME",
  "LANG",
  "TMPDIR",
  "TERM",
  "CHROMIUM_PATH",
  "NODE_EXTRA_CA_CERTS",
  "PROPERTY_SEED",
  "PROPERTY_RUNS",
  "KILL_ROUNDS",
  "KILL_WRITES",
];
for (const name of Object.keys(process.env)) if (!KEPT.includes(name)) delete process.env[name];

const total = { passed: 0, failed: 0 };
/** What failed, said once more at the end: the build machine shows only the last lines. */
const failures: string[] = [];
const count = (passed: number, failed: number) => {
  total.passed += passed;
  total.failed += failed;
};

const { build } = await import("#app/cli/build.ts");
try {
  build();
} catch (error) {
  console.error(String(error));
  failures.push("build");
  count(0, 1);
}
// Each part of `npm run check` by itself and beside the first tests, so that one that fails does not hide or hold up another.
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
const steps = (scripts.check ?? "").split("&&").map((step) => step.trim());
const checked = Promise.all(steps.map(runBeside));
await vitest("tests/unit", "tests/integration");
for (const [at, isGreen] of (await checked).entries()) {
  count(Number(isGreen), Number(!isGreen));
  if (!isGreen) failures.push(steps[at] ?? "");
}
await vitest("tests/browser"); // after the others, so that a page is not slow because of them

for (const failure of failures) console.log(`Failed: ${failure}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

function run(command: string, env: Record<string, string>): Promise<boolean> {
  console.log(`\n> ${command}`);
  const own = spawn("sh", ["-c", command], { stdio: "inherit", env: { ...process.env, ...env, PATH: withTools() } });
  return new Promise((done) => own.once("close", (status) => done(status === 0)));
}

function runBeside(command: string): Promise<boolean> {
  const beside = spawn("sh", ["-c", command], { env: { ...process.env, PATH: withTools() } });
  const said: Buffer[] = [];
  for (const stream of [beside.stdout, beside.stderr]) stream.on("data", (part: Buffer) => said.push(part));
  return new Promise((done) => {
    beside.once("close", (status) => {
      console.log(`\n> ${command}\n${Buffer.concat(said)}`);
      done(status === 0);
    });
  });
}

function withTools(): string {
  return `${join(process.cwd(), "node_modules/.bin")}:${process.env.PATH}`;
}

/** What is read of the report that Vitest writes. */
interface Report {
  numPassedTests: number;
  numTotalTests: number;
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
}

/** Counts what Vitest reports. A test that is skipped, and a file that does not load, counts as failed. */
async function vitest(...which: string[]): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "register-tests-"));
  const report = join(directory, "report.json");
  const reporters = `--reporter=default --reporter=json --outputFile.json=${report} --silent=passed-only`;
  const isGreen = await run(`vitest run --config remix.config.js ${reporters} ${which.join(" ")}`, {
    NODE_ENV: "test",
  });
  try {
    const { numPassedTests, numTotalTests, testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
    for (const { name, status, assertionResults } of testResults) {
      const own = assertionResults.filter((one) => one.status !== "passed").map(({ fullName }) => fullName);
      if (own.length > 0 || status !== "passed") failures.push([relative(process.cwd(), name), ...own].join(" > "));
    }
    const failed = numTotalTests - numPassedTests;
    count(numPassedTests, isGreen ? failed : Math.max(1, failed));
  } catch {
    failures.push(which.join(" "));
    count(0, 1);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
