import type { ReactNode } from "react";

/** Reading on the left, deciding on the right; on a phone the passage first, then the forms. */
export function ReviewLayout({
  passage,
  id,
  label,
  children,
}: {
  passage: ReactNode;
  id?: string;
  label: string;
  children: ReactNode;
}) {
  return (
    <section className="review" id={id} aria-label={label}>
      <div className="review__passage">{passage}</div>
      <div className="review__forms">{children}</div>
    </section>
  );
}
