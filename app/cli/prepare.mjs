// Runs before anything else, with nothing but Node: installs what the lock file asks for, and says what this machine
// lacks. Says nothing when all is there.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const command = process.argv[2];
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Dit programma vraagt Node 20.19 of nieuwer; hier draait ${process.version}.`, "https://nodejs.org");
}

const stamp = "node_modules/.lock-sha256";
const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  console.error("Pakketten installeren (eenmalig, een paar minuten) …");
  const install = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { stdio: ["ignore", 2, 2] });
  if (install.status !== 0) {
    const compiler = ["python3", "make", "g++"].filter((tool) => !has(tool));
    if (compiler.length > 0)
      stop(`Om SQLite te bouwen ontbreekt: ${compiler.join(", ")}.`, `apt-get install ${compiler.join(" ")}`);
    stop("De pakketten konden niet worden geïnstalleerd; hierboven staat waarom.", "npm ci");
  }
  mkdirSync("node_modules", { recursive: true });
  writeFileSync(stamp, lock);
}

if (command === "test" && !process.env.CHROMIUM_PATH && !["chromium", "chromium-browser", "google-chrome"].some(has)) {
  const isDebianRoot = process.getuid?.() === 0 && has("apt-get");
  if (isDebianRoot) {
    console.error("Chromium installeren voor de browsertests …");
    spawnSync("apt-get", ["update", "-qq"], { stdio: ["ignore", 2, 2] });
    spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], {
      stdio: ["ignore", 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  if (!has("chromium"))
    stop(
      "Voor de browsertests ontbreekt Chromium.",
      "apt-get install chromium   (of zet CHROMIUM_PATH op een Chrome die er al is)",
    );
}

function has(tool) {
  try {
    execFileSync("sh", ["-c", `command -v ${tool}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function stop(problem, remedy) {
  console.error(`${problem}\nZo is het te verhelpen: ${remedy}`);
  process.exit(2);
}
