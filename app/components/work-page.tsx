import { paths } from "#app/paths.ts";
import type { Visit } from "#app/server/visit.ts";
import { Page, type PageProps } from "./page.tsx";

/** Where the pages of a role begin. */
export const homeOf = ({ account }: Visit) =>
  account?.role === "admin"
    ? { href: paths.administration, label: "Beheer" }
    : { href: paths.desk, label: "Mijn werk" };

/** A page behind the sign-in: always of today, as wide as the screen. */
export const WorkPage = ({
  visit,
  ...props
}: Omit<PageProps, "account" | "asOf" | "notice" | "current" | "area"> & { visit: Visit }) => (
  <Page {...props} area="werk" account={visit.account} notice={visit.notice} current={visit.path} />
);
