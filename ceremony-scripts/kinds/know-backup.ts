// Where the newest full backup is stored, and which keys are expected in it.
import * as z from "zod/mini";
import { deciders, text } from "../language/input.ts";
import { kind } from "../language/kind.ts";

export const knowBackup = kind({
  place: "connected",
  writes: ["backup-known"],
  owes: ["backup-known"],
  atOnce: true,
  ensures: ["backup-known"],
  /** A rehearsal knows the backup of its own HSM, so nothing is entered. */
  input: z.union([
    z.strictObject({}),
    z.strictObject({
      container: text(300),
      folder: text(200),
      /** The list by which the keys are compared, or why there is none. */
      by: z.enum(["file", "record", "nothing"]),
      reason: text(400),
      decidedBy: deciders,
    }),
  ]),
});
