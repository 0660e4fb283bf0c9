// The facts of a ceremony's record: its length, its head, whether it is closed.
import { isObject } from "../../../crypto/index.ts";
import { verifyRecord } from "../../journal/verify.ts";
import { shown } from "../shared/shown.ts";
import { headWordsOf, spokenHead } from "../shared/spoken.ts";
import type { Facts } from "./facts.ts";

/** @throws Fault E-LOG-* if a hash, link or signature is invalid */
export function recordFacts(bytes: Uint8Array): Facts {
  const { entries, head, closed, closedBy, missing } = verifyRecord(bytes);
  const opened = entries[0]?.data;
  const said = (member: string) => {
    const value = isObject(opened) ? opened[member] : undefined;
    return typeof value === "string" ? shown(value) : null;
  };
  const [ceremony, mode, hsm] = ["ceremony", "mode", "hsm"].map(said);
  return {
    title: "a ceremony's record",
    lines: [
      `Mode: ${mode ?? "not said"}; HSM: ${hsm ?? "not said"}; ceremony: ${ceremony ?? "not said"}`,
      `Entries: ${String(entries.length)}; every hash and link is correct.`,
      closedBy === null ? notClosed(missing) : CLOSED[closedBy],
      `Head: ${head}`,
      `In words: ${headWordsOf({ head, closedBy })}`,
      "Whether this is the end that was read aloud, and who signed: sd verify.",
    ],
    data: {
      entries: entries.length,
      head: spokenHead({ head, closedBy }),
      closed,
      closedBy,
      missing: missing.map(shown),
      mode: mode ?? null,
      hsm: hsm ?? null,
      ceremony: ceremony ?? null,
    },
  };
}

const CLOSED = {
  signatures: "Closed: everyone present signed.",
  paper: "Closed on paper: the record cannot show who signed that paper.",
} as const;

function notClosed(missing: readonly string[]): string {
  if (missing.length === 0) return "NOT CLOSED.";
  return `NOT CLOSED: signatures are missing: ${missing.map(shown).join(", ")}.`;
}
