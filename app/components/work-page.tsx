import type { Visit } from "#app/server/visit.ts";
import { Page, type PageProps } from "./page.tsx";

/** A page behind the sign-in: always of today, as wide as the screen. */
export const WorkPage = ({
  visit,
  ...props
}: Omit<PageProps, "account" | "asOf" | "notice" | "current" | "area"> & { visit: Visit }) => (
  <Page {...props} area="werk" account={visit.account} notice={visit.notice} current={visit.path} />
);
