import { isInventedNotice } from "#app/domain/commitment.ts";
import { linker } from "#app/paths.ts";
import type { Visit } from "#app/server/visit.ts";
import { Alert } from "./alert.tsx";
import { Page, type PageProps } from "./page.tsx";

type Props = Omit<PageProps, "account" | "asOf" | "notice" | "current" | "link"> & {
  visit: Visit;
  /** The page shows something of a dossier that was invented for a demonstration. */
  isInvented?: boolean;
  /** The page is the same on every day. */
  timeless?: boolean;
};

/** A page that anyone may read, as it stands on the peildatum. */
export function PublicPage({ visit, isInvented, timeless, children, ...props }: Props) {
  const { asOf: day, today, path, keep, account, notice } = visit;
  return (
    <Page
      {...props}
      account={account}
      notice={notice}
      current={path}
      link={linker(day, today)}
      asOf={timeless ? undefined : { day, today, action: path, keep }}
    >
      {isInvented && <Alert tone="warning">{isInventedNotice}</Alert>}
      {children}
    </Page>
  );
}
