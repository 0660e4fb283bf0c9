// `sd rehearsal-hsm`: the built-in HSM served alone. Its one line is JSON in any case.
import { QUOTE_KINDS, runRehearsalHsm, type QuoteKind } from "../rehearsal-hsm/rehearsal-hsm.ts";
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
    quote: quoteOf(given),
    pendingSeconds: secondsOf(given, "--pending", PENDING_SECONDS, 3600),
  });
  return null;
}

/** The quote of exchange keys still to be made. @throws Fault E-USAGE */
function quoteOf(given: Given): QuoteKind | undefined {
  const word = may(given, "--quote");
  const kind = QUOTE_KINDS.find((known) => known === word);
  if (word !== null && kind === undefined)
    throw usage(`The flag --quote takes one of: ${QUOTE_KINDS.join(", ")}.`);
  return kind;
}
