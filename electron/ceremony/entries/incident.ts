// An incident: a private key or a share was on a medium between the stations. Nothing continues
// until two people have noted an exception that says what becomes of it.
import * as z from "zod/mini";
import { named, theirs } from "../../../ceremony-scripts/index.ts";
import { list, sentence } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import { text, time, type Data } from "./forms.ts";
import { timeOf } from "./phrases.ts";

const form = z.strictObject({
  step: text,
  medium: text,
  /** Paths on it, with `?` for each character beyond `A-Za-z0-9._/-`. */
  files: z.array(text),
  /** When it was found: the record may have been on its way then, and accepted no entry. */
  foundAt: time,
});

/** A key was found where none may be, and people have not yet decided how to continue. */
export interface Incident {
  readonly incident: Data<typeof form> | null;
}
export const NO_INCIDENT: Incident = { incident: null };

export const INCIDENT = {
  "incident-found": entry({
    by: "app",
    form,
    evolve: (incident) => ({ incident }),
    afterAbort: true,
    minutes: ({ medium, files, foundAt }) =>
      sentence("entries.incident-found", {
        at: timeOf(foundAt),
        medium: named(medium),
        files: list(files.map(theirs)),
      }),
    facts: ({ medium }) => ({ medium }),
  }),
};
