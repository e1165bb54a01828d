/** The program as files and what each imports, for tests that hold the rules of the house. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";

export interface Import {
  specifier: string;
  typesOnly: boolean;
  /** The path in the project that it means; null for a package. */
  target: string | null;
}

export interface Source {
  path: string;
  /** The name without what comes after its first dot. */
  name: string;
  /** `domain`, `server`, `routes/public`, `db`, …; `app` for what stands at the top of app/. */
  room: string;
  text: string;
  imports: Import[];
}

const IMPORT = /^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;

export const SOURCES: Source[] = ["app", "db"]
  .flatMap((root) => readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => join(root, path)))
  .filter((path) => /\.(?:ts|tsx|mjs)$/.test(path))
  .sort()
  .map((path) => {
    const text = readFileSync(path, "utf8");
    return {
      path,
      name: basename(path).replace(/\..*$/, ""),
      room: roomOf(path),
      text,
      imports: importsIn(path, text),
    };
  });

export function roomOf(path: string): string {
  const [root, folder = "", audience = ""] = path.split("/");
  if (root === "db") return "db";
  if (folder.includes(".")) return "app";
  return folder === "routes" ? `routes/${audience}` : folder;
}

function importsIn(path: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map(([, types, from, dynamic]) => {
    const specifier = from ?? dynamic ?? "";
    return { specifier, typesOnly: Boolean(types), target: targetOf(path, specifier.replace(/\?.*$/, "")) };
  });
}

function targetOf(path: string, specifier: string): string | null {
  if (specifier.startsWith("#")) return specifier.slice(1);
  return specifier.startsWith(".") ? normalize(join(dirname(path), specifier)) : null;
}
