/** Tests that are the steps of one journey. */
import { afterEach, beforeEach } from "vitest";

/** After a step that failed the others of its `describe` are skipped: they stand on it. */
export function stepByStep(): void {
  let isBroken = false;
  beforeEach((context) => {
    if (isBroken) context.skip("A step before this one failed.");
  });
  afterEach(({ task }) => {
    if (task.result?.state === "fail") isBroken = true;
  });
}
