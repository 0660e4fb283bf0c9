// Two clocks: this machine's, and the one in Azure's answers.
import type { Fault } from "../../crypto/index.ts";
import { fault } from "./faults.ts";
import type { Detail, RefusalSentence } from "../text/refusal.ts";
import { sentence } from "../text/sentence.ts";

/** Milliseconds since 1970. `azures` is null if an answer had no date. */
export interface Clocks {
  readonly ours: number;
  readonly azures: number | null;
}

/** Azure tolerates five minutes; beyond, a token looks expired, or not yet valid. */
const FORGIVEN_MS = 5 * 60 * 1000;

/** Longer than any of Azure's addresses presented an expired certificate. */
const LATELY_MS = 30 * 24 * 60 * 60 * 1000;

/** @param date an answer's own Date header (RFC 9110 6.6.1), if any */
export function clocksAt(ours: number, date: string | undefined): Clocks {
  const azures = Date.parse(date ?? "");
  return { ours, azures: Number.isNaN(azures) ? null : azures };
}

/** E-CLOCK with both times if they differ too much; null if not, or if one is unknown. */
export function clockFault({ ours, azures }: Clocks): Fault | null {
  if (azures === null || Math.abs(ours - azures) <= FORGIVEN_MS) return null;
  return fault("E-CLOCK", {
    ours: told(ours),
    other: sentence("hsm-faults.azureSays", { time: told(azures) }),
  });
}

/**
 * For a server's certificate that is trusted except for its dates. None of Azure's servers presents
 * one that is not valid yet, or expired long ago: so the clock is wrong, or it is not Azure's. An
 * attacker may have the stolen key of an expired one, so E-CLOCK says to compare with another clock
 * first. One that expired lately may also be a server's that was not renewed in time.
 * @param from, until milliseconds since 1970
 * @returns null if the dates say nothing about the clock
 */
export function clockFaultOf(
  ours: number,
  { from, until }: { readonly from: number; readonly until: number },
): Fault | null {
  if (ours >= from && ours <= until + LATELY_MS) return null;
  const other = sentence("hsm-faults.certificateValid", { from: told(from), until: told(until) });
  return fault("E-CLOCK", { ours: told(ours), other });
}

/** The dates of a recently expired certificate and of this clock. */
export const datesTold = (ours: number, until: number): RefusalSentence =>
  sentence("hsm-faults.wasValid", { until: told(until), now: told(ours) });

/** To the second, as `2026-11-25 15:04:05Z`; an impossible time is shown as such. */
function told(time: number): Detail {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return sentence("hsm-faults.noTime");
  return date
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, "Z");
}
