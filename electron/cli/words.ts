// `sd words`: a digest from hex or from a file into words, and words back into hex.
import { fromHex, fromWords, toHex, toWords } from "../../crypto/index.ts";
import { usage, type Given } from "./shared/arguments.ts";
import { fault } from "./shared/faults.ts";
import { digestOf } from "./shared/files.ts";
import type { Outcome } from "./shared/outcome.ts";

const BYTES_MAX = 64;
/** Ten bytes: what is read aloud. Shorter hex is taken for a file's name. */
const HEX_DIGITS_MIN = 20;
const WORDS_A_LINE = 4;

/**
 * Only the form decides: hex digits, else several words, else a file.
 * @throws Fault E-USAGE, E-DIGEST-FORM, E-WORDS, E-FILE-*
 */
export async function words({ words: given }: Given): Promise<Outcome> {
  const [first] = given;
  if (first === undefined) throw usage("Give hex digits, words, or a file.");
  const text = given.join(" ");
  const digits = text.replaceAll(/[\s:-]/g, "");
  if (/^[0-9a-fA-F]+$/.test(digits) && digits.length >= HEX_DIGITS_MIN)
    return told(bytesOf(digits));
  if (/^[A-Za-z]+([\s,]+[A-Za-z]+)+$/.test(text.trim())) return told(fromWords(text));
  if (given.length > 1) throw usage("Give hex digits, words, or one file.");
  return told(bytesOf(await digestOf(first, "FILE")), "SHA-256 of the file: ");
}

function bytesOf(digits: string): Uint8Array {
  const bytes = fromHex(digits);
  if (bytes === null || bytes.length > BYTES_MAX) throw fault("E-DIGEST-FORM");
  return bytes;
}

function told(bytes: Uint8Array, before = ""): Outcome {
  const [hex, all] = [toHex(bytes), toWords(bytes)];
  const rows = Array.from(
    { length: Math.ceil(all.length / WORDS_A_LINE) },
    (_, i) => `  ${all.slice(i * WORDS_A_LINE, (i + 1) * WORDS_A_LINE).join(" ")}`,
  );
  return { text: [`${before}${hex}`, ...rows].join("\n"), data: { hex, words: all.join(" ") } };
}
