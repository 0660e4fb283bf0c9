// The forms of what tells one ceremony from the last.
import type { DifferenceEvents, Difference, LastCeremony, Software } from "./differences.ts";
import type { Participant } from "./events.ts";
import { digest, like, listOf, role, shape, text, type Check } from "./shape.ts";

export const software = shape<Software>({
  version: text, commit: text, runtime: text, system: text, program: digest,
  verifier: digest,
}, ["system", "program", "verifier"]);

export const participants = listOf(shape<Participant>({ role, name: text }));

/** What a record's first entry tells of the last ceremony. */
export const last = shape<LastCeremony>({
  at: text, people: participants, software,
  scripts: listOf(shape<LastCeremony["scripts"][number]>({ script: text, sha256: digest })),
});

const difference = shape<Difference>({
  kind: like(/^(person|script|version|commit|runtime|system|program|seal)$/),
  of: text, before: text, now: text,
});

export const DIFFERENCE_FORMS: Readonly<Record<keyof DifferenceEvents, Check>> = {
  "differences-acknowledged": shape<DifferenceEvents["differences-acknowledged"]>({
    since: digest, differences: listOf(difference),
  }),
};
