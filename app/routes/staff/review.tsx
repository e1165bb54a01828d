import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { Datalist } from "#app/components/datalist.tsx";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { ErrorSummary, FormActions, HiddenField, SubmitButton, TextField } from "#app/components/form.tsx";
import { ItemDatalists } from "#app/components/item-form.tsx";
import { ProgressLine } from "#app/components/progress-line.tsx";
import { ReviewLayout } from "#app/components/review-card.tsx";
import { ACT_WORDS, ReviewForm } from "#app/components/review-form.tsx";
import { Why } from "#app/components/why.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { CLAIM_WORDS, REST_WORDS } from "#app/domain/commitment.ts";
import type { Claim, Rest } from "#app/domain/events.ts";
import { kindInWords } from "#app/domain/item-words.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { deadlineInWords, derivationInWords } from "#app/domain/standing-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { notFound } from "#app/server/outcome.ts";
import { fieldId, type ReviewAnswer, type ReviewInput } from "#app/server/review-fields.ts";
import { decideOnPassage, reviewInput } from "#app/server/review-input.ts";
import { reviewPage } from "#app/server/review-page.ts";
import { allow, work } from "#app/server/visit.ts";
import { letterById } from "#db/letters.ts";
import { remarkOn, reopenReview, withdrawDecision } from "#db/review.ts";

async function ownLetter(actor: Actor, id: string | undefined) {
  const letter = await letterById(id ?? "");
  if (!letter) throw notFound();
  allow(actor, "review", letter);
  return letter;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor, url } = await work(request, "review");
  const letter = await ownLetter(actor, params.id);
  return { visit, letter: { ...letter, passages: [] }, ...(await reviewPage(letter, url.searchParams.get("alinea"))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "review");
  const letter = await ownLetter(actor, params.id);
  const form = await request.formData();
  const back = async (done: string) => {
    // On to the next one after where the reviewer was; whoever skipped one is not thrown back to it each time.
    const { undecided, placeOf } = await reviewPage(letter, null);
    const here = placeOf(String(form.get("proposalId") ?? ""));
    const next = undecided.find(({ at }) => at > here) ?? undecided[0];
    return redirect(`${paths.review(letter.id)}?gedaan=${done}#${next ? `voorstel-${next.id}` : "voortgang"}`);
  };
  const act = form.get("doe");
  if (act === "intrekken" || act === "heropen") {
    const reason = String(form.get("reden") ?? "").trim();
    const input = { ...reviewInput(form), note: reason };
    const refuse = (message: string) =>
      data<ReviewAnswer>(
        { input, problems: [{ field: fieldId(input.proposalId, "reden"), message }], overtaken: null },
        { status: 422 },
      );
    if (!reason) return refuse("Schrijf kort waarom u dit intrekt: de reden blijft in het register staan.");
    if (act === "heropen") {
      await reopenReview(actor.accountId, letter.id, reason);
      return back("heropend");
    }
    const outcome = await withdrawDecision(actor.accountId, letter.id, input.proposalId, reason);
    if (outcome.done) return back("ingetrokken");
    if (outcome.because === "built_on") return refuse("Hier is al mee verder gewerkt. Trek dat eerst in.");
    return data<ReviewAnswer>({ input, problems: [], overtaken: NOT_WITHDRAWN[outcome.because] }, { status: 409 });
  }
  if (act === "opmerking") {
    const { remarks } = await reviewPage(letter, null);
    const remark = remarks.find(({ anchor, why }) => anchor === form.get("anchor") && why === form.get("waarom"));
    if (!remark) throw notFound();
    await remarkOn(actor.accountId, letter.id, remark.anchor, remark.why);
    return redirect(`${paths.review(letter.id)}?gedaan=vastgelegd#opmerkingen`);
  }
  const answer = await decideOnPassage(actor, letter, form);
  return answer ? data(answer, { status: answer.overtaken ? 409 : 422 }) : back("vastgelegd");
}

const NOT_WITHDRAWN = {
  gone: "Deze beoordeling is er niet meer: misschien heeft iemand anders haar al ingetrokken.",
  closed:
    "De brief is intussen afgesloten. De beoordeling is niet ingetrokken. Heropen het nagaan als er nog iets moet veranderen.",
};

