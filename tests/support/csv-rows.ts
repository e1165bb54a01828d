/** The rows of a CSV file, each by the headings of its columns. */
import { parse } from "csv-parse/sync";

export const csvRows = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, columns: true, relax_column_count: false });
