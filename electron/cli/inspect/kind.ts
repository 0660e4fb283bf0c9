// What a file is, told by its content and never by its name. Judging it is its reader's work.

/** Every kind we know; the member `kind` of `--json`. */
export type Kind =
  | "security-domain" | "restore-blob" | "exchange-key" | "download-answer" | "download-request"
  | "certificate" | "private-key" | "record" | "manifest" | "marker" | "unknown";

/** Members that only one kind of JSON file has, the first that is found decides. */
const MEMBERS: readonly (readonly [members: readonly string[], kind: Kind])[] = [
  [["SharedKeys"], "security-domain"],
  [["WrappedKey"], "restore-blob"],
  // A security domain or a restore blob that ends early: it is the domain one asks about.
  [["EncData"], "security-domain"],
  [["transfer_key"], "exchange-key"],
  [["certificates"], "download-request"],
  [["kty", "x5c"], "exchange-key"],
  [["value"], "download-answer"],
  [["ceremony", "files", "head"], "manifest"],
  [["id", "label", "mode"], "marker"],
];

/** The kind of a file. A damaged one has the kind it would have: its reader then refuses it. */
export function kindOf(bytes: Uint8Array): Kind {
  // Byte by byte, and without NULs, so that UTF-16 is told too.
  const text = Buffer.from(bytes).toString("latin1").replaceAll("\0", "");
  const start = text.replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "").trimStart();
  if (start.startsWith('{"at":')) return "record";
  if (start.startsWith("{")) {
    const has = (member: string) => new RegExp(`"${member}"\\s*:`).test(start);
    return MEMBERS.find(([members]) => members.every(has))?.[1] ?? "unknown";
  }
  if (start.startsWith("-----BEGIN "))
    return /^-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/m.test(start) ? "private-key" : "certificate";
  // A SEQUENCE with two bytes of length: a certificate in DER, which is said to be no PEM.
  return bytes[0] === 0x30 && bytes[1] === 0x82 ? "certificate" : "unknown";
}
