// Records of ceremonies in which something happened around a step.
import type { Fault } from "../../crypto/index.ts";
import type { Script } from "../../ceremony-scripts/index.ts";
import { fold, type Decision, type State } from "./ceremony.ts";
import { entriesOf, played, SCRIPT, type AnyEvent, type Placed } from "./record.fixture.ts";

/** A rule's answer; "may" when it refuses nothing. */
export const codeOf = (refusal: Fault | null): string => refusal?.code ?? "may";

export const at = (
  station: "offline" | "connected",
  ...events: readonly AnyEvent[]
): readonly Placed[] => events.map((event) => ({ station, event }));

export const offline = (...events: readonly AnyEvent[]): readonly Placed[] =>
  at("offline", ...events);

export const foldOf = (placed: readonly Placed[]): State => fold(entriesOf(placed));

/** How many steps come before the one of this id. */
export const before = (id: string, script: Script = SCRIPT): number =>
  script.steps.findIndex((step) => step.id === id);

/** The activation's state just before this step, and after these entries. */
export const until = (id: string, ...more: readonly Placed[]): State =>
  foldOf([...played(SCRIPT, before(id)), ...more]);

export const began = (step: string): AnyEvent => ({
  type: "step-began",
  by: "app",
  data: { step },
});
export const performed = (step: string): AnyEvent => ({
  type: "step-performed",
  by: "officer-1",
  data: { step },
});
export const done = (step: string): AnyEvent => ({
  type: "step-done",
  by: "witness",
  data: { step, confirmedBy: "witness" },
});
export const exception = (decision: Decision): AnyEvent => ({
  type: "exception-noted",
  by: "administrator",
  data: {
    expected: "a",
    happened: "b",
    decided: "c",
    decidedBy: ["administrator", "witness"],
    step: "s",
    decision,
  },
});
export const abort: AnyEvent = {
  type: "aborted",
  by: "administrator",
  data: { reason: "r", decidedBy: ["administrator", "witness"], remains: [] },
};

/** A bag for each object, numbered from there. */
export const bags = (objects: readonly string[], from = 100) =>
  objects.map((object, i) => ({ object, seal: `B${from + i}` }));
