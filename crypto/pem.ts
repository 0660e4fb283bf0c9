// PEM text (RFC 7468): one block, LF or CRLF, lines of up to 76 characters (az writes 65).
import { fromBase64, toBase64 } from "./base64.ts";
import { fromUtf8 } from "./bytes.ts";

/** The contents of a PEM file, in order. `headers` marks the old encrypted form (RFC 1421). */
export interface PemBlock {
  readonly label: string;
  readonly der: Uint8Array;
  readonly headers: boolean;
}

const BLOCK = /^-----BEGIN ([A-Z0-9 ]{1,40})-----$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const LINES_MAX = 2000;

/**
 * All blocks of a PEM text; only blank lines may be between them.
 * @returns the number of the first line, from 1, at which the text is not PEM of this form
 */
export function readPem(bytes: Uint8Array): readonly PemBlock[] | number {
  const lines = textLines(bytes);
  if (lines === null) return 1;
  if (lines.length > LINES_MAX) return LINES_MAX + 1;
  const blocks: PemBlock[] = [];
  for (let at = 0; at < lines.length;) {
    if (lines[at] === "") {
      at++;
      continue;
    }
    const label = BLOCK.exec(lines[at] ?? "")?.[1];
    const end = label === undefined ? -1 : lines.indexOf(`-----END ${label}-----`, at);
    if (label === undefined) return at + 1;
    if (end < 0) return lines.length;
    const block = readBody(label, lines.slice(at + 1, end));
    if (typeof block === "number") return at + 2 + block;
    blocks.push(block);
    at = end + 1;
  }
  return blocks.length > 0 ? blocks : 1;
}

/** The DER of a single public key (SubjectPublicKeyInfo), or null. */
export function readPublicKey(pem: Uint8Array): Uint8Array | null {
  const blocks = readPem(pem);
  if (typeof blocks === "number" || blocks.length !== 1) return null;
  return blocks[0]?.label === "PUBLIC KEY" ? blocks[0].der : null;
}

/** One block with lines of 64 characters and a final newline. */
export function writePem(label: string, der: Uint8Array): string {
  const body = toBase64(der).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...body, `-----END ${label}-----`, ""].join("\n");
}

/** The block between its lines, or the index of the line that is not valid base64. */
function readBody(label: string, lines: readonly string[]): PemBlock | number {
  if (lines[0]?.startsWith("Proc-Type:")) return { label, der: new Uint8Array(), headers: true };
  const wrong = lines.findIndex((line) => line.length > 76 || !BASE64.test(line));
  if (wrong >= 0) return wrong;
  const der = fromBase64(lines.join(""));
  // Valid characters with a wrong length or ending: noticed only at the end.
  return typeof der === "number" ? Math.max(lines.length - 1, 0) : { label, der, headers: false };
}

function textLines(bytes: Uint8Array): readonly string[] | null {
  try {
    // A carriage return belongs to the line feed after it; the last line has none.
    return fromUtf8(bytes).replaceAll("\r\n", "\n").split("\n");
  } catch {
    return null;
  }
}