export const meta = () => [{ title: pageTitle("Brief nagaan") }];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
type Card = Data["passages"][number]["cards"][number];

export default function Review() {
  const { visit, letter, passages, total, done, silent, remarks, suggestions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return (
    <WorkPage
      visit={visit}
      heading="Brief nagaan"
      lead={
        <>
          <a href={paths.letter(letter.id)}>{letter.title}</a>, <Day of={letter.date} />
        </>
      }
      breadcrumbs={[{ href: paths.desk, label: "Mijn werk" }]}
    >
      {answer?.overtaken && (
        <Alert tone="warning" role="status">
          Uw keuze is niet opgeslagen. <a href={`#voorstel-${answer.input.proposalId}`}>Lees bij de passage waarom</a>
        </Alert>
      )}
      <p>
        <a href={paths.history("brief", letter.id)}>Geschiedenis en correcties van deze brief</a>
      </p>
      <div id="voortgang">
        <ProgressLine done={done} total={total} label="beoordeeld" />
      </div>
      {letter.reviewClosed ? (
        <Closed answer={answer} />
      ) : (
        <p>
          <a href={paths.closeReview(letter.id)}>Bekijk wat er gebeurt als u deze brief afsluit</a>
        </p>
      )}
      {passages.length === 0 && (
        <Empty>Van deze brief staat de tekst niet in het register. De passages zijn in woorden aangegeven.</Empty>
      )}
      {passages.map(({ passage, papers, cards }) =>
        passage.kind === "heading" ? (
          <h2 key={passage.anchor} id={passage.anchor}>
            {passage.text}
          </h2>
        ) : (
          <ReviewLayout
            key={passage.anchor}
            id={passage.anchor}
            label={`Passage ${passage.anchor.slice(1)}`}
            passage={
              <>
                <Marked text={passage.text} quotes={cards.flatMap(({ quote }) => quote ?? [])} />
                {papers.length > 0 && <Papers papers={papers} />}
              </>
            }
          >
            {cards.map((card) => (
              <ProposalCard
                key={card.id}
                card={card}
                answer={answer?.input.proposalId === card.id ? answer : null}
                closed={letter.reviewClosed}
              />
            ))}
            {!letter.reviewClosed && cards.every(({ decision }) => decision !== null) && (
              <p>
                <a href={`?alinea=${passage.anchor}#${passage.anchor}`}>
                  {cards.length === 0 ? "Koppel deze passage zelf" : "Koppel deze passage ook aan iets anders"}
                </a>
              </p>
            )}
          </ReviewLayout>
        ),
      )}
      {remarks.length > 0 && (
        <section aria-labelledby="opmerkingen">
          <h2 id="opmerkingen">Wat opvalt in de tekst</h2>
          {remarks.map((remark) => (
            <RemarkLine key={remark.anchor + remark.why} {...remark} />
          ))}
        </section>
      )}
      <section aria-labelledby="zwijgt">
        <h2 id="zwijgt">Waar de brief niets over zegt</h2>
        {silent.length === 0 && <Empty>Elke openstaande toezegging in dit dossier komt in de brief terug.</Empty>}
        <ul className="link-list">
          {silent.map(({ promisedForThis, number, label }) => (
            <li key={number}>
              <a href={paths.commitment(number)}>{label}</a>
              {promisedForThis && <strong> · was voor deze brief beloofd</strong>}
            </li>
          ))}
        </ul>
      </section>
      <Datalist id="openstaand" names={suggestions.open} />
      <Datalist id="geadresseerden" names={suggestions.members} />
      <Datalist id="onderwerpen" names={suggestions.topics} />
      <Datalist id="gevolgd" names={suggestions.items} />
      <ItemDatalists suggestions={suggestions} />
      <Datalist id="bewindspersonen" names={suggestions.holders} />
    </WorkPage>
  );
}

function Closed({ answer }: { answer: ReviewAnswer | null }) {
  return (
    <Alert tone="ok">
      <p>Deze brief is nagegaan en afgesloten.</p>
      <details className="fold-plain" open={answer?.input.proposalId === "brief" || undefined}>
        <summary>Heropen het nagaan</summary>
        <Undo
          proposalId="brief"
          act="heropen"
          button="Heropen"
          answer={answer?.input.proposalId === "brief" ? answer : null}
        />
      </details>
    </Alert>
  );
}

/** Something odd that the reader saw, and a button that tells it to everyone who reads the letter. */
function RemarkLine({ anchor, quote, why, isNoted }: Data["remarks"][number]) {
  return (
    <form method="post" className="entry">
      <p>
        <a href={`#${anchor}`}>Passage {anchor.slice(1)}</a>: “{quote}”. {why}
      </p>
      <HiddenField name="anchor" value={anchor} />
      <HiddenField name="waarom" value={why} />
      {isNoted ? (
        <p>Staat bij de brief.</p>
      ) : (
        <SubmitButton name="doe" value="opmerking" variant="secondary" compact>
          Zet deze opmerking bij de brief
        </SubmitButton>
      )}
    </form>
  );
}

/** The papers that a passage cites, with the official publication where its address follows for certain. */
const Papers = ({ papers }: { papers: { string: string; url: string | null }[] }) => (
  <p className="cell-aside">
    Genoemde stukken:{" "}
    {papers.map(({ string, url }, at) => (
      <span key={string}>
        {at > 0 && "; "}
        {url ? <a href={url}>{string}</a> : string}
      </span>
    ))}
  </p>
);

/** A passage with what the reader found marked in it. */
function Marked({ text, quotes }: { text: string; quotes: string[] }) {
  const places = quotes
    .map((quote) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start);
  const parts = [];
  let at = 0;
  for (const { start, end } of places) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <p>
      {parts}
      {text.slice(at)}
    </p>
  );
}

