// Which ceremonies this version of the app can hold.
import type { Plan } from "./plan.ts";

/** Every script is of so many officers, and as many of them open the domain. */
const [OFFICERS, QUORUM] = [3, 2];

/** Whether the plan's officers and quorum are those of this app's ceremonies. */
export const canHold = ({ hsm: { securityDomain } }: Plan): boolean =>
  securityDomain.officers === OFFICERS && securityDomain.quorum === QUORUM;

/** What a page and a rehearsal say of another one. */
export const NOT_HELD =
  "This version of the app cannot hold this ceremony: its ceremonies are of 3 officers with a quorum of 2.";
