// A complete deployment, in an order in which it can be done and every proof succeeds at its time.
import { RUNBOOKS, type RunbookName } from "../deployment/deployment.ts";

/**
 * Runbooks that are done later than in the list, and after which one: the soak ends when everything
 * exists, and everything is redirected when there is everything.
 */
const LATER: Partial<Readonly<Record<RunbookName, RunbookName>>> = {
  soak: "aks",
  repoint: "failback",
};

const NAMES = Object.keys(RUNBOOKS) as readonly RunbookName[];

/** All runbooks; what one needs to be new is run again right before it. */
export const ALL_RUNBOOKS: readonly RunbookName[] = NAMES.filter(
  (name) => !Object.hasOwn(LATER, name),
)
  .flatMap((name) => [name, ...NAMES.filter((later) => LATER[later] === name)])
  .flatMap((name) => [...(RUNBOOKS[name].again ?? []), name]);
