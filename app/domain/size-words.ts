/** `ongeveer 3 MB`, `ongeveer 40 kB`: to know whether one wants it on a phone. */
export function aboutSize(bytes: number): string {
  const [size, unit] = bytes < 950_000 ? [bytes / 1000, "kB"] : [bytes / 1_000_000, "MB"];
  const rounded = size < 10 ? Math.round(size * 10) / 10 : Math.round(size);
  return `ongeveer ${Math.max(unit === "kB" ? 1 : 0.1, rounded).toLocaleString("nl-NL")} ${unit}`;
}
