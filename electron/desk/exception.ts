// An exception as it may stand in the record: three plain sentences and two people who decided.
import type { RequestOf } from "../bridge/contract.ts";
import { isPlain, type State } from "../ceremony/ceremony.ts";
import { fault } from "./faults.ts";

const LONGEST = 400;

/** @throws Fault E-EXCEPT-FORM */
export function judgeException(exception: RequestOf<"except">, { opened }: State): void {
  const { expected, happened, decided, decidedBy } = exception;
  const plain = [expected, happened, decided].every((text) => isPlain(text, LONGEST));
  const roles: readonly string[] = (opened?.participants ?? []).map(({ role }) => role);
  const known = new Set(decidedBy.filter((role) => roles.includes(role)));
  if (!plain || known.size < 2 || known.size < decidedBy.length) throw fault("E-EXCEPT-FORM");
}
