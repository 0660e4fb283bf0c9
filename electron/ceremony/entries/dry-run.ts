// The dry run of recovery: a quorum opened the domain for an exchange key that only the vault had.
import * as z from "zod/mini";
import { withOfficer } from "../standing.ts";
import { entry } from "./entry.ts";
import { count, digest, files, officer, text } from "./forms.ts";
import { rolesOf, shortDigest } from "./phrases.ts";

const form = z.strictObject({
  domainSha256: digest,
  required: count,
  officers: z.array(officer),
  /** Where the exchange key was: made in the vault, and gone with it. */
  exchangeKey: z.enum(["only-in-the-vault"]),
  /** So many entries came out of the blob as they are in the domain. */
  entries: count,
  /** SHA-256 of each entry's compact JWE as it is in the domain. */
  opened: z.array(z.strictObject({ tag: text, sha256: digest })),
  media: files,
});

export const DRY_RUN = {
  "dry-run-passed": entry({
    form,
    leaves: ({ officers: opened }, { officers }, at) => ({
      dryRunAt: at,
      officers: opened.reduce((all, who) => withOfficer(all, who, { keyOpenedAt: at }), officers),
    }),
    minutes: ({ officers, entries, domainSha256 }) => [
      `Dry run of recovery: ${rolesOf(officers)} opened their shares; an exchange key was made in `
        + "the vault, the restore blob for it was made and opened, and "
        + `${entries === 1 ? "the one entry" : `all ${String(entries)} entries`} of the security `
        + "domain came out unchanged. Key and blob existed only in the vault's memory; ",
      ...shortDigest(domainSha256),
      ".",
    ],
    facts: ({ entries, officers }) => ({ entries, officers: officers.length }),
  }),
};
