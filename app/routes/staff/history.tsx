import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EventList } from "#app/components/event-list.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { instantInWords } from "#app/domain/calendar.ts";
import { changesInWords, wordsOf } from "#app/domain/correction.ts";
import { amendmentsIn, isAmendment, meantBy, undoneBy } from "#app/domain/correction-history.ts";
import { correctableFields } from "#app/domain/correction-table.ts";
import type { RegisterEvent } from "#app/domain/events.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { asItHolds, eventTold, KIND_IN_ADDRESS, mayAmend } from "#app/server/amendment-page.ts";
import { today } from "#app/server/clock.ts";
import { notFound } from "#app/server/outcome.ts";
import { allow, work } from "#app/server/visit.ts";
import { historyOf, namesFor, type Thing, type ThingKind, thingById } from "#db/correction-things.ts";
import { mayBeWithdrawn, recordersOf } from "#db/corrections.ts";

async function ownThing(actor: Actor, kindInAddress: string | undefined, id: string | undefined): Promise<Thing> {
  const [kind] = Object.entries(KIND_IN_ADDRESS).find(([, word]) => word === kindInAddress) ?? [];
  const thing = kind ? await thingById(kind as ThingKind, id ?? "", today()) : null;
  if (!thing) throw notFound();
  allow(actor, "register", thing.owner);
  return thing;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "register");
  const thing = await ownThing(actor, params.kind, params.id);
  const history = await historyOf(thing);
  const names = await namesFor(history);
  const recorders = await recordersOf(history);
  const amended = new Map(amendmentsIn(history).map((one) => [one.amendment.id, one]));
  const told = (event: RegisterEvent) => {
    const one = amended.get(event.id);
    const meant = meantBy(history, event) ?? event;
    const now = asItHolds(meant, history);
    const undone = undoneBy(history, event.id);
    const may = (act: "register" | "withdraw") => mayAmend(actor, act, thing, meant);
    return {
      id: event.id,
      day: isAmendment(event) ? event.effectiveOn : now.effectiveOn,
      ...eventTold(isAmendment(event) ? event : now, history, names),
      about: isAmendment(event) ? eventTold(now, history, names).sentence : null,
      reason: isAmendment(event) ? event.payload.reason : null,
      changes: one?.before && one.after ? changesInWords(one.before, one.after, names) : [],
      fields: isAmendment(event) ? [] : wordsOf(now, names),
      recorded: `${instantInWords(event.recordedAt)}, ${recorders.get(event.recordedBy) ?? "het register"}`,
      undone: undone && `${instantInWords(undone.recordedAt)}, omdat: ${undone.payload.reason}`,
      mayCorrect: !isAmendment(event) && !undone && correctableFields(event).length > 0 && may("register"),
      mayWithdraw: !undone && mayBeWithdrawn(event, history) && may("withdraw"),
      seq: event.seq,
    };
  };
  const events = history
    .filter(({ kind }) => kind !== "passage_reviewed" && kind !== "review_begun")
    .map(told)
    .sort((a, b) => (a.day === b.day ? a.seq - b.seq : a.day < b.day ? -1 : 1));
  return { visit, thing, events };
}

export const meta: MetaFunction<typeof loader> = () => [{ title: pageTitle("Geschiedenis en correcties") }];

export default function History() {
  const { visit, thing, events } = useLoaderData<typeof loader>();
  return (
    <WorkPage
      visit={visit}
      heading="Geschiedenis en correcties"
      lead={thing.title}
      breadcrumbs={[{ href: paths.desk, label: "Mijn werk" }, pageOf(thing)]}
    >
      {!thing.isPublished && (
        <p>Dit is een concept: verander het in het formulier waarmee het is gemaakt. Corrigeren kan na publicatie.</p>
      )}
      <p>
        Niets wordt overschreven. Een correctie of intrekking komt ernaast te staan, met de reden, en is voor iedereen
        te lezen.
      </p>
      <EventList
        items={events.map((event) => ({
          day: event.day,
          sentence: <Sentence {...event} />,
          note: <Note {...event} />,
        }))}
      />
    </WorkPage>
  );
}

type Told = ReturnType<typeof useLoaderData<typeof loader>>["events"][number];

const Sentence = ({ sentence, about, undone }: Told) =>
  undone ? (
    <>
      <del>{sentence}</del> Ingetrokken op {undone}
    </>
  ) : about ? (
    `${sentence} Het gaat om: ${about}`
  ) : (
    sentence
  );

function Note({ id, reason, changes, fields, recorded, sentence, mayCorrect, mayWithdraw }: Told) {
  return (
    <>
      {reason && <p>Reden: {reason}</p>}
      {changes.length > 0 && (
        <ul className="plain-list">
          {changes.map(({ name, label, was, now }) => (
            <li key={name}>
              {label}: was {was}, werd {now}
            </li>
          ))}
        </ul>
      )}
      {fields.length > 0 && (
        <details className="fold-plain">
          <summary>Wat er staat</summary>
          <ul className="plain-list">
            {fields.map(({ label, words }) => (
              <li key={label}>
                {label}: {words}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>Vastgelegd op {recorded}</p>
      {(mayCorrect || mayWithdraw) && (
        <p>
          {mayCorrect && (
            <a href={paths.correctEvent(id)}>
              Corrigeer<span className="visually-hidden"> {sentence}</span>
            </a>
          )}
          {mayCorrect && mayWithdraw && " · "}
          {mayWithdraw && (
            <a href={paths.withdrawEvent(id)}>
              Trek in<span className="visually-hidden"> {sentence}</span>
            </a>
          )}
        </p>
      )}
    </>
  );
}

function pageOf({ kind, id, address, title, isPublished }: Thing): { href: string; label: string } {
  if (kind === "commitment") return { href: paths.workSheet(id), label: "Werkblad" };
  if (kind === "debate" && !isPublished) return { href: paths.draftDebate(id), label: title };
  if (kind === "debate") return { href: paths.debate(id), label: title };
  if (kind === "letter") return { href: paths.letter(id), label: title };
  if (kind === "dossier") return { href: paths.dossier(address), label: title };
  return { href: paths.editItem(id), label: title };
}
