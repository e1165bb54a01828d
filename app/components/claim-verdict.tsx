import type { ReactNode } from "react";
import type { IsoDay } from "#app/domain/calendar.ts";
import { CLAIM_WORDS, VERDICT_WORDS } from "#app/domain/commitment.ts";
import type { Claim, Verdict } from "#app/domain/events.ts";
import { Day } from "./day.tsx";
import { Sign } from "./sign.tsx";

interface Props {
  claim: { claim: Claim; on: IsoDay; source: ReactNode } | null;
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
                <strong>{CLAIM_WORDS[claim.claim]}</strong> ({claim.source ?? <Day of={claim.on} />})
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
