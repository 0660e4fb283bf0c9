// A drill: what one officer's key opens is not the share of the security domain, as if its file had been
// damaged where it was read. Nothing on a medium changes.
import {
  fromHex,
  fromUtf8,
  random,
  readCertificate,
  sealChallenge,
  toBase64Url,
  utf8,
} from "../../crypto/index.ts";
import type { OfficerMethods, Vaults } from "../vault/vault.ts";

/** A share has this many values below 257, each with the officer's x above it. */
const VALUES = 32;

/**
 * Vaults of which one officer's opens another share.
 * @param seat says whose it is now; 0 for nobody's
 */
export const withWrongShare = (vaults: Vaults, seat: () => number): Vaults => ({
  ...vaults,
  openOfficerVault: async (silent) => {
    const vault = await vaults.openOfficerVault(silent);
    const share: OfficerMethods["share"] = (asked) =>
      vault.call.share(
        asked.seat === seat() ? { ...asked, domain: withForeignShare(asked) } : asked,
      );
    return { ...vault, call: { ...vault.call, share } };
  },
});

type Asked = Pick<Parameters<OfficerMethods["share"]>[0], "seat" | "domain" | "certificatePem">;

/** The domain with random values, encrypted for this certificate, in place of the share for it. */
function withForeignShare({ seat, domain, certificatePem }: Asked): Uint8Array {
  const certificate = readCertificate(utf8(certificatePem));
  const name = toBase64Url(fromHex(certificate.thumbprint) ?? new Uint8Array());
  const { SharedKeys, ...rest } = JSON.parse(fromUtf8(domain)) as {
    readonly SharedKeys: { readonly enc_shares: readonly { readonly x5t_256: string }[] };
  };
  const enc_key = sealChallenge(shareOf(seat), certificate);
  const enc_shares = SharedKeys.enc_shares.map((one) =>
    one.x5t_256 === name ? { ...one, enc_key } : one,
  );
  return utf8(JSON.stringify({ ...rest, SharedKeys: { ...SharedKeys, enc_shares } }));
}

const shareOf = (seat: number): Uint8Array =>
  Uint8Array.from([...random(VALUES)].flatMap((value) => [value, seat << 1]));
