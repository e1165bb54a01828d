import type { ReactNode } from "react";
import type { Deadline } from "#app/domain/deadline.ts";
import { derivationInWords } from "#app/domain/standing-words.ts";

/** Beside every proposal: the rule and the words it rests on, one click away. */
export const Why = ({ children }: { children: ReactNode }) => (
  <details className="fold-plain why">
    <summary>Waarom?</summary>
    {children}
  </details>
);

/** How a term follows from its words. */
export const DeadlineWhy = ({ deadline }: { deadline: Deadline }) =>
  deadline.words === "" ? null : (
    <p>
      De termijn “{deadline.words}”: {derivationInWords(deadline)}
    </p>
  );
