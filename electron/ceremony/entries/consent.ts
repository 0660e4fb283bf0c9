// What the officers put their signature to, in one place.
import * as z from "zod/mini";
import {
  count,
  digest,
  digestOrNone,
  officer,
  refusalCode,
  text,
  verdict,
  type Data,
} from "./forms.ts";

/** An officer's signing certificate by its thumbprint, hex. */
const signerNamed = z.strictObject({ officer, certificate: digest });
export type SignerNamed = Data<typeof signerNamed>;

export const consent = z.strictObject({
  ceremony: text,
  scriptSha256: digest,
  hsm: text,
  officers: count,
  required: count,
  thumbprints: z.array(digest),
  /** Whose signing certificates are valid from now on; early records lack it. */
  signers: z.exactOptional(z.array(signerNamed)),
  domainSha256: digestOrNone,
  exchangeThumbprint: digestOrNone,
  /** What the offline station found of the exchange key, "" without one; early records lack it. */
  exchangeAttested: z.exactOptional(z.union([verdict, z.literal("")])),
  /** Codes of refusals that people overruled; the record says who. Early records lack it. */
  accepted: z.exactOptional(z.array(refusalCode)),
});
export type Consent = Data<typeof consent>;
