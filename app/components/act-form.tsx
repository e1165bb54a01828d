import { ACTS, type ActName } from "#app/domain/acts.ts";
import { dayInWords, instantInWords } from "#app/domain/calendar.ts";
import { paths } from "#app/paths.ts";
import type { ActAnswer } from "#app/server/act-page.ts";
import type { Visit } from "#app/server/visit.ts";
import type { ActReach, Overtaken } from "#db/commitment-acts.ts";
import { Alert } from "./alert.tsx";
import { AmendmentFields, KeptFields } from "./amendment-form.tsx";
import { Empty } from "./empty.tsx";
import { ErrorSummary, FormActions, HiddenField, SubmitButton } from "./form.tsx";
import { SideBySideTable } from "./overtaken.tsx";
import { StandingShifts } from "./standing-shifts.tsx";
import { WorkPage } from "./work-page.tsx";

interface Props {
  visit: Visit;
  name: ActName;
  commitment: { id: string; number: string; title: string; stands: string };
  fields: ActAnswer["fields"];
  seen: number;
  answer: ActAnswer | undefined;
}

/** One act on one commitment: the form, then what it records, then the button that records it. */
export function ActForm({ visit, name, commitment, answer, ...fresh }: Props) {
  const { fields, seen } = answer ?? fresh;
  const { label, lead } = ACTS[name];
  const back =
    name === "aanvaarden" || name === "weigeren" ? paths.commitment(commitment.number) : paths.workSheet(commitment.id);
  const problems = answer?.problems ?? [];
  return (
    <WorkPage
      visit={visit}
      heading={label}
      lead={`${commitment.number}: ${commitment.title} (${commitment.stands})`}
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: back, label: commitment.number },
      ]}
    >
      <ErrorSummary problems={problems} />
      {answer?.overtaken && <OvertakenAlert {...answer.overtaken} back={back} />}
      {answer?.reach ? (
        <section aria-labelledby="gevolg">
          <h2 id="gevolg">Dit wordt vastgelegd</h2>
          <Reach reach={answer.reach} number={commitment.number} title={commitment.title} />
          <form method="post">
            <KeptFields fields={fields} />
            <HiddenField name="gezien" value={String(seen)} />
            <FormActions>
              <SubmitButton name="doe" value="vastleggen">
                Leg vast
              </SubmitButton>
              <SubmitButton name="doe" value="wijzig" variant="secondary">
                Wijzig nog iets
              </SubmitButton>
            </FormActions>
          </form>
        </section>
      ) : (
        <form method="post" className="form" noValidate>
          <p>{lead}</p>
          <AmendmentFields
            fields={fields}
            problemOf={(field) => problems.find((problem) => problem.field === `veld-${field}`)?.message}
          />
          <HiddenField name="gezien" value={String(seen)} />
          <FormActions>
            <SubmitButton name="doe" value="bekijk">
              Bekijk wat er wordt vastgelegd
            </SubmitButton>
            <a href={back}>Terug zonder iets vast te leggen</a>
          </FormActions>
        </form>
      )}
    </WorkPage>
  );
}

function Reach({ reach, number, title }: { reach: ActReach; number: string; title: string }) {
  return (
    <>
      <p>
        Op {dayInWords(reach.on)}: {reach.sentence}
      </p>
      {reach.fields.length > 0 && (
        <ul className="plain-list">
          {reach.fields.map(({ label, words }) => (
            <li key={label}>
              {label}: {words}
            </li>
          ))}
        </ul>
      )}
      <h3>Wat dat verandert in de stand</h3>
      {reach.shifts.length === 0 ? (
        <Empty>De stand van de toezegging blijft zoals die is.</Empty>
      ) : (
        <StandingShifts number={number} title={title} shifts={reach.shifts} />
      )}
    </>
  );
}

/** The second to save chooses: go on with what was typed, or leave it as the first made it. */
const OvertakenAlert = ({ told, rows, back }: Overtaken & { back: string }) => (
  <Alert tone="warning" role="status">
    <p>Deze toezegging is veranderd nadat u dit formulier opende. Er is nog niets van u vastgelegd.</p>
    <ul className="plain-list">
      {told.map(({ sentence, on, by, at }) => (
        <li key={at + sentence}>
          {by} legde op {instantInWords(at)} vast: {dayInWords(on)}: {sentence}
        </li>
      ))}
    </ul>
    {rows.length > 0 && <SideBySideTable rows={rows} yours="Met wat u invulde" />}
    <p>
      Wat u invulde staat nog in het formulier. Wilt u het toch vastleggen, ga dan verder met het formulier.{" "}
      <a href={back}>Laat het zoals het nu is</a>
    </p>
  </Alert>
);
