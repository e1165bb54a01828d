import { Sign, type SignName } from "./sign.tsx";

export type ShownStatus = "open" | "partly_met" | "met" | "lapsed" | "draft";
type Tone = "neutral" | "safe" | "warning" | "danger";

const STATUSES: Record<ShownStatus, { word: string; sign: SignName; tone: Tone }> = {
  open: { word: "openstaand", sign: "open", tone: "neutral" },
  partly_met: { word: "deels voldaan", sign: "half", tone: "warning" },
  met: { word: "voldaan", sign: "check", tone: "safe" },
  lapsed: { word: "vervallen", sign: "struck", tone: "neutral" },
  draft: { word: "concept", sign: "dashed", tone: "neutral" },
};

export const statusWord = (status: ShownStatus): string => STATUSES[status].word;

/** `12 dagen`, `1 dag`. */
export const daysInWords = (days: number): string => `${days} ${days === 1 ? "dag" : "dagen"}`;

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
}: {
  status: ShownStatus;
  late?: { days: number } | null;
  awaiting?: boolean;
  unreviewed?: boolean;
}) {
  const { word, sign, tone } = STATUSES[status];
  return (
    <span className="status">
      <Badge sign={sign} tone={tone}>
        {word}
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
    </span>
  );
}
