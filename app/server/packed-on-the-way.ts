/** Answers that nobody keeps, packed as they are sent: of the API, of who is signed in, and what is too large to keep. */
import { encodingFor, isPackable } from "./kept-answers.ts";

/** The same answer, as gzip where the visitor takes that and it gains something. */
export function packedOnTheWay(response: Response, request: Request): Response {
  const { body, status, statusText } = response;
  const headers = new Headers(response.headers);
  const isAsItIs = headers.has("Content-Encoding") || /^"/.test(headers.get("ETag") ?? "");
  if (!body || isAsItIs || !isPackable(headers.get("Content-Type") ?? "")) return response;
  if (!/\bAccept-Encoding\b/i.test(headers.get("Vary") ?? "")) headers.append("Vary", "Accept-Encoding");
  if (encodingFor(request.headers.get("Accept-Encoding"), ["gzip"]) === "identity")
    return new Response(body, { status, statusText, headers });
  headers.set("Content-Encoding", "gzip");
  headers.delete("Content-Length");
  return new Response(body.pipeThrough(new CompressionStream("gzip")), { status, statusText, headers });
}
