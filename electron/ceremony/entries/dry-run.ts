// The dry run of recovery: a quorum opened the domain for an exchange key that only the vault had.
import * as z from "zod/mini";
import { capital, sentence } from "../../text/sentence.ts";
import { withOfficer } from "./standing.ts";
import { entry } from "./entry.ts";
import { commitment, count, digest, files, leftOf, officer, text } from "./forms.ts";
import { rolesIn, shortDigest } from "./holes.ts";

const form = z.strictObject({
  domainSha256: digest,
  required: count,
  officers: z.array(officer),
  /** Where the exchange key was: made in the vault, and gone with it. */
  exchangeKey: z.enum(["only-in-the-vault"]),
  /** How many entries came out of the blob unchanged. */
  entries: count,
  /** SHA-256 of each entry's compact JWE as it is in the domain. */
  opened: z.array(z.strictObject({ tag: text, sha256: digest })),
  commitment,
  media: files,
});

export const DRY_RUN = {
  "dry-run-passed": entry({
    by: "app",
    form,
    leaves: ({ officers: opened, ...passed }, { officers }, at) => ({
      ...leftOf(passed),
      dryRunAt: at,
      officers: opened.reduce((all, who) => withOfficer(all, who, { keyOpenedAt: at }), officers),
    }),
    minutes: ({ officers, entries, domainSha256 }) =>
      sentence("entries.dry-run-passed", {
        who: capital(rolesIn(officers)),
        entries,
        digest: shortDigest(domainSha256),
      }),
    facts: ({ entries, officers }) => ({ entries, officers: officers.length }),
  }),
};
