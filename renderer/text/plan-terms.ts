// The terms of a deployment's plan, as docs/deployment.md explains them.
import { say } from "./say.ts";

/** A term, and what it means. */
export const planTerms = (): readonly { readonly term: string; readonly text: string }[] =>
  ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((n) => ({
    term: say(`plan-terms.${n}.term`),
    text: say(`plan-terms.${n}.text`),
  }));
