import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLetterParts } from "#app/domain/reading/letter-parts.ts";
import { type FileReader, Unreadable } from "#app/server/extract-text/extracted.ts";
import { readHtml } from "#app/server/extract-text/html.ts";
import { readXml } from "#app/server/extract-text/xml.ts";

// Pages and publications written for these tests: swimming pools, roads.
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The parts, a heading with its depth, each note behind its text. */
async function shape(read: FileReader, file: string | Uint8Array): Promise<string[]> {
  const source = await read(typeof file === "string" ? bytes(file) : file, () => {});
  return ("parts" in source ? source.parts : []).map(
    ({ kind, level, text, footnotes }) =>
      `${kind === "heading" ? `${"#".repeat(level ?? 0)} ` : ""}${text}${footnotes.map((note) => `{${note.mark}:${note.text}}`).join("")}`,
  );
}
async function refusal(read: FileReader, file: string | Uint8Array): Promise<string> {
  try {
    return `letter: ${await shape(read, file)}`;
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal;
    throw error;
  }
}

describe("a page", () => {
  it.each([
    ["<p>een<p>twee<br><br>drie", ["een", "twee", "drie"]],
    [
      "<p>Dit is de eerste regel van een zin die hier wordt afgebroken en<br>daarna doorgaat.",
      ["Dit is de eerste regel van een zin die hier wordt afgebroken en daarna doorgaat."],
    ],
    ["<p>Ons adres:<br>Postbus 1<br>Den Haag", ["Ons adres:", "Postbus 1", "Den Haag"]],
    ["<div>voor<p>in</p>na</div>", ["voor", "in", "na"]],
    ["<ul><li>een<ul><li>binnen</ul>rest<li>twee</ul>", ["een", "binnen", "rest", "twee"]],
    [
      "<p>onder&shy;houd&nbsp;van CO<sub>2</sub> &euro;&#160;4 &lt;b&gt; vrije\u2011tijd",
      ["onder\u00adhoud van CO2 € 4 <b> vrije-tijd"],
    ],
    ["<p>een<script>twee</script><style>drie</style><!-- vier --><del>vijf</del><p hidden>zes", ["een"]],
    ["<pre>regel een\nRegel twee</pre>", ["regel een", "Regel twee"]],
    [
      "<table><caption>Tabel 1</caption><tr><th>Oost<th>West<tr><td>1<td><p>2<p>3</table>na",
      ["Tabel 1", "Oost | West", "1 | 2 3", "na"],
    ],
    ["<table><tr><td><h2>Kop</h2><p>tekst<td>ernaast</table>", ["## Kop", "tekst", "ernaast"]],
    ["<table><tr><td>a<td><table><tr><td>b<td>c</table></table>", ["a", "b | c"]],
    [
      "<p><b>Stand van zaken</b><p>Tekst.<p><i>Baden</i><p>Tekst.<p><b>Niet het slot</b>",
      ["# Stand van zaken", "Tekst.", "## Baden", "Tekst.", "Niet het slot"],
    ],
    ["<h1>Brief</h1><p><b>Kosten</b><p>Tekst.", ["# Brief", "## Kosten", "Tekst."]],
    [
      "<ol><li><b>Kosten</b></ol><p>Tekst.<ol><li><b>Een</b><li><b>Twee</b></ol><p>Tekst.",
      ["# Kosten", "Tekst.", "Een", "Twee", "Tekst."],
    ],
    ["<p><b>Dit is een zin.</b><p>Tekst.", ["Dit is een zin.", "Tekst."]],
    [
      "<nav>menu</nav><div class=breadcrumb>pad</div><main><nav>ook</nav><p>tekst</main><footer>voet</footer>",
      ["tekst"],
    ],
    ["<header><p>kop</header><p>tekst", ["kop", "tekst"]],
  ])("%s", async (page, parts) => {
    expect(await shape(readHtml, page)).toEqual(parts);
  });

  it.each([
    ["<p>Zin<a href='#n1'>[1]</a>. Meer.<p id=n1>[1] Noot.", ["Zin. Meer.{1:Noot.}"]],
    ["<p>Zin <a href='#n1'>1</a> meer.<ol><li id=n1>2 mei 2012</ol>", ["Zin meer.{1:2 mei 2012}"]],
    [
      "<p>Zin<sup><a id=t1 href='#n1'>2</a></sup><div id=n1><p><a href='#t1'>2</a> 2 mei <p>en verder</div>",
      ["Zin{2:2 mei en verder}"],
    ],
    ["<p>Een<a href='#n'>1</a> en twee<a href='#n'>1</a><p id=n>1 Noot", ["Een en twee{1:Noot}"]],
    [
      "<p><a href='#k'>1</a> <a href='#k'>Kosten</a><h2 id=k>1 Kosten</h2><p>Tekst",
      ["1 Kosten", "## 1 Kosten", "Tekst"],
    ],
    ["<p><a href='#A'>A</a><p id=A>A Aanleg van baden", ["A", "A Aanleg van baden"]],
    ["<p>Zin<a href='#weg'>1</a> en <a href='#%E0%A4%A'>2</a>", ["Zin1 en 2"]],
    ["<p>De weg.<sup>1</sup> Meer.", ["De weg.1 Meer."]],
  ])("with notes: %s", async (page, parts) => {
    expect(await shape(readHtml, page)).toEqual(parts);
  });

  const windows = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
  it.each([
    ["declared", windows("<meta charset=iso-8859-1><p>co\u00f6peratie \u0093x\u0094")],
    ["not declared", windows("<p>co\u00f6peratie \u0093x\u0094")],
    ["wrongly declared", windows("<meta charset=utf-8><p>co\u00f6peratie \u0093x\u0094")],
    ["declared by a name that nobody knows", bytes("<meta charset=bestaat-niet><p>coöperatie “x”")],
    ["marked", new Uint8Array(Buffer.from("\ufeff<p>coöperatie “x”", "utf16le"))],
  ])("in an encoding that is %s", async (_, file) => {
    const [text] = await shape(readHtml, file);
    expect(text).toBe("coöperatie “x”");
  });

  it.each([
    ["Een gewone tekst zonder tags", "wrong_type"],
    ["%PDF-1.4\n\0<b>", "wrong_type"],
    ["<html><body> </body></html>", "empty"],
    ["<html><body><img src=scan.png></body></html>", "no_text"],
    ["<div>".repeat(20_000), "too_large"],
    ["<br>".repeat(300_000), "too_large"],
  ])("%#: is refused", async (page, expected) => {
    expect(await refusal(readHtml, page)).toBe(expected);
  });

  it("whatever the tags, no word is lost and none comes twice", async () => {
    const piece = fc.constantFrom(
      ..."<p>|</p>|<div>|</div>|<b>|</b>|<h2>|</h2>|<ul>|<li>|</ul>|<table>|<tr>|<td>|</table>|<br>|<i>|</i>|<sup>|</sup>|<pre>|</pre>|<a href='#n1'>1</a>|<p id=n1>1 |<p id=n2>|<a href='#n2'>[2]</a>|<center>|<th>|</td>|<span class=functie>|</span>|Weg |water. |Datum |en|\n".split(
        "|",
      ),
    );
    const letters = (text: string): string => (text.match(/\p{L}/gu) ?? []).sort().join("");
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const page = `<p>Begin${pieces.join("")}`;
        const source = await readHtml(bytes(page), () => {});
        const letter = readLetterParts("parts" in source ? source.parts : []);
        const all = letter.passages.flatMap(({ text, footnotes }) => [text, ...footnotes.map((note) => note.text)]);
        expect(letters([...all, ...Object.values(letter.outside).flat()].join(" "))).toBe(
          letters(page.replace(/<[^>]*>/g, "")),
        );
      }),
      { numRuns: 1500 },
    );
  });
});

