/**
 * Stands in for what Remix writes the data of a page with, for the scripts of that page: no page has such scripts, and
 * writing it took as long as a fifth of a page.
 */
export const encode = (): ReadableStream<Uint8Array> => new ReadableStream();
