// What simulated people do about a step, in a rehearsal and at a window: they perform it with what
// they enter, and decide what two people may decide.
import { isFault, type Fault } from "../../crypto/index.ts";
import type { PointAccepted, PointView } from "../ceremony/ceremony.ts";
import { answerTo } from "./answers.ts";
import type { AskedStep } from "./rehearsed-step.ts";

/** Who decides together. */
export const TWO = ["administrator", "witness"] as const;

/** By what they act: the use cases themselves, or what a window offers. */
export interface Hands<View> {
  readonly perform: (input: object) => Promise<View>;
  /** Whether two of them decide after this refusal; they say it aloud first. */
  readonly decide: (refusal: Fault) => boolean;
  /** Accepts the points of the pre-flight that may be accepted. */
  readonly accept: () => unknown;
}

/**
 * Performs the step with what these people enter; after a refusal about which two of them decide,
 * once more. A bag that differs is read again, and a lost domain is downloaded again.
 * @throws Fault every other refusal
 */
export async function performBy<View>(asked: AskedStep, hands: Hands<View>): Promise<View> {
  const input = await answerTo(asked);
  try {
    return await hands.perform(input);
  } catch (error) {
    if (!isFault(error) || !hands.decide(error)) throw error;
    switch (error.code) {
      case "E-SEALS-CHANGED":
        return hands.perform(await answerTo({ ...asked, decided: TWO, differing: error.fields }));
      case "E-ACTIVATED-NO-SD":
        return hands.perform({ ...input, againDecidedBy: TWO });
      case "E-PREFLIGHT-DECIDE":
        await hands.accept();
        return hands.perform(input);
      default:
        throw error;
    }
  }
}

/** The points of the pre-flight that people may accept, each with a reason. */
export const pointsToAccept = (preflight: readonly PointView[] | null): readonly PointAccepted[] =>
  (preflight ?? [])
    .filter(({ verdict, accepted }) => verdict === "decide" && !accepted)
    .map(({ point }) => ({ point, reason: "REHEARSAL: this HSM is deleted afterwards." }));
