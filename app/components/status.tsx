import { daysInWords, STATUS_WORDS } from "#app/domain/commitment.ts";
import type { Status } from "#app/domain/standing.ts";
import { Sign, type SignName } from "./sign.tsx";

type Tone = "neutral" | "safe" | "warning" | "danger";

const LOOKS: Record<Status, { sign: SignName; tone: Tone }> = {
  open: { sign: "open", tone: "neutral" },
  partly_met: { sign: "half", tone: "warning" },
  met: { sign: "check", tone: "safe" },
  lapsed: { sign: "struck", tone: "neutral" },
};

function Badge({ sign, tone, children }: { sign: SignName; tone: Tone; children: string }) {
  return (
    <span className={`utrecht-badge-status utrecht-badge-status--${tone}`}>
      <Sign name={sign} />
      {children}
    </span>
  );
}

/**
 * The status and what has to be said beside it. For a commitment that is met, `late` is how late that was;
 * otherwise how late it is on the day shown.
 */
export function StatusBadge({
  status,
  late = null,
  awaiting = false,
  unreviewed = false,
  disagreed = false,
}: {
  status: Status;
  late?: { days: number } | null;
  awaiting?: boolean;
  unreviewed?: boolean;
  /** The committee decided otherwise than the ministry claims. */
  disagreed?: boolean;
}) {
  const { sign, tone } = LOOKS[status];
  return (
    <span className="status">
      <Badge sign={sign} tone={tone}>
        {STATUS_WORDS[status]}
      </Badge>
      {late && status === "met" && <span className="status__aside">{daysInWords(late.days)} te laat</span>}
      {late && status !== "met" && <Badge sign="warning" tone="danger">{`te laat, ${daysInWords(late.days)}`}</Badge>}
      {awaiting && (
        <Badge sign="hourglass" tone="neutral">
          wacht op oordeel
        </Badge>
      )}
      {unreviewed && (
        <Badge sign="unseen" tone="neutral">
          nog niet nagegaan
        </Badge>
      )}
      {disagreed && (
        <Badge sign="warning" tone="warning">
          oordeel verschilt
        </Badge>
      )}
    </span>
  );
}
