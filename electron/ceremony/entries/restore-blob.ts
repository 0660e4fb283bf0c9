// The restore blob: made for exactly one exchange key, and uploaded to the new HSM.
import * as z from "zod/mini";
import { theirs } from "../../../ceremony-scripts/index.ts";
import { sentence } from "../../text/sentence.ts";
import { withOfficer } from "./standing.ts";
import { entry } from "./entry.ts";
import type { ExchangeKey } from "./exchange-key.ts";
import {
  commitment,
  digest,
  leftOf,
  officer,
  received,
  refusalCode,
  text,
  type Data,
} from "./forms.ts";
import type { Steps } from "./step.ts";
import { firstRoles, grouped, onMedia, shortDigest } from "./holes.ts";

const form = z.strictObject({
  ...received,
  exchangeThumbprint: digest,
  domainSha256: digest,
  commitment,
  officers: z.array(officer),
  /**
   * Codes that people accepted and that reading the domain, the exchange key and these officers'
   * certificates needed; early records lack it.
   */
  overruled: z.exactOptional(z.array(refusalCode)),
});

/** A blob that was sent: in which step, its SHA-256 and its exchange key's, when, how it ended. */
export interface UploadState {
  readonly step: string;
  readonly sha256: string;
  readonly exchangeThumbprint: string;
  readonly at: string;
  readonly ended: string | null;
}

export interface RestoreBlob {
  readonly blob: Data<typeof form> | null;
  readonly upload: "none" | "began" | "ended";
  /** Every upload that began, with its exchange key; the last may not have ended. */
  readonly uploads: readonly UploadState[];
}
export const NO_RESTORE_BLOB: RestoreBlob = { blob: null, upload: "none", uploads: [] };

export const RESTORE_BLOB = {
  "blob-made": entry({
    by: "app",
    form,
    evolve: (blob) => ({ blob }),
    leaves: ({ officers: opened, ...blob }, { officers }, at) => ({
      ...leftOf(blob),
      officers: opened.reduce((all, who) => withOfficer(all, who, { keyOpenedAt: at }), officers),
    }),
    minutes: ({ officers, size, files, sha256 }) =>
      sentence("entries.blob-made", {
        who: firstRoles(officers),
        size: grouped(size),
        files: onMedia(files),
        digest: shortDigest(sha256),
      }),
    facts: ({ size, officers }) => ({ size, officers: officers.length }),
  }),
  "upload-began": entry({
    by: "administrator",
    form: z.strictObject({ sha256: digest }),
    evolve: (
      { sha256 },
      { uploads, began, exchange }: RestoreBlob & ExchangeKey & Steps,
      { at },
    ) => ({
      upload: "began" as const,
      uploads: [
        ...uploads,
        {
          step: began ?? "",
          sha256,
          at,
          ended: null,
          exchangeThumbprint: exchange?.thumbprint ?? "",
        },
      ],
    }),
    minutes: ({ sha256 }) => sentence("entries.upload-began", { digest: shortDigest(sha256) }),
  }),
  "upload-ended": entry({
    by: "app",
    form: z.strictObject({ state: text }),
    evolve: ({ state: ended }, { uploads }: RestoreBlob) => ({
      upload: "ended" as const,
      uploads: uploads.map((one, i) => (i === uploads.length - 1 ? { ...one, ended } : one)),
    }),
    // Whether another HSM has the same root is not known: the next attestation shows it.
    leaves: (_, { poolRoot }) => (poolRoot === undefined ? {} : { poolRoot: "" }),
    minutes: ({ state }) => sentence("entries.upload-ended", { state: theirs(state) }),
    facts: ({ state }) => ({ state }),
  }),
};
