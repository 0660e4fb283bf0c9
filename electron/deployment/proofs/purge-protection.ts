// purge-protection: nobody can purge the HSM or a key before the retention ends.
import { about, allOf } from "./about.ts";
import { is, oneOf, that } from "./expectation.ts";
import { member, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { keyName } from "./key-answers.ts";
import type { Case, Proof } from "./proof.ts";
import { read } from "./reads.ts";

export const purgeProtection: Proof = {
  source: "managed-hsm/soft-delete-overview.md; HSM facts, sections 2.B, 2.C and 2.I",
  reads: ({ hsm }) => [read("hsm", hsm)],
  evaluate: (given) => [
    ...about(given.answers, "hsm", idOf(given.plan, "hsm", given.plan.hsm), "", (hsm) => [
      ...member(hsm, "properties.enablePurgeProtection", is(true)),
      ...member(hsm, "properties.enableSoftDelete", is(true)),
      ...member(hsm, "properties.softDeleteRetentionInDays", is(given.plan.hsm.retentionDays)),
    ]),
    ...keysSayToo(given),
  ],
};

/** If keys are among the answers, each must show the same. */
const keysSayToo = ({ answers }: Case): readonly Finding[] =>
  allOf(answers, "key").flatMap((key) =>
    member(key, "attributes.recoveryLevel", unpurgeable, keyName(key)),
  );

/** A recovery level at which nobody can purge. */
export const unpurgeable = that("Recoverable, and not Purgeable", (found) =>
  ["Recoverable", "CustomizedRecoverable"].some((level) =>
    oneOf(level, `${level}+ProtectedSubscription`).met(found),
  ),
);
