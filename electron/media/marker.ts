// The marker that makes a folder a medium: its form, read strictly. See FORMAT.md.
import { isObject, readJson } from "../../crypto/index.ts";
import { fault } from "./shared/faults.ts";
import { isAllowed } from "./name.ts";

export type Mode = "REHEARSAL" | "PRODUCTION";

/** The contents of a marker. `id` is 32 hex digits, random, and never changes. */
export interface Marker {
  readonly id: string;
  readonly label: string;
  readonly mode: Mode;
}

/** The largest marker, in bytes. */
export const MARKER_BYTES_MAX = 1024;

/** Reads a marker. @throws Fault E-MEDIA-MARKER */
export function readMarker(bytes: Uint8Array): Marker {
  const reading = readJson(bytes);
  if (!reading.ok || !isObject(reading.value)) throw fault("E-MEDIA-MARKER");
  const { id, label, mode, ...others } = reading.value;
  const wellFormed =
    typeof id === "string"
    && /^[0-9a-f]{32}$/.test(id)
    && typeof label === "string"
    && isAllowed(label)
    && (mode === "REHEARSAL" || mode === "PRODUCTION")
    && Object.keys(others).length === 0;
  if (!wellFormed) throw fault("E-MEDIA-MARKER");
  return { id, label, mode };
}
