import type { ReactNode } from "react";

/** What a list says when nothing is in it: what that means, and where to go from here. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="empty">{children}</div>;
}
