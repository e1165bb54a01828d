/** What is written while it is read, as an answer: no faster than the reader takes it, and no further than they want. */
import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";

interface Written {
  type: string;
  /** For what is kept as a file. */
  fileName?: string;
  /** In bytes, where it is known. */
  size?: number;
}

export const writtenOut = (parts: AsyncIterable<string | Uint8Array>, { type, fileName, size }: Written): Response =>
  new Response(createReadableStreamFromReadable(parts instanceof Readable ? parts : Readable.from(parts)), {
    headers: {
      "Content-Type": type,
      ...(fileName && { "Content-Disposition": `attachment; filename="${fileName}"` }),
      ...(size !== undefined && { "Content-Length": String(size) }),
    },
  });
