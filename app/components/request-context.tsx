import { createContext } from "react";
import type { Account } from "./page.tsx";

/** What the server knows of a request beside the data of its page: for the page that shows an error. */
export interface RequestContext {
  /** Stands in the log beside what went wrong. */
  number: string;
  account: Account | null;
  /** What somebody sent and could not be kept; null where that is not told again. */
  typed: Typed | null;
}

/** The fields of a form, and where it goes. */
export interface Typed {
  action: string;
  fields: [name: string, value: string][];
}

export const RequestContext = createContext<RequestContext>({ number: "", account: null, typed: null });
