// Private keys as text: by the labels of PEM and of other tools, and by the names before private
// numbers in JSON, YAML, XML and the output of tools.

/** Labels of private keys, of every kind and of OpenPGP, encrypted or not; other tools' own. */
const LABELS = [
  /-{4,5} ?BEGIN [A-Z0-9 ]{0,40}(?:PRIVATE KEY|TSS KEY BLOB)/i,
  /PuTTY-User-Key-File-|AGE-SECRET-KEY-(?:PQ-)?1|AGE-PLUGIN-[A-Z]+-1/,
  /Private-key-format: v1/i,
  // S-expressions of libgcrypt and nettle, plain and canonical.
  /\((?:\d{1,3}:)?(?:protected-|shadowed-)?private-key\s?\(/,
  /untrusted comment: [^\r\n]{0,80}secret key/i,
  /\bPrivateKey\s?=\s?[A-Za-z0-9+/]{43}=/,
];

/** A long number in base64, hexadecimal with or without colons, or decimal. */
const NUMBER = String.raw`(?:0x|\\?["'])?\s{0,8}(?:[0-9A-F]{2}[:\s]\s{0,30}){15}|(?:0x|\\?["'])?[A-Za-z0-9+/_-]{40}`;
/** Private numbers by the names that tools print. */
const SPELLED = new RegExp(
  String.raw`\b(?:private[ _]?exponent|private[ _]?(?:key|value)|secret[ _]?exponent|prime ?[12pq]?|exponent ?[12]|exp[12]|coefficient|priv)(?:\(x\))?\s?[:=]\s{1,30}(?:${NUMBER})`,
  "i",
);
/** The members of a JWK, also if that JSON is a string in another, or is YAML or source code. */
const MEMBER = new RegExp(
  String.raw`(?:^|[\s{,(\\"'])(?:d|dp|dq|qi|p|q|iqmp|dmp1|dmq1)\\?["']?\s{0,20}[:=]\s{0,20}\\?["']?(?:0x)?[A-Za-z0-9+/_-]{40}`,
  "m",
);
/** As .NET writes one in XML, and W3C's xkms. */
const XML = /<(?:[a-z0-9]+:)?(?:D|P|Q|DP|DQ|InverseQ)>\s{0,40}[A-Za-z0-9+/]{40}/i;

/** Whether a private key's text is somewhere in this one. */
export const hasKeyText = (text: string): boolean =>
  [...LABELS, SPELLED, MEMBER, XML].some((form) => form.test(text));
