// The hearing of the step that is now: begun when its step comes, and kept until another one comes.
import type { Deps } from "../usecases/deps.ts";
import { fault } from "./faults.ts";
import type { Hearing } from "./hearing.ts";
import { hearingFor } from "./listen.ts";
import type { OpenCeremony } from "./open-ceremony.ts";

export class Listening {
  #now: { readonly step: string; readonly hearing: Hearing } | null = null;

  /** What is heard in this ceremony; null where nothing is, or nothing can be now. */
  of(open: OpenCeremony): Hearing | null {
    const { step, state } = open;
    if (step === null || open.isStopped || state.performed !== null || state.recess !== null)
      return null;
    if (this.#now?.step === step.id) return this.#now.hearing;
    const deps: Deps = open.session.stations[step.station];
    const hearing = deps.record.open === null ? null : hearingFor(deps, step, state);
    this.#now = hearing === null ? null : { step: step.id, hearing };
    return hearing;
  }

  /** The hearing of this step. @throws Fault E-DESK-STALE when another one is heard */
  at(step: string): Hearing {
    if (this.#now?.step !== step) throw fault("E-DESK-STALE");
    return this.#now.hearing;
  }

  forget(): void {
    this.#now = null;
  }
}
