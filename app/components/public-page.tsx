import { isInventedNotice } from "#app/domain/commitment.ts";
import { linker } from "#app/paths.ts";
import type { Visit } from "#app/server/visit.ts";
import { Alert } from "./alert.tsx";
import { Citation, FixedLine } from "./citation.tsx";
import { Page, type PageProps } from "./page.tsx";

type Props = Omit<PageProps, "account" | "asOf" | "notice" | "current" | "link"> & {
  visit: Visit;
  /** The page shows something of a dossier that was invented for a demonstration. */
  isInvented?: boolean;
  /** The page is the same on every day. */
  timeless?: boolean;
  /** The page is of one reader: there is nothing to refer to. */
  personal?: boolean;
  /** What one refers to with the address of this page, where the heading does not say it. */
  cite?: string;
};

/** A page that anyone may read, as it stands on the peildatum or, at a fixed address, as it was known at a moment. */
export function PublicPage({ visit, isInvented, timeless, personal, cite, children, ...props }: Props) {
  const { asOf: day, today, knownAt, path, keep, account, notice } = visit;
  const isFixed = knownAt !== null && !timeless;
  return (
    <Page
      {...props}
      account={account}
      notice={notice}
      current={path}
      link={linker(visit)}
      asOf={timeless || isFixed ? undefined : { day, today, action: path, keep }}
      above={isFixed && <FixedLine visit={{ ...visit, knownAt }} />}
    >
      {isInvented && <Alert tone="warning">{isInventedNotice}</Alert>}
      {children}
      {!timeless && !personal && <Citation visit={visit} what={cite ?? `“${props.heading}”`} />}
    </Page>
  );
}
