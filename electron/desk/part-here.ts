// An officer's part of an attestation, if it was performed on this computer.
import { isFault } from "../../crypto/index.ts";
import type { PartHere } from "../bridge/view.ts";
import { verifyRecord } from "../journal/verify.ts";
import type { OpenCeremony } from "./open-ceremony.ts";

/**
 * Whether the part of the officer in this seat is here, and how it was closed. The step refuses one
 * that does not verify, not the window.
 */
export function partHere(open: OpenCeremony | null, seat: number): PartHere {
  const part = open?.session.plan.parts.get(seat);
  if (part === undefined) return "no";
  try {
    return verifyRecord(part).closedBy === "paper" ? "on-paper" : "signed";
  } catch (error) {
    if (isFault(error)) return "no";
    throw error;
  }
}
