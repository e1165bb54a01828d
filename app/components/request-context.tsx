import { createContext } from "react";
import type { Account } from "./page.tsx";

/** What the server knows of a request beside the data of its page: for the page that shows an error. */
export interface RequestContext {
  /** Stands in the log beside what went wrong. */
  number: string;
  account: Account | null;
}

export const RequestContext = createContext<RequestContext>({ number: "", account: null });
