/** The register as a file in each of its forms, and what is said with it. */
import { createReadStream } from "node:fs";
import { filterToParams } from "#app/domain/filter.ts";
import { commitmentsCsv } from "#app/formats/commitments-csv.ts";
import { commitmentsJson } from "#app/formats/commitments-json.ts";
import { commitmentsXlsx } from "#app/formats/commitments-xlsx.ts";
import { XLSX_TYPE } from "#app/formats/workbook.ts";
import { paths, type RegisterForm } from "#app/paths.ts";
import { type ExportedCommitment, exportedInTurn } from "#db/public.ts";
import { madeFile, makeFile } from "./made-files.ts";
import { descriptionOf, type RegisterAsked, registerAsked, type Visited } from "./register-asked.ts";
import { writtenOut } from "./written-out.ts";

export type FileForm = Exclude<RegisterForm, "atom" | "ics">;

const TYPES: Record<FileForm, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: XLSX_TYPE,
  json: "application/json",
};

/** These commitments as a file of this form, written while they are read. */
async function fileOf(
  form: FileForm,
  asked: RegisterAsked,
  visited: Visited,
  batches: AsyncIterable<ExportedCommitment[]>,
): Promise<AsyncGenerator<string | Uint8Array>> {
  const pageOf = (number: string): string => asked.address(paths.commitment(number));
  if (form === "csv") return commitmentsCsv(batches, pageOf);
  const described = await descriptionOf(asked, visited);
  return form === "json" ? commitmentsJson(described, batches, pageOf) : commitmentsXlsx(described, batches, pageOf);
}

/** More rows than this are made into a file first, with a page that shows how far it is. */
export const LARGE = 5000;

/** How large each file is going to be, in bytes: what the first rows come to, for as many as there are. */
export async function sizesOf(asked: RegisterAsked, visited: Visited): Promise<Record<FileForm, number>> {
  const batches = exportedInTurn(asked.filter, visited.moment);
  const { value: first } = await batches.next();
  await batches.return(undefined);
  const rows: ExportedCommitment[] = first ?? [];
  const sizeOf = async (form: FileForm): Promise<number> => {
    const [whole, empty] = [await bytesOf(form, [rows]), await bytesOf(form, [])];
    return empty + (rows.length === 0 ? 0 : ((whole - empty) / rows.length) * asked.total);
  };
  const bytesOf = async (form: FileForm, of: ExportedCommitment[][]): Promise<number> => {
    let bytes = 0;
    for await (const part of await fileOf(form, asked, visited, inTurn(of))) bytes += Buffer.byteLength(part);
    return bytes;
  };
  return { csv: await sizeOf("csv"), xlsx: await sizeOf("xlsx"), json: await sizeOf("json") };
}

async function* inTurn<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}

/** The same question to the same register gives the same file. */
const fileKey = (form: FileForm, { filter }: RegisterAsked, { visit }: Visited): string =>
  [form, visit.origin, visit.asOf, visit.today, visit.knownAt, visit.fixedAt, filterToParams(filter)].join(" ");

/** The file that was made of it, or else written now. */
export async function registerFile(request: Request, visited: Visited, form: FileForm): Promise<Response> {
  const asked = await registerAsked(request, visited);
  const headers = { type: TYPES[form], fileName: `toezeggingen-${visited.visit.asOf}.${form}` };
  const made = madeFile(fileKey(form, asked, visited));
  if (made?.state === "made") return writtenOut(createReadStream(made.path), { ...headers, size: made.size });
  return writtenOut(await fileOf(form, asked, visited, exportedInTurn(asked.filter, visited.moment)), headers);
}

/** How far the file is; begins it where it was not begun. Null where too many wait already. */
export function makeRegisterFile(form: FileForm, asked: RegisterAsked, visited: Visited) {
  const file = makeFile(fileKey(form, asked, visited), asked.total, async function* (tell) {
    const batches = counting(exportedInTurn(asked.filter, visited.moment), tell);
    yield* await fileOf(form, asked, visited, batches);
  });
  if (!file) return null;
  const { state, done, of, size } = file;
  return { state, done, of, size };
}

async function* counting<T>(batches: AsyncIterable<T[]>, tell: (rows: number) => void): AsyncGenerator<T[]> {
  for await (const batch of batches) {
    yield batch;
    tell(batch.length);
  }
}
