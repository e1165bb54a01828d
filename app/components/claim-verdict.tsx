import type { ReactNode } from "react";
import type { IsoDay } from "#app/domain/calendar.ts";
import { CLAIM_WORDS, VERDICT_WORDS } from "#app/domain/commitment.ts";
import type { Claim, ListRef, PassageRef, Verdict } from "#app/domain/events.ts";
import type { Linker } from "#app/paths.ts";
import { Day } from "./day.tsx";
import { Sign } from "./sign.tsx";
import { LetterLink } from "./source-link.tsx";

interface SourceProps {
  letter: { id: string; title: string; date: IsoDay } | null;
  passage: PassageRef | null;
  list?: ListRef | null;
  on: IsoDay;
  link: Linker;
}

/** Where the ministry claims it: in a letter, in its own list, or else only when. */
export function ClaimSource({ letter, passage, list, on, link }: SourceProps) {
  if (letter) return <LetterLink letter={letter} passage={passage} link={link} />;
  return list ? (
    <>
      lijst van het ministerie van <Day of={list.date} />
    </>
  ) : (
    <Day of={on} />
  );
}

interface Props {
  claim: { claim: Claim; source: ReactNode } | null;
  verdict: { verdict: Verdict; on: IsoDay; note: string | null } | null;
  disagree: boolean;
}

/** What the ministry claims and what the committee decided, side by side; nothing where neither said anything. */
export function ClaimAndVerdict({ claim, verdict, disagree }: Props) {
  if (!claim && !verdict) return null;
  return (
    <section aria-labelledby="melding-en-oordeel">
      <h3 id="melding-en-oordeel">Melding en oordeel</h3>
      <dl className="side-by-side">
        <div>
          <dt>Het ministerie meldt</dt>
          <dd>
            {claim ? (
              <>
                <strong>{CLAIM_WORDS[claim.claim]}</strong> ({claim.source})
              </>
            ) : (
              "nog niets waarop de commissie kan oordelen"
            )}
          </dd>
        </div>
        <div>
          <dt>De commissie oordeelt</dt>
          <dd>
            {verdict ? (
              <>
                <strong>{VERDICT_WORDS[verdict.verdict]}</strong> (<Day of={verdict.on} />)
                {verdict.note && <span className="cell-aside">{verdict.note}</span>}
              </>
            ) : (
              "nog geen oordeel over deze melding"
            )}
          </dd>
        </div>
      </dl>
      {disagree && (
        <p className="side-by-side__differ">
          <Sign name="warning" /> Het ministerie en de commissie oordelen verschillend.
        </p>
      )}
    </section>
  );
}
