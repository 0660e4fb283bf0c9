// The quorum: every smallest group of officers opened the security domain.
import * as z from "zod/mini";
import { entry } from "./entry.ts";
import { count, digest, files, text, type Data } from "./forms.ts";
import { listed, pairOf, shortDigest } from "./phrases.ts";

const form = z.strictObject({
  domainSha256: digest,
  required: count,
  entries: count,
  subsets: z.array(z.array(count)),
  /** SHA-256 of each entry's compact JWE that every subset opened; early records lack it. */
  opened: z.exactOptional(z.array(z.strictObject({ tag: text, sha256: digest }))),
  media: files,
});

export interface Quorum {
  readonly proof: Data<typeof form> | null;
}
export const NO_QUORUM: Quorum = { proof: null };

export const QUORUM = {
  "quorum-proven": entry({
    form,
    evolve: (proof) => ({ proof }),
    leaves: ({ domainSha256, subsets, media: [first] }, { officers }, at) => ({
      domainSha256,
      subsets,
      provenAt: at,
      domainFile: first?.name ?? "",
      officers: officers.map((officer) => ({ ...officer, keyOpenedAt: at })),
    }),
    minutes: ({ subsets, entries, domainSha256 }) => [
      `Each of ${listed(subsets.map(pairOf))} opened ${
        entries === 1 ? "the one entry" : `all ${String(entries)} entries`
      } of the security domain ` + "from the bytes on the media; ",
      ...shortDigest(domainSha256),
      ".",
    ],
    facts: ({ required }) => ({ required }),
  }),
};
