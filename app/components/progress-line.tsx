import { useId } from "react";

/** `12 van 17 beoordeeld`, with a bar; `label` is the word after the numbers. */
export function ProgressLine({ done, total, label }: { done: number; total: number; label: string }) {
  const id = useId();
  return (
    <div className="progress-line">
      <span id={id}>
        <strong>
          {done} van {total}
        </strong>{" "}
        {label}
      </span>
      <progress max={Math.max(total, 1)} value={done} aria-labelledby={id} />
    </div>
  );
}
