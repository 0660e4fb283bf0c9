// `sd rehearsal-hsm`: the built-in HSM served alone. Its one line is always JSON.
import {
  BELIEF_IDS,
  ENDPOINTS,
  QUOTE_KINDS,
  runRehearsalHsm,
} from "../rehearsal-hsm/rehearsal-hsm.ts";
import { optional, need, numberOf, secondsOf, usage, type Given } from "./shared/arguments.ts";

const PENDING_SECONDS = 2;

/** Serves until the process is told to end. @throws Fault E-USAGE, E-RHSM-* */
export async function serveHsm(given: Given): Promise<null> {
  const port = optional(given, "--port") === null ? undefined : numberOf(given, "--port", 0, 65535);
  await runRehearsalHsm({
    dir: need(given, "--dir"),
    store: optional(given, "--store") ?? undefined,
    port,
    name: optional(given, "--name") ?? undefined,
    // The quote of future exchange keys.
    quote: wordOf(given, "--quote", QUOTE_KINDS),
    endpoints: wordOf(given, "--endpoints", ENDPOINTS),
    isPilot: given.values.has("--pilot"),
    otherwise: beliefsOf(given),
    pendingSeconds: secondsOf(given, "--pending", PENDING_SECONDS, 3600),
  });
  return null;
}

/** The ids of beliefs to turn around. @throws Fault E-USAGE */
function beliefsOf(given: Given): readonly string[] {
  const ids = given.values.get("--otherwise") ?? [];
  if (!ids.every((id) => BELIEF_IDS.includes(id)))
    throw usage("The flag --otherwise takes ids of electron/beliefs/BELIEFS.md.");
  return ids;
}

/** One of these words, or nothing. @throws Fault E-USAGE */
function wordOf<Word extends string>(
  given: Given,
  flag: string,
  words: readonly Word[],
): Word | undefined {
  const word = optional(given, flag);
  const known = words.find((one) => one === word);
  if (word !== null && known === undefined)
    throw usage(`The flag ${flag} takes one of: ${words.join(", ")}.`);
  return known;
}
