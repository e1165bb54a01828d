import type { ReactNode } from "react";
import { Sign } from "./sign.tsx";

const SIGN_OF = { info: "info", ok: "check", warning: "warning", error: "warning" } as const;

/** A message in the page. `role="status"` only for what answers something the visitor just did. */
export function Alert({
  tone = "info",
  role,
  children,
}: {
  tone?: "info" | "ok" | "warning" | "error";
  role?: "status";
  children: ReactNode;
}) {
  return (
    <div className={`utrecht-alert utrecht-alert--${tone}`} role={role}>
      <div className="utrecht-alert__icon">
        <Sign name={SIGN_OF[tone]} />
      </div>
      <div className="utrecht-alert__content">{children}</div>
    </div>
  );
}
