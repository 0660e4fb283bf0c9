// Two people continue despite a record that breaks a rule of meaning, if a refusal would lose the
// ceremony: the station that had the record has given it away, or a recovery has no other record.
import { checkDecision, fold, type State } from "../ceremony/ceremony.ts";
import { isDecidable, SHORT } from "../meaning/meaning.ts";
import { checkVouched, type Reliance } from "../meaning/reliance.ts";
import type { Deps, Overruled } from "./deps.ts";
import { fault } from "./faults.ts";
import { record, refuse, stateOf } from "./turn.ts";

/**
 * Keeps a decision until this station has a record for it. It is forgotten when the app ends: then
 * the refusal comes again, and with it the question.
 * @throws Fault E-ACCEPT-NEVER, E-ACCEPT-DECISION
 */
export function decideBefore(deps: Pick<Deps, "record">, overruled: Overruled): void {
  const { code, decidedBy } = overruled;
  const { refused } = deps.record;
  if (!isDecidable(code) || (code === SHORT && refused === undefined))
    throw fault("E-ACCEPT-NEVER", { codes: "E-MEAN-..." });
  // A decision about a record is about the one that was refused, and about no other.
  const about = code === SHORT && refused !== undefined ? { record: refused } : {};
  deps.record.despite = [...(deps.record.despite ?? []), { code, decidedBy, ...about }];
}

/**
 * Refuses to build on a record that too few officers closed, unless people decided to.
 * @returns its code, if they did
 * @throws Fault E-CLOSED-SHORT
 */
export function checkShort(
  { record }: Deps,
  relied: Pick<Reliance, "verdict" | "meaning">,
): readonly string[] {
  record.refused = relied.verdict.head;
  const decided = (record.despite ?? []).flatMap((one) => one.record ?? []);
  return checkVouched(relied, [...fold(record.open?.entries ?? []).shortRecords, ...decided]);
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
 * Records which decisions were needed, each code once, and about each record.
 * @param codes of the rules that the record breaks, and of its closing
 */
export function recordDespite(deps: Deps, codes: readonly string[]): void {
  for (const data of deps.record.despite ?? []) {
    const { accepted, shortRecords } = stateOf(deps);
    const isRecorded =
      data.record === undefined ? accepted.includes(data.code) : shortRecords.includes(data.record);
    if (codes.includes(data.code) && !isRecorded)
      record(deps, { type: "refusal-accepted", by: "administrator", data });
  }
  deps.record.despite = [];
}
