import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { Empty } from "#app/components/empty.tsx";
import { MailWarnings } from "#app/components/mail-warnings.tsx";
import { Moment } from "#app/components/moment.tsx";
import { DataTable } from "#app/components/table.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { isInstant } from "#app/domain/calendar.ts";
import { MAIL_STATE_WORDS, type MailState } from "#app/domain/mail.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { wayOfMail } from "#app/server/mail.ts";
import { work } from "#app/server/visit.ts";
import { type MailPlace, mailCounts, mailList } from "#db/outgoing-mail.ts";

const PAGE_SIZE = 50;
const STATES: MailState[] = ["waiting", "sending", "sent", "given_up"];
const inUrl = (state: MailState): string => MAIL_STATE_WORDS[state].replaceAll(" ", "-");

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, url } = await work(request, "administer");
  const state = STATES.find((one) => inUrl(one) === url.searchParams.get("stand")) ?? null;
  return {
    visit,
    state,
    way: wayOfMail(),
    counts: await mailCounts(),
    list: await mailList(state, placeFrom(url.searchParams.get("voor")), PAGE_SIZE),
  };
}

/** The place where the page before this one ended; null for what is no such place: then the list begins anew. */
function placeFrom(text: string | null): MailPlace | null {
  const [queuedAt, id = ""] = text?.split("~") ?? [];
  return isInstant(queuedAt) ? { queuedAt, id } : null;
}

export const meta = () => [{ title: pageTitle("Post") }];

export default function OutgoingMail() {
  const { visit, state, way, counts, list } = useLoaderData<typeof loader>();
  const href = (one: MailState | null, before: MailPlace | null = null): string => {
    const query = new URLSearchParams();
    if (one) query.set("stand", inUrl(one));
    if (before) query.set("voor", `${before.queuedAt}~${before.id}`);
    return paths.outgoingMail + (query.size > 0 ? `?${query}` : "");
  };
  const total = STATES.reduce((sum, one) => sum + counts[one], 0);
  return (
    <WorkPage
      visit={visit}
      heading="Post"
      lead="De berichten die het register verstuurt. Na dertig dagen wordt vergeten wat erin stond en aan wie het ging."
      breadcrumbs={[{ href: paths.administration, label: "Beheer" }]}
    >
      <MailWarnings way={way} counts={counts} />
      <nav aria-label="Berichten naar stand">
        <p>
          <a href={href(null)} aria-current={state === null ? "page" : undefined}>
            alle berichten
          </a>{" "}
          ({total})
          {STATES.filter((one) => counts[one] > 0 || one === state).map((one) => (
            <Fragment key={one}>
              {" · "}
              <a href={href(one)} aria-current={state === one ? "page" : undefined}>
                {MAIL_STATE_WORDS[one]}
              </a>{" "}
              ({counts[one]})
            </Fragment>
          ))}
        </p>
      </nav>
      {list.rows.length === 0 ? (
        <Empty>Hier zijn geen berichten.</Empty>
      ) : (
        <DataTable
          caption={state ? `Berichten: ${MAIL_STATE_WORDS[state]}` : "Alle berichten, de nieuwste eerst"}
          hideCaption
          columns={[
            { key: "subject", label: "Onderwerp", rowHeader: true },
            { key: "to", label: "Aan" },
            { key: "state", label: "Stand" },
            { key: "tries", label: "Keer geprobeerd", align: "end", fit: true },
            { key: "next", label: "Volgende poging" },
            { key: "queued", label: "Klaargezet" },
          ]}
          rows={list.rows.map((mail) => ({
            key: mail.id,
            tone: mail.state === "given_up" ? "late" : undefined,
            cells: {
              subject: <a href={paths.oneMail(mail.id)}>{mail.subject}</a>,
              to: mail.to ?? "vergeten",
              state: (
                <>
                  {MAIL_STATE_WORDS[mail.state]} {mail.problem && <span className="cell-aside">{mail.problem}</span>}
                </>
              ),
              tries: mail.tries,
              next: mail.state === "waiting" && mail.nextTryAt && <Moment of={mail.nextTryAt} />,
              queued: <Moment of={mail.queuedAt} />,
            },
          }))}
        />
      )}
      {list.more && (
        <p>
          <a href={href(state, list.more)} rel="next">
            Oudere berichten
          </a>
        </p>
      )}
    </WorkPage>
  );
}
