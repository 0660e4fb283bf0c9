// Something is wrong with an officer's key: what, in plain words, and who says so.
import {
  fault,
  isPlain,
  checkDecision,
  officerOf,
  type CeremonyView,
  type Trouble,
} from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { begin, finish, record, refuse } from "./turn.ts";

export interface TroubleRequest {
  readonly seat: number;
  readonly trouble: Exclude<Trouble, "">;
  readonly happened: string;
  readonly decidedBy: readonly string[];
}

/** @throws Fault E-STATE*, E-TROUBLE-FORM, E-ACCEPT-DECISION */
export function reportTrouble(deps: Deps, request: TroubleRequest): CeremonyView {
  const { seat, trouble, happened, decidedBy } = request;
  const turn = begin(deps, "report-trouble", seat);
  if (!isPlain(happened, 400)) throw fault("E-TROUBLE-FORM");
  refuse(checkDecision(turn.state, decidedBy));
  const data = { officer: officerOf(seat), trouble, happened, decidedBy };
  record(deps, { type: "trouble-reported", by: turn.step.by, data });
  return finish(deps, turn);
}
