// Two people continue despite a record that breaks a rule of meaning, if a refusal would lose the
// ceremony: the station that had the record has given it away, or a recovery has no other record.
import { checkDecision, fold, type State } from "../ceremony/ceremony.ts";
import { isDecidable } from "../meaning/meaning.ts";
import type { Deps, Overruled } from "./deps.ts";
import { fault } from "./faults.ts";
import { record, refuse, stateOf } from "./turn.ts";

/**
 * Keeps a decision until this station has a record for it. It is forgotten when the app ends: then
 * the refusal comes again, and with it the question.
 * @throws Fault E-ACCEPT-NEVER, E-ACCEPT-DECISION
 */
export function decideBefore(deps: Pick<Deps, "record">, overruled: Overruled): void {
  if (!isDecidable(overruled.code)) throw fault("E-ACCEPT-NEVER", { codes: "E-MEAN-..." });
  deps.record.despite = [...(deps.record.despite ?? []), overruled];
}

/** The codes that people decided about: in the record, and before this station had it. */
export const despiteIn = ({ record: { open, despite = [] } }: Deps): readonly string[] => [
  ...fold(open?.entries ?? []).accepted,
  ...despite.map(({ code }) => code),
];

/** The deciders are people of the ceremony. @throws Fault E-ACCEPT-DECISION */
export function checkDespite({ record: { despite = [] } }: Deps, state: State): void {
  for (const { decidedBy } of despite) refuse(checkDecision(state, decidedBy));
}

/**
 * Records which decisions were needed, each code once.
 * @param codes of the rules that the record breaks
 */
export function recordDespite(deps: Deps, codes: readonly string[]): void {
  for (const { code, decidedBy } of deps.record.despite ?? []) {
    const isNeeded = codes.includes(code) && !stateOf(deps).accepted.includes(code);
    const data = { code, decidedBy };
    if (isNeeded) record(deps, { type: "refusal-accepted", by: "administrator", data });
  }
  deps.record.despite = [];
}
