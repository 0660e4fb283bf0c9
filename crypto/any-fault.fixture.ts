// A refusal of any code, where a test asks nothing of its sentences.
import { Fault } from "./errors.ts";

/** Its sentences are in no catalogue. */
export const anyFault = (code: string): Fault =>
  new Fault(code, { message: "It was refused.", next: "Ask again." });
