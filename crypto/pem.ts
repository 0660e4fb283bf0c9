// PEM text (RFC 7468): one block, LF or CRLF, lines of up to 76 characters (az writes 65).
import { fromBase64, toBase64 } from "./base64.ts";
import { fromUtf8 } from "./bytes.ts";

/** What a PEM file holds, in order. `headers` marks the old encrypted form (RFC 1421). */
export interface PemBlock {
  readonly label: string;
  readonly der: Uint8Array;
  readonly headers: boolean;
}

const BLOCK = /^-----BEGIN ([A-Z0-9 ]{1,40})-----$/;
const LINES_MAX = 2000;

/**
 * All blocks of a PEM text; only blank lines may stand between them.
 * @returns null if the text is not PEM of this form, whatever the reason
 */
export function readPem(bytes: Uint8Array): readonly PemBlock[] | null {
  const lines = textLines(bytes);
  if (lines === null || lines.length > LINES_MAX) return null;
  const blocks: PemBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    if (lines[at] === "") {
      at++;
      continue;
    }
    const label = BLOCK.exec(lines[at] ?? "")?.[1];
    const end = label === undefined ? -1 : lines.indexOf(`-----END ${label}-----`, at);
    if (label === undefined || end < 0) return null;
    const block = readBody(label, lines.slice(at + 1, end));
    if (block === null) return null;
    blocks.push(block);
    at = end + 1;
  }
  return blocks.length > 0 ? blocks : null;
}

/** One block with lines of 64 characters and a final newline. */
export function writePem(label: string, der: Uint8Array): string {
  const body = toBase64(der).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...body, `-----END ${label}-----`, ""].join("\n");
}

function readBody(label: string, lines: readonly string[]): PemBlock | null {
  if (lines[0]?.startsWith("Proc-Type:")) return { label, der: new Uint8Array(), headers: true };
  if (lines.some((line) => line === "" || line.length > 76)) return null;
  const der = fromBase64(lines.join(""));
  return typeof der === "number" ? null : { label, der, headers: false };
}

function textLines(bytes: Uint8Array): readonly string[] | null {
  try {
    const text = fromUtf8(bytes);
    return text.split("\n").map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  } catch {
    return null;
  }
}
