/** The program and the device of a visitor in words, for the list of one's own sessions. */

/** The first that fits: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari. */
const PROGRAMS: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrom(?:e|ium)\/|\bCriOS\/|\bHeadlessChrome\//, "Chrome"],
  [/\bSafari\//, "Safari"],
  [/\b(?:Lynx|w3m|ELinks|Links)\b/i, "een tekstbrowser"],
];

const DEVICES: [RegExp, string][] = [
  [/\biPhone\b/, "een iPhone"],
  [/\biPad\b/, "een iPad"],
  [/\bAndroid\b.*\bMobile\b/, "een Android-telefoon"],
  [/\bAndroid\b/, "een Android-tablet"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "een Mac"],
  [/\bCrOS\b/, "een Chromebook"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];

/** "Firefox op Windows", "Safari op een iPhone"; never what the visitor's program wrote itself. */
export function clientInWords(userAgent: string): string {
  const [program, device] = [PROGRAMS, DEVICES].map((known) => known.find(([sign]) => sign.test(userAgent))?.[1]);
  if (!program && !device) return "onbekend programma";
  return `${program ?? "onbekend programma"}${device ? ` op ${device}` : ""}`;
}
