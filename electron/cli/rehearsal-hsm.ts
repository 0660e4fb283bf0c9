// `sd rehearsal-hsm`: the built-in HSM served alone. Its one line is JSON in any case.
import { ENDPOINTS, QUOTE_KINDS, runRehearsalHsm } from "../rehearsal-hsm/rehearsal-hsm.ts";
import { may, need, numberOf, secondsOf, usage, type Given } from "./arguments.ts";

const PENDING_SECONDS = 2;

/** Serves until the process is told to end. @throws Fault E-USAGE, E-RHSM-* */
export async function serveHsm(given: Given): Promise<null> {
  const port = may(given, "--port") === null ? undefined : numberOf(given, "--port", 0, 65535);
  await runRehearsalHsm({
    dir: need(given, "--dir"),
    store: may(given, "--store") ?? undefined,
    port,
    name: may(given, "--name") ?? undefined,
    // The quote of exchange keys still to be made.
    quote: wordOf(given, "--quote", QUOTE_KINDS),
    endpoints: wordOf(given, "--endpoints", ENDPOINTS),
    pendingSeconds: secondsOf(given, "--pending", PENDING_SECONDS, 3600),
  });
  return null;
}

/** One of these words, or nothing. @throws Fault E-USAGE */
function wordOf<Word extends string>(
  given: Given,
  flag: string,
  words: readonly Word[],
): Word | undefined {
  const word = may(given, flag);
  const known = words.find((one) => one === word);
  if (word !== null && known === undefined)
    throw usage(`The flag ${flag} takes one of: ${words.join(", ")}.`);
  return known;
}
