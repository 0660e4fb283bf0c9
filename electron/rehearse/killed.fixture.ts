// For tests: one attempt of a rehearsal that is killed, and what it had shown by then.
import { onTestFinished, expect } from "vitest";
import { PATIENCE_MS } from "../../build/test/patience.mjs";
import { reach, type Moment } from "./kill-moments.fixture.ts";
import { shownBy, type Shown } from "./left-behind.fixture.ts";
import { Running, type Place } from "./rehearsal.fixture.ts";

/** A vault in the middle of a computation notices only afterwards that it is alone. */
export const ORPHAN_SECONDS = PATIENCE_MS.question / 1000;

/** What an attempt had shown, stored and left running when it ended. */
export interface Try extends Shown {
  readonly isKilled: boolean;
  readonly survivors: Promise<readonly string[]>;
}

/** Runs the command and kills only the coordinator at the moment; without one, waits. */
export async function oneTry(
  place: Place,
  script: string,
  moment: Moment | null,
  said: string,
): Promise<Try> {
  const running = new Running(place, script);
  onTestFinished(() => running.wipe());
  if (moment !== null) {
    await reach(moment, running, place);
    running.signal("SIGKILL");
  }
  const { code, errors, out } = await running.ended;
  expect(errors, said).toBe("");
  // A killed one has no code; it may also have been faster than its moment.
  if (code !== null || moment === null) expect(code, said).toBe(0);
  return {
    ...shownBy(place, script, out),
    isKilled: code === null,
    survivors: running.survivors(ORPHAN_SECONDS),
  };
}
