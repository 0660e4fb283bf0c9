// The public half of cryptography: reading, checking, digests, words, signatures. What touches a
// private key, a share or a passphrase is in `secret-half.ts`.
export { Fault, faultTable, isFault, LaterFault } from "./errors.ts";
export type { Said, Speaker, Warning } from "./errors.ts";
export { concat, equal, fromHex, fromUtf8, toHex, utf8, utf8Text, guid } from "./bytes.ts";
export { fromBase64, fromBase64Url, toBase64, toBase64Url } from "./base64.ts";
export { isArray, isObject, readJson } from "./json.ts";
export type { Json, JsonObject, JsonProblem, JsonReading } from "./json.ts";
export { pssVerify, random, sha1, sha256Hex, sha256HexOf, sha256HexOfText } from "./native.ts";
export { countWords, fromWords, hexWords, toWords } from "./words.ts";
export { domainTooLarge, FILE_BYTES_MAX } from "./received.ts";
export {
  certificateDer,
  checkOfficers,
  readCertificate,
  readCertificateDer,
  verifySignature,
  bindingOf,
} from "./certificate.ts";
export type { Certificate } from "./certificate.ts";
export { readRecordCertificate } from "./record-certificate.ts";
export type { RecordCertificate } from "./record-certificate.ts";
export { ACCEPTABLE } from "./accept.ts";
export { checkTime } from "./certificate-time.ts";
export { datesOfTrusted } from "./native-chain.ts";
export { sealChallenge } from "./challenge.ts";
export { keyUsageOf } from "./x509.ts";
export { readSecurityDomain } from "./security-domain.ts";
export type { SecurityDomain } from "./security-domain.ts";
export {
  shareFor,
  shareNamedBy,
  shareNames,
  unknownCertificate,
  wayToShare,
} from "./officer-share.ts";
export type { FoundBy, FoundShare } from "./officer-share.ts";
export { subsetsOf } from "./subsets.ts";
export type { OpenedEntry, QuorumProof } from "./quorum.ts";
export type { DryRun } from "./dry-run.ts";
export { checkRestoreBlob, readRestoreBlob } from "./restore-blob.ts";
export type { RestoreBlob } from "./restore-blob.ts";
export { exchangeKeyDer, checkExchangeSubject, readExchangeKey } from "./exchange-key.ts";
export { CHECKS, checkAttestation, rootIn, untrusted } from "./attestation.ts";
export type { Attestation, Check, CheckName, QuoteFacts, Verdict } from "./attestation.ts";
export { cardRootIn } from "./card-chain.ts";
export { REHEARSAL_CARD_ROOT } from "./card-roots.ts";
export { readKeyAnswer, readShownKey } from "./key-answer.ts";
export { checkKeyAttestation, KEY_CHECKS, untrustedKey } from "./key-attestation.ts";
export type { KeyAttestation } from "./key-attestation.ts";
export {
  checkTimestamp,
  imprintIn,
  renewalOf,
  statedTimeIn,
  TIMESTAMP_CHECKS,
  untrustedTimestamp,
} from "./timestamp.ts";
export type { Imprint, Timestamp, Witnessed } from "./timestamp.ts";
export { readAuthority } from "./timestamp-chain.ts";
export type { Authority } from "./timestamp-chain.ts";
export { readRequest, writeRequest } from "./timestamp-request.ts";
export {
  COLLATERAL_CHECKS,
  COLLATERAL_FILES,
  evaluateCollateral,
  readCollateral,
  revokedKey,
} from "./collateral.ts";
export type {
  CollateralAge,
  CollateralCheck,
  CollateralCheckName,
  CollateralFile,
  CollateralVerdict,
} from "./collateral.ts";
export { INTEL_ROOT } from "./attestation-pins.ts";
export { readPublicKey, writePem } from "./pem.ts";
export { IGNORABLE, LOOKALIKE, lookalikesIn, wordsIn } from "./folded.ts";
export { ASSIGNED, isAssigned } from "./unicode.ts";
