import type { ReactNode } from "react";

/** The words as they were said or written, with where they stand. */
export function Quote({ children, source }: { children: ReactNode; source?: ReactNode }) {
  return (
    <figure className="utrecht-blockquote__figure quote">
      <blockquote className="utrecht-blockquote utrecht-blockquote--distanced">
        <div className="utrecht-blockquote__content">{children}</div>
      </blockquote>
      {source && <figcaption className="utrecht-blockquote__caption">{source}</figcaption>}
    </figure>
  );
}
