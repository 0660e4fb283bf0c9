// A difference from the last ceremony: in people, script, program, seals; the witness acknowledges
// those that its opening shows.
import * as z from "zod/mini";
import { theirs } from "../../../ceremony-scripts/index.ts";
import { list, sentence, type Value } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import { digest, text, type Data } from "./forms.ts";
import { objectNamed, roleIn } from "./holes.ts";

/** Which role, script or object (else ""), its value before and now. */
const difference = z.strictObject({
  kind: z.enum(["person", "script", "version", "commit", "runtime", "system", "program", "seal"]),
  of: text,
  before: text,
  now: text,
});
export type Difference = Data<typeof difference>;

/** What it was, and what it is. */
const differenceIn = ({ kind, of, before, now }: Difference): Value =>
  sentence("entries.difference", {
    what: kind === "person" ? roleIn(of) : differs(kind, of),
    before: theirs(before),
    now: theirs(now),
  });

function differs(kind: Exclude<Difference["kind"], "person">, of: string): Value {
  const what = sentence(`entries.differs.${kind}`);
  return of === "" ? what : list([what, objectNamed(of)], " ");
}

export const DIFFERENCE = {
  /** The witness saw what differs from the ceremony with this head. */
  "differences-acknowledged": entry({
    by: "confirmer",
    current: true,
    form: z.strictObject({ since: digest, differences: z.array(difference) }),
    minutes: ({ differences }) =>
      differences.length === 0
        ? sentence("entries.nothing-differs")
        : sentence("entries.differences-acknowledged", {
            differences: list(differences.map(differenceIn), "; "),
          }),
  }),
};
