// The fold of a deployment's record, and its entries as their types say.
import { folding, type Kind } from "../record/fold.ts";
import type { RecordEntry } from "../record/kind.ts";
import { ENTRIES, type NewEntry } from "./entries.ts";
import { fault } from "./faults.ts";
import { NOT_BEGUN, type Deployment } from "./state.ts";

interface DeploymentKind extends Kind<Deployment> {
  readonly minutes: (data: never) => string;
}

const record = folding<Deployment, DeploymentKind>({
  entries: ENTRIES,
  initial: NOT_BEGUN,
  isRehearsal: ({ mode }) => mode === "REHEARSAL",
  mayStand: ({ mode, plan, closed }, { type }) => {
    if (closed !== null) return false;
    if (mode === null) return type === "deployment-begun";
    return plan === null ? type === "plan-adopted" : type !== "deployment-begun";
  },
  refusal: ({ seq }) => fault("E-DEPLOY-RECORD", { n: seq }),
});

/** The state a record leads to. @throws Fault E-DEPLOY-RECORD with the number of a wrong entry */
export const { fold, isOfForm, mayStandNext } = record;

/** An entry of a folded record. */
export type KeptEntry = NewEntry & Pick<RecordEntry, "at">;

/** The entries of a folded record, whose forms the fold has checked. */
export const typed = (entries: readonly RecordEntry[]): readonly KeptEntry[] =>
  entries as readonly object[] as readonly KeptEntry[];

/** One sentence for what happened, without its author. */
export const sentenceOf = ({ type, data }: NewEntry): string =>
  record.kindOf(type)?.minutes(data as never) ?? "";
