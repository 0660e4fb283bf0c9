// Around secret work the network is read before, meanwhile and after. A red reading ends the work,
// and is recorded.
import { isFault, type Fault } from "../../crypto/index.ts";
import { fold } from "../ceremony/ceremony.ts";
import { checkOffline } from "../network/network.ts";
import type { Deps } from "./deps.ts";
import { journalOf, record, summaryOf, type Turn } from "./turn.ts";

/** Milliseconds between two readings. */
const WATCH_MS = 500;

/**
 * Does secret work under watch. A rehearsal also reads, but ends nothing.
 * @param end ends what has the secrets, at once
 * @throws Fault E-NET-* whatever the result of the work, and what the work throws
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
    seen.red ??= forbidding(deps, turn);
    if (seen.red !== null) throw seen.red;
  };
  look();
  const timer = setInterval(() => {
    if (seen.red !== null) return;
    seen.red = forbidding(deps, turn);
    if (seen.red !== null) void end();
  }, WATCH_MS);
  try {
    const result = await work();
    look();
    return result;
  } catch (error) {
    // The answer of an ended vault is not the reason.
    throw seen.red ?? error;
  } finally {
    clearInterval(timer);
  }
}

/** What forbids secrets now, or null. An unreadable network forbids them too. */
function forbidding(deps: Deps, turn: Turn): Fault | null {
  if (deps.station !== "offline") return null;
  let refusal: Fault | null = null;
  try {
    const reading = deps.network();
    refusal = checkOffline(reading, deps.mode);
    if (refusal !== null) note(deps, turn, { network: summaryOf(reading) });
  } catch (error) {
    if (!isFault(error)) throw error;
    // Failing to record it is not why secrets are forbidden.
    refusal ??= error;
  }
  return refusal;
}

/** Once in the record for a step's interruption; a closing accepts only signatures. */
function note(
  deps: Deps,
  { step }: Turn,
  data: { readonly network: ReturnType<typeof summaryOf> },
): void {
  const { entries } = journalOf(deps);
  if (entries.at(-1)?.type === "network-seen" || fold(entries).closing !== null) return;
  record(deps, { type: "network-seen", by: "app", data: { step: step.id, ...data } });
}
