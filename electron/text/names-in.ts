// Names that sentences have below a common one.
import type { Id } from "./sentence.ts";

/** The names of all sentences under this one. */
export type NameIn<Prefix extends string, I = Id> = I extends `${Prefix}.${infer Name}`
  ? Name
  : never;

/** What is found in a plan, by its code. */
export type FindingCode = Exclude<NameIn<"findings">, `${string}.next`>;
