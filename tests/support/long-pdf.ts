/** A long letter as PDF, invented: so many pages of plain sentences in Helvetica. */
export function longPdf(pages: number): Buffer {
  const objects: string[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, i) => `${4 + 2 * i} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  for (let page = 1; page <= pages; page += 1) {
    const head = page === 1 ? ["Datum 4 maart 2024", "Betreft Lange brief over heggen (verzonnen)", ""] : [];
    const lines = [
      ...head,
      ...Array.from(
        { length: 44 },
        (_, i) => `Langs spoor ${page} staat heg ${i + 1}, die ieder jaar in het voorjaar wordt geknipt.`,
      ),
    ];
    const shown = lines.map((line) => `(${line.replaceAll("(", "\\(").replaceAll(")", "\\)")}) Tj T*`).join("\n");
    const content = `BT /F1 11 Tf 15 TL 70 780 Td\n${shown}\nET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let text = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** A scan: a page that holds a picture and no words. */
export const scannedPdf = (): Buffer => {
  const sound = longPdf(1).toString("latin1");
  return Buffer.from(
    sound.replace(/\([^\n]*\) Tj/g, (words) => " ".repeat(words.length)),
    "latin1",
  );
};
