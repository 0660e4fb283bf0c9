// While something secret is open, the network is read before, meanwhile and after. Red ends what is
// open, and is recorded.
import { isFault, type Fault } from "../../crypto/index.ts";
import { fold } from "../ceremony/ceremony.ts";
import { checkOffline } from "../network/network.ts";
import type { Deps } from "./deps.ts";
import { journalOf, record, summaryOf, type Turn } from "./turn.ts";

/** Milliseconds between two readings. */
const WATCH_MS = 500;

/**
 * Does secret work under watch. A rehearsal reads as well, and ends nothing.
 * @param end ends what has the secrets, at once
 * @throws Fault E-NET-* whatever the work came to, and what the work throws
 */
export async function underWatch<Result>(
  deps: Deps,
  turn: Turn,
  end: () => Promise<unknown>,
  work: () => Promise<Result>,
): Promise<Result> {
  const seen: { red: Fault | null } = { red: null };
  /** Once red, it stays so. @throws Fault E-NET-* */
  const look = (): void => {
    seen.red ??= judge(deps, turn);
    if (seen.red !== null) throw seen.red;
  };
  look();
  const timer = setInterval(() => {
    if (seen.red !== null) return;
    seen.red = judge(deps, turn);
    if (seen.red !== null) void end();
  }, WATCH_MS);
  try {
    const result = await work();
    look();
    return result;
  } catch (error) {
    // What an ended vault answers is not why.
    throw seen.red ?? error;
  } finally {
    clearInterval(timer);
  }
}

/** What forbids secrets now, or null. What cannot be read forbids them too. */
function judge(deps: Deps, turn: Turn): Fault | null {
  if (deps.station !== "offline") return null;
  let refusal: Fault | null = null;
  try {
    const reading = deps.network();
    refusal = checkOffline(reading, deps.mode);
    if (refusal !== null) note(deps, turn, { network: summaryOf(reading) });
  } catch (error) {
    if (!isFault(error)) throw error;
    // That it could not be noted is not why secrets are forbidden.
    refusal ??= error;
  }
  return refusal;
}

/** In the record once for a step's interruption; a closing takes signatures and nothing else. */
function note(
  deps: Deps,
  { step }: Turn,
  data: { readonly network: ReturnType<typeof summaryOf> },
): void {
  const { entries } = journalOf(deps);
  if (entries.at(-1)?.type === "network-seen" || fold(entries).closing !== null) return;
  record(deps, { type: "network-seen", by: "app", data: { step: step.id, ...data } });
}
