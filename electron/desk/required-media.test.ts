// The media that a window asks for are those that the script's checker wants in: two lists by two
// hands, one for the day and one for the review before it.
import { describe, expect, it } from "vitest";
import { KINDS, type Script, type Step } from "../../ceremony-scripts/index.ts";
import { fold } from "../ceremony/ceremony.ts";
import { entriesOf, played, RECOVERY, SCRIPT } from "../ceremony/record.fixture.ts";
import { mediaOf } from "./required-media.ts";

/** Labels of the media that must be in, by the kind's row and the step's own claims. */
function wantedIn({ action, requires, seat }: Step, { officers }: Script): readonly string[] {
  const seats = seat === undefined ? Array.from({ length: officers }, (_, i) => i + 1) : [seat];
  const facts = [...KINDS[action.kind].requires, ...requires.map(({ text }) => text)];
  return facts.filter((text) => text.startsWith("in ")).flatMap((text) => {
    const label = text.slice("in ".length);
    return label.includes("{")
      ? seats.map((one) => label.replace(/\{(officer|every)\}/, String(one)))
      : [label];
  });
}

describe.each([["activation", SCRIPT], ["recovery", RECOVERY]])("each step of %s", (_, script) => {
  const state = fold(entriesOf(played(script, 1)));
  it.each(script.steps.map((step) => ({ id: step.id, step })))("$id", ({ step }) => {
    expect(wantedIn(step, script).toSorted()).toEqual(mediaOf(step, script, state).toSorted());
  });
});
