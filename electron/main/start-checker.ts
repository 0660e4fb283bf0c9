// Starts the process that reads what others wrote, and ends it if it takes too much memory.
import { app } from "electron";
import {
  CHECKER_METHODS,
  type Checker,
  type CheckerMethods,
  type Checking,
  type Progress,
} from "../desk/checker.ts";
import { callsTo } from "../pipe/pipe.ts";
import { forkUtility } from "../pipe/utility-child.ts";
import type { Places } from "./places.ts";

const NAME = "checker";
/** Twice what the largest readable bundle and log need. */
const KIB_MAX = 2 * 1024 * 1024;
const LOOK_MS = 250;

/** @throws Fault E-WORKER-GONE */
export async function startChecker(places: Places, { root, told }: Checking): Promise<Checker> {
  const child = forkUtility(places.checker, [root], NAME);
  const life = { gone: false };
  // Its memory is checked while it works, because the check itself takes a while.
  let asked = 0;
  const watch = setInterval(() => {
    if (asked > 0 && memoryOf(NAME) > KIB_MAX) child.kill();
  }, LOOK_MS);
  child.channel.onClose(() => {
    life.gone = true;
    clearInterval(watch);
  });
  child.channel.onMessage((message) => {
    if ("told" in (message as object)) told((message as { readonly told: Progress }).told);
  });
  const { call } = await callsTo<CheckerMethods>(child, CHECKER_METHODS);
  const counted = CHECKER_METHODS.map((name) => [
    name,
    async (request: never) => {
      asked += 1;
      try {
        return await call[name](request);
      } finally {
        asked -= 1;
      }
    },
  ]);
  return {
    ...(Object.fromEntries(counted) as CheckerMethods),
    isGone: () => life.gone,
    end: () => {
      child.kill();
      return child.end();
    },
  };
}

/** In KiB, for our process of this name; 0 if it has not started. */
const memoryOf = (name: string): number =>
  app.getAppMetrics().find((one) => one.name === name)?.memory.workingSetSize ?? 0;