function ProposalCard({ card, answer, closed }: { card: Card; answer: ReviewAnswer | null; closed: boolean }) {
  const { id, kind, who, addressee, deadline, why, decision, candidates, input } = card;
  // The form that takes a decision back sends no anchor: it filled in nothing of this one.
  const typed = answer?.input.anchor ? answer : null;
  return (
    <article
      className="proposal"
      id={`voorstel-${id}`}
      aria-label={kind ? `Voorstel: ${ACT_WORDS[kind]}` : "Zelf gekoppeld"}
    >
      <h3>{kind ? `Voorstel: ${ACT_WORDS[kind]}` : "Zelf gekoppeld"}</h3>
      {answer?.overtaken && <Alert tone="warning">{answer.overtaken}</Alert>}
      {why && (
        <Why>
          <p>{why}</p>
          <p>
            {who && `Door: ${who}. `}
            {addressee && `Aan: ${addressee}. `}
            {deadline && `Termijn: ${deadlineInWords(deadline)}. ${derivationInWords(deadline)}`}
          </p>
          <Reasons {...card} />
        </Why>
      )}
      {decision ? (
        <>
          <p>
            <strong>
              Beoordeeld: {decision.words}
              {decision.claim && `, ${decision.claim}`}
            </strong>
            {decision.commitment && (
              <>
                {" · "}
                <a href={paths.commitment(decision.commitment.number)}>
                  {decision.commitment.number}: {decision.commitment.title}
                </a>
              </>
            )}
            {decision.item && (
              <>
                {" · "}
                <a href={paths.item(decision.item.number)}>
                  {decision.item.number}: {decision.item.title}
                </a>{" "}
                ({kindInWords(decision.item.itemKind, true).toLowerCase()})
              </>
            )}
            <span className="cell-aside">
              {decision.by}, {decision.at}
            </span>
          </p>
          {typed?.overtaken && <Typed input={typed.input} candidates={candidates} />}
          {!closed && (
            <details className="fold-plain" open={answer?.problems.length ? true : undefined}>
              <summary>Trek deze beoordeling in</summary>
              <Undo proposalId={id} act="intrekken" button="Trek in" answer={typed ? null : answer} />
            </details>
          )}
        </>
      ) : closed ? (
        <>
          <p>Niet beoordeeld.</p>
          {typed?.overtaken && <Typed input={typed.input} candidates={candidates} />}
        </>
      ) : (
        <ReviewForm kind={kind} input={typed?.input ?? input} candidates={candidates} answer={typed} />
      )}
    </article>
  );
}

