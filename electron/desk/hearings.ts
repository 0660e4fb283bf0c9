// The words that are read aloud and heard in the current step: whose they are, and the progress of
// the hearing. It begins when its step comes, and stays until another one comes.
import {
  checkAttestation,
  exchangeKeyDer,
  evaluateCollateral,
  readCollateral,
  utf8,
} from "../../crypto/index.ts";
import { kindOf, type Step } from "../../ceremony-scripts/index.ts";
import type { AttestationView } from "../bridge/view.ts";
import { officerOf, type State } from "../ceremony/ceremony.ts";
import type { Deps } from "../usecases/deps.ts";
import { imageAtOpening } from "../usecases/confirm-step.ts";
import { digestOf } from "../usecases/read-aloud.ts";
import { fault } from "./faults.ts";
import { Hearing } from "./hearing.ts";
import type { OpenCeremony } from "./open-ceremony.ts";
import type { DeskOptions } from "./options.ts";
import type { AtHand } from "../session/perform.ts";

/** What a step gets from its hearing. */
export type Heard = Pick<AtHand, "heard" | "collateral">;
export const NOTHING_HEARD: Heard = { heard: "", collateral: [] };

export class Hearings {
  #now: {
    readonly step: string;
    readonly hearing: Hearing;
    /** Intel's files that were brought in this step. */
    readonly collateral: readonly Uint8Array[];
  } | null = null;

  /** What is heard in this ceremony; null if nothing is, or nothing can be now. */
  of(open: OpenCeremony): Hearing | null {
    const { step, state } = open;
    if (step === null || open.isStopped || state.recess !== null) return null;
    if (this.#now?.step !== step.id) {
      const deps: Deps = open.session.stations[step.station];
      const hearing = deps.record.open === null ? null : hearingFor(deps, step, state);
      this.#now = hearing === null ? null : { step: step.id, hearing, collateral: [] };
    }
    const hearing = this.#now?.hearing ?? null;
    // A hearing before a step ends with the step; one after it, once it is heard.
    const isOver = state.performed !== null && (hearing?.view.of !== "image" || hearing.done);
    return isOver ? null : hearing;
  }

  /**
   * The words of the live image, before the opening is confirmed; "" for every other step.
   * @throws Fault E-DESK-STALE before all were heard
   */
  heardBeforeConfirming({ step, state }: OpenCeremony): string {
    const isAsked = step?.action.kind === "open" && imageAtOpening(state) !== null;
    return isAsked ? this.heardAt(step.id).heard : "";
  }

  /** The hearing of this step. @throws Fault E-DESK-STALE if another one is heard */
  at(step: string): Hearing {
    if (this.#now?.step !== step) throw fault("E-DESK-STALE");
    return this.#now.hearing;
  }

  /** All words of this step, and its files. @throws Fault E-DESK-STALE before all were heard */
  heardAt(step: string): Heard {
    const { done, words } = this.at(step);
    if (!done) throw fault("E-DESK-STALE");
    return { heard: words, collateral: this.#now?.collateral ?? [] };
  }

  /**
   * Lets a person choose Intel's files on the exchange key's hardware, in the step that compares
   * the key; if none are chosen, or they are refused, the previous ones stay.
   * @throws Fault E-DESK-STALE, E-COLLATERAL-*
   */
  async bringCollateral(
    open: OpenCeremony,
    step: string,
    { chooseCollateral, clock }: Pick<DeskOptions, "chooseCollateral" | "clock">,
  ): Promise<void> {
    if (this.at(step).view.attestation === null) throw fault("E-DESK-STALE");
    const collateral = await chooseCollateral().catch(() => {
      throw fault("E-COLLATERAL-FILE");
    });
    if (collateral === null) return;
    const hearing = this.at(step);
    hearing.attestation = attestationOf(open.deps, open.state, collateral, clock());
    this.#now = { step, hearing, collateral };
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
  const image = step.action.kind === "open" ? imageAtOpening(state) : null;
  if (image !== null) return new Hearing("image", image, false, deps.random);
  const { hears } = kindOf(step.action.kind);
  if (hears === null || state.performed !== null) return null;
  if (hears === "certificate") {
    const digest = state.officers[officerOf(step.seat ?? 0)]?.made?.thumbprint ?? "";
    return new Hearing("certificate", digest, step.station === "offline", deps.random);
  }
  const of = hears === "what" ? (step.action.what ?? "domain") : hears;
  const attestation =
    hears === "exchange-key" ? attestationOf(deps, state, [], deps.clock()) : null;
  return new Hearing(of, digestOf(state, of), hears === "what", deps.random, attestation);
}

/**
 * This station's attestation of the recorded certificate; the step itself reads the medium.
 * @param files Intel's, which were brought
 * @param at the date of their validation
 * @throws Fault E-COLLATERAL-*
 */
export function attestationOf(
  deps: Pick<Deps, "sgxRoot">,
  { exchange, accepted }: Pick<State, "exchange" | "accepted">,
  files: readonly Uint8Array[],
  at: Date,
): AttestationView {
  const der = exchangeKeyDer(utf8(exchange?.certificate ?? ""));
  const own = checkAttestation(der, deps.sgxRoot(), accepted);
  const intel = evaluateCollateral(der, readCollateral(files), at, deps.sgxRoot(), accepted);
  const { platform } = intel;
  return {
    verdict: intel.verdict,
    checks: [...own.checks, ...intel.checks].map(({ check, ok }) => ({ check, ok })),
    hardware: platform === null ? null : { fmspc: platform.fmspc, pceId: platform.pceId },
    collateral: intel.ages.map(({ file, issued, next, days, current }) => ({
      ...{ file, days, current },
      issued: dayOf(issued),
      next: dayOf(next),
    })),
    missing: intel.missing,
  };
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
