// The steps in which words are heard: whose words, and what is done once they were.
import { exchangeKeyDer, judgeAttestation, utf8 } from "../../crypto/index.ts";
import type { Step } from "../../ceremony-scripts/index.ts";
import type { AttestationView, HearingView } from "../bridge/room.ts";
import { officerOf, type CeremonyView, type State } from "../ceremony/ceremony.ts";
import { compareExchangeKey } from "../usecases/compare-exchange-key.ts";
import { confirmThumbprint } from "../usecases/confirm-thumbprint.ts";
import type { Deps } from "../usecases/deps.ts";
import { matchDomain } from "../usecases/match-domain.ts";
import { digestOf, readAloud } from "../usecases/read-aloud.ts";
import { Hearing } from "./hearing.ts";

/**
 * The hearing that this step needs, or null. Words that appear for the first time are first copied
 * on paper; later they are read from there.
 */
export function hearingFor(deps: Deps, step: Step, state: State): Hearing | null {
  const hearing = (of: HearingView["of"], digest: string, copies: boolean) =>
    new Hearing(of, digest, copies, deps.random);
  const kind: string = step.action.kind;
  switch (kind) {
    case "confirm-thumbprint": {
      const made = state.officers[officerOf(step.seat ?? 0)]?.made;
      const digest = made?.thumbprint ?? "";
      return hearing("certificate", digest, step.station === "offline");
    }
    case "read-aloud": {
      const what = step.action.what ?? "domain";
      return hearing(what, digestOf(state, what), true);
    }
    case "match-domain": return hearing("domain", digestOf(state, "domain"), false);
    case "compare-exchange-key": {
      const judged = attestationOf(deps, state);
      const digest = digestOf(state, "exchange-key");
      return new Hearing("exchange-key", digest, false, deps.random, judged);
    }
    default: return null;
  }
}

/** What this station finds in the recorded certificate; the step itself reads the medium. */
export function attestationOf(
  deps: Pick<Deps, "sgxRoot">, { exchange, accepted }: Pick<State, "exchange" | "accepted">,
): AttestationView {
  const der = exchangeKeyDer(utf8(exchange?.certificate ?? ""));
  const { verdict, checks } = judgeAttestation(der, deps.sgxRoot(), accepted);
  return { verdict, checks: checks.map(({ check, ok }) => ({ check, ok })) };
}

/** Does the step with the words that were heard. @throws Fault of the step's use case */
export function actOnHeard(
  deps: Deps, step: Step, heard: string, decidedBy: readonly string[],
): CeremonyView {
  const kind: string = step.action.kind;
  switch (kind) {
    case "confirm-thumbprint": return confirmThumbprint(deps, { seat: step.seat ?? 0, heard });
    case "read-aloud": return readAloud(deps, { heard });
    case "match-domain": return matchDomain(deps, { heard });
    default: return compareExchangeKey(deps, { heard, acceptedBy: decidedBy });
  }
}
