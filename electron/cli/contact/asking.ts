// Questions of a contact, one after the other: what is refused, or not readable, is noted and stops nothing.
import { isFault } from "../../../crypto/index.ts";
import type { Unanswered } from "./told.ts";

/** Asks; null if it was not answered. */
export type Ask = <Answer>(
  question: string,
  asked: () => Promise<Answer>,
) => Promise<Answer | null>;

/** What has no such thing in the HSM is an answer, and is not noted. @throws what is no fault */
export function asking(): { readonly ask: Ask; readonly unanswered: readonly Unanswered[] } {
  const unanswered: Unanswered[] = [];
  const ask: Ask = async (question, asked) => {
    try {
      return await asked();
    } catch (error) {
      if (!isFault(error)) throw error;
      if (error.code !== "E-HSM-NONE") unanswered.push({ question, fault: error });
      return null;
    }
  };
  return { ask, unanswered };
}
