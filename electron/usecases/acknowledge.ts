// Everyone present has understood what was read aloud: the record shows when, and who confirmed it.
import type { CeremonyView } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { begin, finish } from "./turn.ts";

/** @throws Fault E-STATE* */
export const acknowledge = (deps: Deps): CeremonyView => finish(deps, begin(deps, "acknowledge"));
