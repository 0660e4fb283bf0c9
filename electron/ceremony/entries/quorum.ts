// The quorum: every smallest group of officers opened the security domain.
import * as z from "zod/mini";
import { sentence } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import { commitment, count, digest, files, leftOf, text, type Data } from "./forms.ts";
import { groupsIn, shortDigest } from "./holes.ts";

const form = z.strictObject({
  domainSha256: digest,
  required: count,
  entries: count,
  subsets: z.array(z.array(count)),
  /** SHA-256 of each entry's compact JWE that every subset opened; early records lack it. */
  opened: z.exactOptional(z.array(z.strictObject({ tag: text, sha256: digest }))),
  commitment,
  media: files,
});

export interface Quorum {
  readonly proof: Data<typeof form> | null;
}
export const NO_QUORUM: Quorum = { proof: null };

export const QUORUM = {
  "quorum-proven": entry({
    by: "app",
    form,
    evolve: (proof) => ({ proof }),
    leaves: ({ domainSha256, subsets, media: [first], ...proof }, { officers }, at) => ({
      ...leftOf(proof),
      domainSha256,
      subsets,
      provenAt: at,
      domainFile: first?.name ?? "",
      officers: officers.map((officer) => ({ ...officer, keyOpenedAt: at })),
    }),
    minutes: ({ subsets, entries, domainSha256 }) =>
      sentence("entries.quorum-proven", {
        pairs: groupsIn(subsets),
        entries,
        digest: shortDigest(domainSha256),
      }),
    facts: ({ required }) => ({ required }),
  }),
};
