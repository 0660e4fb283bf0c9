// Two clocks: this machine's, and the one by which Azure dates its answers.
import type { Fault } from "../../crypto/index.ts";
import { fault } from "./faults.ts";
import type { Detail, RefusalSentence } from "../text/refusal.ts";
import { sentence } from "../text/sentence.ts";

/** Milliseconds since 1970. `azures` is null where an answer was not dated. */
export interface Clocks {
  readonly ours: number;
  readonly azures: number | null;
}

/** Azure forgives five minutes; beyond them a token looks expired, or not yet valid. */
const FORGIVEN_MS = 5 * 60 * 1000;

/** Longer than any of Azure's addresses showed a certificate that had ended. */
const LATELY_MS = 30 * 24 * 60 * 60 * 1000;

/** @param date an answer's own Date header (RFC 9110 6.6.1), or nothing */
export function clocksAt(ours: number, date: string | undefined): Clocks {
  const azures = Date.parse(date ?? "");
  return { ours, azures: Number.isNaN(azures) ? null : azures };
}

/** E-CLOCK with both times where they are too far apart; null where not, or nothing is known. */
export function clockFault({ ours, azures }: Clocks): Fault | null {
  if (azures === null || Math.abs(ours - azures) <= FORGIVEN_MS) return null;
  return fault("E-CLOCK", {
    ours: told(ours),
    other: sentence("hsm-faults.azureSays", { time: told(azures) }),
  });
}

/**
 * Of a server's certificate that is trusted but for its dates. No server of Azure shows one that is
 * not valid yet, or that ended long ago: there the clock is wrong, or it is none of Azure's. Somebody
 * in between may have the stolen key of one that ended, so E-CLOCK says to compare with another clock
 * first. One that ended lately may also be a server's that was not renewed in time.
 * @param from, until milliseconds since 1970
 * @returns null where the dates tell nothing of the clock
 */
export function clockFaultOf(
  ours: number,
  { from, until }: { readonly from: number; readonly until: number },
): Fault | null {
  if (ours >= from && ours <= until + LATELY_MS) return null;
  const other = sentence("hsm-faults.certificateValid", { from: told(from), until: told(until) });
  return fault("E-CLOCK", { ours: told(ours), other });
}

/** What a certificate that ended lately, and this clock, say. */
export const datesTold = (ours: number, until: number): RefusalSentence =>
  sentence("hsm-faults.wasValid", { until: told(until), now: told(ours) });

/** To the second, as `2026-11-25 15:04:05Z`; a time that no calendar has is told as such. */
function told(time: number): Detail {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return sentence("hsm-faults.noTime");
  return date
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, "Z");
}
