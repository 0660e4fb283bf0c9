// An HSM whose silence is reported, and whose end is not mistaken for a bad line.
import { isFault } from "../../crypto/index.ts";
import type { AskedHsm } from "../hsm/hsm.ts";
import { isPassing } from "../hsm/poll.ts";
import { watchQuestion } from "../pipe/silence.ts";
import { fault } from "./faults.ts";

/** A person may take any time to sign in, and a streaming answer is not silent. */
const PATIENT: readonly string[] = ["signIn", "download"];

type Question = (...args: readonly unknown[]) => Promise<unknown>;

/**
 * @param isGone whether its process has ended: then an unanswered question throws Fault E-HSM-GONE,
 * and is not repeated
 * @param silent gets the seconds for which a question has not been answered; 0 when it was
 */
export function watchedHsm(
  hsm: AskedHsm,
  isGone: () => boolean,
  silent: (seconds: number) => void,
): AskedHsm {
  const watched = (name: string, question: Question): Question => {
    return async (...args) => {
      const life = { isTold: false };
      const told = (seconds: number): void => {
        life.isTold = true;
        silent(seconds);
      };
      const end = PATIENT.includes(name) ? () => undefined : watchQuestion(told);
      try {
        return await question.apply(hsm, [...args]);
      } catch (error) {
        throw isFault(error) && isPassing(error) && isGone() ? fault("E-HSM-GONE") : error;
      } finally {
        end();
        if (life.isTold) silent(0);
      }
    };
  };
  const members = Object.entries(hsm).map(([name, member]): [string, unknown] => [
    name,
    typeof member === "function" ? watched(name, member as Question) : member,
  ]);
  return Object.fromEntries(members) as unknown as AskedHsm;
}