describe("a publication in XML", () => {
  const paper = (text: string): string =>
    `<?xml version="1.0"?><officiele-publicatie><kamerstuk><stuk><tekst>${text}</tekst></stuk></kamerstuk></officiele-publicatie>`;

  it.each([
    [
      "<al>Een<noot><noot.nr>1</noot.nr><noot.al>Noot</noot.al><noot.al>verder</noot.al></noot>.</al>",
      ["Een.{1:Noot verder}"],
    ],
    ["<al>Een<nootref refid='x'/> <nadruk type='vet'>vet</nadruk> <extref doc='x'>weg</extref></al>", ["Een vet weg"]],
    [
      "<tussenkop kopopmaak='cur'>Klein</tussenkop><al>a</al><tussenkop kopopmaak='vet'>Groot</tussenkop><al>b</al>",
      ["## Klein", "a", "# Groot", "b"],
    ],
    [
      "<divisie><kop><label>Deel</label><nr>2</nr><titel>Baden</titel></kop><divisie><kop><titel>Kosten</titel></kop><al>x</al></divisie></divisie>",
      ["# Deel 2 Baden", "## Kosten", "x"],
    ],
    [
      "<lijst><li><li.nr>a.</li.nr><al>een</al><al>vervolg</al><lijst><li><li.nr>1°</li.nr><al>diep</al></li></lijst></li></lijst>",
      ["a. een", "vervolg", "1° diep"],
    ],
    [
      "<table><title>Stand</title><tgroup cols='2'><colspec/><thead><row><entry><al>Oost</al></entry><entry>West</entry></row></thead><tbody><row><entry><al>1</al><al>2</al></entry><entry/></row></tbody></tgroup></table><al/>",
      ["Stand", "Oost | West", "1 2"],
    ],
    ["<onbekend><x>Een</x><y>Twee</y></onbekend><al>drie</al>", ["Een", "Twee", "drie"]],
    ["<al>ge<?pi x?>heel</al><!-- niet --><al><![CDATA[<p>]]> &amp; &#233;</al>", ["geheel", "<p> & é"]],
    ["<vraag><nr>Vraag 1</nr><al>Is dit zo?</al></vraag>", ["# Vraag 1", "Is dit zo?"]],
    [
      "<ondertekening><functie>De Minister,</functie><naam><voornaam>A.B.</voornaam><achternaam>Proef</achternaam></naam></ondertekening><al/>",
      ["De Minister,", "A.B. Proef"],
    ],
  ])("%s", async (text, parts) => {
    expect(await shape(readXml, paper(text))).toEqual(parts);
  });

  it.each([
    [paper("<al>afgekapt").slice(0, 90), "damaged"],
    [paper("<al><nadruk>kruis</al></nadruk>"), "damaged"],
    ["geen xml", "wrong_type"],
    ["<feed><entry>Iets anders</entry></feed>", "wrong_type"],
    [paper("<al> </al>"), "empty"],
    [paper("<al/><illustratie naam='scan.png'/>"), "no_text"],
    [paper(`${"<x>".repeat(2_000)}<al/>${"</x>".repeat(2_000)}`), "too_large"],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a><al>&b;</al></a>', "too_large"],
  ])("%#: is refused", async (file, expected) => {
    expect(await refusal(readXml, file)).toBe(expected);
  });

  it("with a document type but no entities is read; an entity that nobody declared stays as it is written", async () => {
    expect(
      await shape(
        readXml,
        `<!DOCTYPE a SYSTEM "op.dtd" [ <!ELEMENT a ANY> ]>${paper("<al>Een &x; twee</al>").slice(21)}`,
      ),
    ).toEqual(["Een &x; twee"]);
  });
});

it("the time that reading takes is in proportion to the length", async () => {
  const time = async (page: string): Promise<number> => {
    const start = performance.now();
    await refusal(readHtml, page);
    return performance.now() - start;
  };
  const pieces = [
    "<p>woord ",
    "<b>",
    "<a href='#n'>1</a><p id=n>1 noot",
    "<table><tr><td>",
    "<li>",
    "</x>",
    "<br>x",
    "&amp;",
    "<td>x<p>y",
    "\n ",
    "<!--",
    "<a id=n href='#m'>1</a>",
  ];
  for (const piece of pieces)
    expect(await time(`<p>x${piece.repeat(Math.ceil(300_000 / piece.length))}`), piece).toBeLessThan(6_000);
});