/** Why these commitments are proposed for a passage that answers one, or why none is. */
function Reasons({ kind, candidates }: Pick<Card, "kind" | "candidates">) {
  if (kind !== "refers_back" && kind !== "fulfils" && kind !== "postpones") return null;
  if (candidates.length === 0)
    return <p>Geen toezegging voorgesteld: geen enkele die openstaat, lijkt genoeg op deze passage.</p>;
  return (
    <ul className="plain-list">
      {candidates.map(({ id, label, reasons }) => (
        <li key={id}>
          Lijkt op {label}, want: {reasons.join("; ")}.
        </li>
      ))}
    </ul>
  );
}

/** What the second reviewer had filled in, so that it can be taken over by hand. */
function Typed({ input, candidates }: { input: ReviewInput; candidates: Card["candidates"] }) {
  const { act, commitment, other, claim, rest, restWords, successor, note, title, words, to, topic, holder } = input;
  const answered: [string, string | undefined][] = [
    ["toezegging", candidates.find(({ id }) => id === commitment)?.label ?? other],
    ["wat zegt de brief", CLAIM_WORDS[claim as Claim]],
    ["de rest", claim === "met" ? "" : REST_WORDS[rest as Rest["kind"]]],
    ["nieuwe termijn", restWords],
    ["rest gaat verder in", successor],
    ["toelichting", note],
  ];
  const followed: [string, string | undefined][] = [
    ["wat precies", title],
    ["termijn", words],
    ["aan", to],
    ["onderwerp", topic],
    ["door", holder],
  ];
  const figured: [string, string | undefined][] = [
    ["reeks", input.series],
    ["getal", input.value],
    ["eenheid", input.unit],
    ["van welke dag", input.valueOn],
    ["onderwerp", topic],
  ];
  const planned: [string, string | undefined][] = [
    ...followed,
    ["soort maatregel", input.category],
    ["met wie", input.partners],
    ["telt vanaf", input.startDay || input.start],
    ["vraagteken", input.doubt],
  ];
  const mentioned: [string, string | undefined][] = [
    ["waarover", input.item],
    ["wat de brief erover zegt", note],
  ];
  const shown =
    { niets: [], bevestig: answered, cijfer: figured, maatregel: planned, over: mentioned }[act] ?? followed;
  return (
    <Alert tone="info">
      <p>U koos: {CHOICES[act] ?? "een antwoord"}. Dit had u ingevuld en is niet opgeslagen.</p>
      <ul className="plain-list">
        {shown.map(([label, value]) => value && <li key={label}>{`${label}: ${value}`}</li>)}
      </ul>
    </Alert>
  );
}

const CHOICES: Record<string, string> = {
  bevestig: "antwoord op een toezegging",
  nieuw: "nieuwe toezegging",
  verwachting: "verwachting",
  besluit: "besluit",
  vraag: "vraag",
  aanbeveling: "aanbeveling",
  melding: "melding",
  maatregel: "maatregel",
  cijfer: "cijfer",
  over: "zegt iets over wat al gevolgd wordt",
  niets: "niets voor het register",
};

function Undo({
  proposalId,
  act,
  button,
  answer,
}: {
  proposalId: string;
  act: string;
  button: string;
  answer: ReviewAnswer | null;
}) {
  return (
    <form method="post" noValidate>
      <ErrorSummary problems={answer?.problems ?? []} />
      <HiddenField name="proposalId" value={proposalId} />
      <TextField
        name="reden"
        id={fieldId(proposalId, "reden")}
        compact
        label="Reden"
        value={answer?.problems.length ? answer.input.note : ""}
        problem={answer?.problems[0]?.message}
      />
      <FormActions>
        <SubmitButton name="doe" value={act} variant="secondary" compact>
          {button}
        </SubmitButton>
      </FormActions>
    </form>
  );
}
