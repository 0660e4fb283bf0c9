// The words that are read aloud and heard in the step that is now: whose they are, and how far the
// hearing is. It begins when its step comes, and stays until another one comes.
import { exchangeKeyDer, checkAttestation, utf8 } from "../../crypto/index.ts";
import { kindOf, type Step } from "../../ceremony-scripts/index.ts";
import type { AttestationView } from "../bridge/view.ts";
import { officerOf, type State } from "../ceremony/ceremony.ts";
import type { Deps } from "../usecases/deps.ts";
import { digestOf } from "../usecases/read-aloud.ts";
import { fault } from "./faults.ts";
import { Hearing } from "./hearing.ts";
import type { OpenCeremony } from "./open-ceremony.ts";

export class Hearings {
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

  /** All words of this step. @throws Fault E-DESK-STALE before all were heard */
  heardAt(step: string): string {
    const { done, words } = this.at(step);
    if (!done) throw fault("E-DESK-STALE");
    return words;
  }

  forget(): void {
    this.#now = null;
  }
}

/**
 * The hearing that this step needs, or null. Words that appear for the first time are first copied
 * on paper; later they are read from there.
 */
function hearingFor(deps: Deps, step: Step, state: State): Hearing | null {
  const { hears } = kindOf(step.action.kind);
  if (hears === null) return null;
  if (hears === "certificate") {
    const digest = state.officers[officerOf(step.seat ?? 0)]?.made?.thumbprint ?? "";
    return new Hearing("certificate", digest, step.station === "offline", deps.random);
  }
  const of = hears === "what" ? (step.action.what ?? "domain") : hears;
  const attestation = hears === "exchange-key" ? attestationOf(deps, state) : null;
  return new Hearing(of, digestOf(state, of), hears === "what", deps.random, attestation);
}

/** What this station finds in the recorded certificate; the step itself reads the medium. */
export function attestationOf(
  deps: Pick<Deps, "sgxRoot">,
  { exchange, accepted }: Pick<State, "exchange" | "accepted">,
): AttestationView {
  const der = exchangeKeyDer(utf8(exchange?.certificate ?? ""));
  const { verdict, checks } = checkAttestation(der, deps.sgxRoot(), accepted);
  return { verdict, checks: checks.map(({ check, ok }) => ({ check, ok })) };
}
