// A difference from the last ceremony: in people, script, program, seals; the witness acknowledges
// those that its opening shows.
import * as z from "zod/mini";
import { theirs, type Line } from "../../../ceremony-scripts/index.ts";
import { entry } from "./entry.ts";
import { digest, text, type Data } from "./forms.ts";
import { inText, joined } from "./phrases.ts";

/** Of which role, script or object (else ""), what it was and what it is. */
const difference = z.strictObject({
  kind: z.enum(["person", "script", "version", "commit", "runtime", "system", "program", "seal"]),
  of: text,
  before: text,
  now: text,
});
export type Difference = Data<typeof difference>;

const DIFFERS: Readonly<Record<Difference["kind"], string>> = {
  person: "",
  script: "script",
  version: "version of the app",
  commit: "commit of the app",
  runtime: "runtime",
  system: "operating system",
  program: "SHA-256 of the program",
  seal: "seal of",
};

/** What, what it was, and what it is. */
export const differenceIn = ({ kind, of, before, now }: Difference): Line => [
  `${DIFFERS[kind]} `.trimStart(),
  theirs(kind === "person" ? inText(of) : of),
  of === "" ? "was " : " was ",
  theirs(before),
  ", is ",
  theirs(now),
];

export const DIFFERENCE = {
  /** The witness saw what differs from the ceremony with this head. */
  "differences-acknowledged": entry({
    form: z.strictObject({ since: digest, differences: z.array(difference) }),
    minutes: ({ differences }) =>
      differences.length === 0
        ? ["The witness saw that nothing differs from the last ceremony: people, script, program."]
        : [
            "The witness acknowledged what differs from the last ceremony: ",
            ...joined(differences.map(differenceIn), "; "),
            ".",
          ],
  }),
};
