// Where the newest full backup is stored, and the day it was taken.
import * as z from "zod/mini";
import { text } from "../language/input.ts";
import { kind } from "../language/kind.ts";

export const nameBackup = kind({
  place: "any",
  writes: ["backup-named"],
  owes: ["backup-named"],
  atOnce: true,
  ensures: ["backup-named"],
  input: z.strictObject({
    container: text(200),
    folder: text(200),
    /** The day, as "2026-11-25". */
    takenAt: text(10),
  }),
});
