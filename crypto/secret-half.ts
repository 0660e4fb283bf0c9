// The secret half of cryptography, only for rooms that may have a secret: the vaults, the command
// line, the rehearsal HSM.
export { WRAPPING_KEY_BITS, makeWrappingKey, openKeyFile, proveKeyFile } from "./wrapping-key.ts";
export type { KeyFiles } from "./wrapping-key.ts";
export { readKeyFile } from "./key-file.ts";
export type { KeyFile, OpenedKeyFile } from "./key-file.ts";
export { isKeyBare, isPkcs12Open, openPkcs12 } from "./pkcs12.ts";
export { isPkcs12 } from "./pkcs12-form.ts";
export { makeSigningKey, signMessage } from "./signing-key.ts";
export {
  isProtected,
  checkNewPassphrase,
  checkPair,
  partKeyFile,
  UNPROTECTED,
  checkProtected,
  openPrivateKey,
  readProtection,
} from "./private-key.ts";
export type { PrivateKey } from "./private-key.ts";
export { openChallenge } from "./challenge.ts";
export { openFound, openShare, shareOpenedBy } from "./officer-share.ts";
export type { OfficerShare } from "./officer-share.ts";
export { checkQuorum, openWithSecret, proveQuorum, subsetsThatOpen } from "./quorum.ts";
export { makeRestoreBlob } from "./restore-blob-maker.ts";
export { dryRun } from "./dry-run.ts";
export { commitmentTo } from "./commitment.ts";
export { openContent, openWithPrivateKey, sealDirect, sealForKey } from "./jwe-content.ts";
export { readJwe } from "./jwe.ts";
export { deriveEntryKey } from "./kdf.ts";
export { isShare } from "./shamir.ts";
export type { Share } from "./shamir.ts";
export { split, writeShare } from "./shamir-maker.ts";
export { checkCommonName, makeCertificate, randomSerial } from "./certificate-maker.ts";
export type { KeyUse } from "./certificate-maker.ts";
export { hmac256 } from "./native.ts";
export { generateRsa } from "./rsa-key.ts";
export { keyIdentifier, makeCertificate as makeCertificateOf } from "./forge.ts";
export { makeCard, makeStatement, rehearsalPairs } from "./card-maker.ts";
export type { Card } from "./card-maker.ts";
export { makeQuote, makeQuoteAuthority } from "./quote-maker.ts";
export type { QuoteAuthority } from "./quote-maker.ts";
export { QUOTE_OID } from "./sgx-quote.ts";
export { wipe } from "./bytes.ts";
export { checkKnownAnswer, tryEngines } from "./self-test.ts";
