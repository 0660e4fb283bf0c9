// For tests: bytes in every encoding, with everything that may surround them.
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { bytesOf, inLines, pairs, type Written } from "./key-containers.fixture.ts";

export interface Encoding {
  readonly name: string;
  readonly write: (bytes: Buffer) => string | Uint8Array;
}

const sixtyFour = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const each = (bytes: Buffer, write: (byte: number) => string, between = ""): string =>
  [...bytes].map(write).join(between);
const digits = (byte: number): string => byte.toString(16).padStart(2, "0");
const rows = (bytes: Buffer): readonly Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / 16) }, (_, i) =>
    bytes.subarray(16 * i, 16 * i + 16),
  );
const shown = (bytes: Buffer): string => bytes.toString("latin1").replace(/[^ -~]/g, ".");
const address = (i: number): string => (16 * i).toString(16).padStart(8, "0");
const swapped = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(bytes.length % 2)]).swap16();

/** Base 32 of RFC 4648. */
const thirtyTwo = (bytes: Buffer): string =>
  (each(bytes, (byte) => byte.toString(2).padStart(8, "0")).match(/.{1,5}/g) ?? [])
    .map((bits) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Number.parseInt(bits.padEnd(5, "0"), 2)])
    .join("");
const uuencoded = (bytes: Buffer): string => {
  const six = (part: Buffer): string =>
    (
      each(part, (byte) => byte.toString(2).padStart(8, "0"))
        .padEnd(Math.ceil(part.length / 3) * 24, "0")
        .match(/.{6}/g) ?? []
    )
      .map((bits) => String.fromCharCode(Number.parseInt(bits, 2) + 32).replace(" ", "`"))
      .join("");
  const part = (i: number): Buffer => bytes.subarray(45 * i, 45 * i + 45);
  const all = Array.from(
    { length: Math.ceil(bytes.length / 45) },
    (_, i) => `${String.fromCharCode(32 + part(i).length)}${six(part(i))}`,
  );
  return `begin 644 key\n${all.join("\n")}\n\`\nend\n`;
};
const eightyFive = (bytes: Buffer): string => {
  const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
  const five = (value: number): string =>
    [85 ** 4, 85 ** 3, 85 ** 2, 85, 1]
      .map((by) => String.fromCharCode((Math.floor(value / by) % 85) + 33))
      .join("");
  const all = Array.from({ length: padded.length / 4 }, (_, i) => five(padded.readUInt32BE(4 * i)));
  return `<~${all.join("")}~>`;
};
const pdf = (stream: Uint8Array, filter: string): Buffer =>
  Buffer.concat([
    bytesOf(`%PDF-1.7\n4 0 obj\n<< /Length ${stream.length} /Filter ${filter} >>\nstream\n`),
    stream,
    bytesOf("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n"),
  ]);

/** Every encoding that is decoded. */
export const ENCODINGS: readonly Encoding[] = Object.entries({
  "as it is": (bytes: Buffer) => bytes,
  base64: sixtyFour,
  "base64 in lines of 64": (bytes: Buffer) => inLines(sixtyFour(bytes), 64),
  "base64 in lines of 76, CRLF": (bytes: Buffer) => inLines(sixtyFour(bytes), 76, "\r\n"),
  "base64 in lines of 10": (bytes: Buffer) => inLines(sixtyFour(bytes), 10),
  "base64 in groups": (bytes: Buffer) => inLines(sixtyFour(bytes), 32, " "),
  "base64, spelled line ends": (bytes: Buffer) => inLines(sixtyFour(bytes), 64, "\\n"),
  base64url: (bytes: Buffer) => bytes.toString("base64url"),
  "base64, as source": (bytes: Buffer) => `"${inLines(sixtyFour(bytes), 60, '" +\n    "')}"`,
  "base64, quoted in mail": (bytes: Buffer) => `> ${inLines(sixtyFour(bytes), 64, "\n> ")}`,
  "base64, commented out": (bytes: Buffer) => `# ${inLines(sixtyFour(bytes), 64, "\n# ")}`,
  "base64 behind a word": (bytes: Buffer) => `key_${sixtyFour(bytes)}`,
  "base64 of base64": (bytes: Buffer) => sixtyFour(bytesOf(inLines(sixtyFour(bytes), 76))),
  "base64 as UTF-16": (bytes: Buffer) =>
    Buffer.from(`\ufeff${inLines(sixtyFour(bytes), 64, "\r\n")}`, "utf16le"),
  "base64 as UTF-16, big-endian": (bytes: Buffer) =>
    Buffer.from(`\ufeff${sixtyFour(bytes)}`, "utf16le").swap16(),
  "base64, quoted-printable": (bytes: Buffer) =>
    inLines(sixtyFour(bytes).replaceAll("=", "=3D"), 73, "=\r\n"),
  "base64 in an address": (bytes: Buffer) =>
    `https://a.example/?k=${encodeURIComponent(sixtyFour(bytes))}`,
  "base64 as JSON escapes": (bytes: Buffer) =>
    [...sixtyFour(bytes)].map((letter) => `\\u00${digits(letter.charCodeAt(0))}`).join(""),
  "base64 as HTML's": (bytes: Buffer) =>
    [...sixtyFour(bytes)].map((letter) => `&#${letter.charCodeAt(0)};`).join(""),
  "base64 in base32": (bytes: Buffer) => thirtyTwo(bytesOf(sixtyFour(bytes))),
  hex: hex,
  "hex, upper case": (bytes: Buffer) => hex(bytes).toUpperCase(),
  "hex with colons": (bytes: Buffer) => pairs(bytes, ":"),
  "hex with spaces, in lines": (bytes: Buffer) => inLines(pairs(bytes, " "), 48),
  "hex in lines of 32": (bytes: Buffer) => inLines(hex(bytes), 32),
  "hex as C": (bytes: Buffer) =>
    `{${inLines(
      each(bytes, (byte) => `0x${digits(byte)}`, ", "),
      72,
      "\n  ",
    )}}`,
  "hex as a language's escapes": (bytes: Buffer) =>
    `b'${each(bytes, (byte) => `\\x${digits(byte)}`)}'`,
  "octal escapes": (bytes: Buffer) =>
    each(bytes, (byte) => `\\${byte.toString(8).padStart(3, "0")}`),
  "percent escapes": (bytes: Buffer) => each(bytes, (byte) => `%${digits(byte)}`),
  "numbers in JSON": (bytes: Buffer) => JSON.stringify(bytes),
  "numbers in lines": (bytes: Buffer) => JSON.stringify([...bytes], null, 2),
  "numbers of Java": (bytes: Buffer) => `[${[...new Int8Array(bytes)].join(", ")}]`,
  xxd: (bytes: Buffer) =>
    rows(bytes)
      .map(
        (row, i) =>
          `${address(i)}: ${hex(row)
            .replace(/.{4}(?=.)/g, "$& ")
            .padEnd(39)}  ${shown(row)}\n`,
      )
      .join(""),
  "hexdump -C": (bytes: Buffer) =>
    rows(bytes)
      .map(
        (row, i) =>
          `${address(i)}  ${pairs(row, " ")
            .replace(/^(.{23}) /, "$1  ")
            .padEnd(48)}  |${shown(row)}|\n`,
      )
      .join(""),
  hexdump: (bytes: Buffer) =>
    rows(swapped(bytes))
      .map((row, i) => `${address(i).slice(1)} ${hex(row).replace(/.{4}(?=.)/g, "$& ")}\n`)
      .join(""),
  "od -t x1": (bytes: Buffer) =>
    rows(bytes)
      .map((row, i) => `${(16 * i).toString(8).padStart(7, "0")} ${pairs(row, " ")}\n`)
      .join(""),
  base32: thirtyTwo,
  uuencode: uuencoded,
  ascii85: eightyFive,
  zlib: (bytes: Buffer) => deflateSync(bytes),
  deflate: (bytes: Buffer) => deflateRawSync(bytes),
  brotli: (bytes: Buffer) => brotliCompressSync(bytes),
  "base64 of gzip": (bytes: Buffer) => sixtyFour(gzipSync(bytes)),
  "base64 of zlib": (bytes: Buffer) => sixtyFour(deflateSync(bytes)),
  "base64 of deflate": (bytes: Buffer) => sixtyFour(deflateRawSync(bytes)),
  "base64 of brotli": (bytes: Buffer) => sixtyFour(brotliCompressSync(bytes)),
  "hex of gzip": (bytes: Buffer) => hex(gzipSync(bytes)),
  "base64 of gzip of base64": (bytes: Buffer) => sixtyFour(gzipSync(sixtyFour(bytes))),
  "gzip behind other bytes": (bytes: Buffer) => Buffer.concat([bytesOf("xyz"), gzipSync(bytes)]),
  "gzip whose sum is wrong": (bytes: Buffer) => {
    const packed = gzipSync(bytes);
    return Buffer.concat([bytesOf("xyz"), packed.subarray(0, -8), Buffer.alloc(8)]);
  },
  "PDF's stream": (bytes: Buffer) => pdf(deflateSync(bytes), "/FlateDecode"),
  "PDF's stream, ASCII": (bytes: Buffer) =>
    pdf(bytesOf(eightyFive(deflateSync(bytes)).slice(2)), "[/ASCII85Decode /FlateDecode]"),
}).map(([name, write]) => ({ name, write }));

/** Of these, the ones without a signature that is recognised after other bytes. */
export const NOT_MARKED: readonly string[] = ["deflate", "brotli"];

/** Encodings that are not decoded: FORMAT.md names them. */
export const NOT_DECODED: readonly Encoding[] = Object.entries({
  "the bits of each byte the other way": (bytes: Buffer) =>
    bytes.map((byte) =>
      Number.parseInt(byte.toString(2).padStart(8, "0").split("").reverse().join(""), 2),
    ),
  "each byte and 1": (bytes: Buffer) => bytes.map((byte) => byte ^ 1),
  "letters shifted by 13": (bytes: Buffer) =>
    sixtyFour(bytes).replace(/[a-z]/gi, (letter) =>
      String.fromCharCode(letter.charCodeAt(0) + (letter.toLowerCase() < "n" ? 13 : -13)),
    ),
  "binary digits": (bytes: Buffer) => each(bytes, (byte) => byte.toString(2).padStart(8, "0")),
  "two halves, the second first": (bytes: Buffer) =>
    Buffer.concat([
      bytes.subarray(bytes.length / 2),
      Buffer.alloc(600, 7),
      bytes.subarray(0, bytes.length / 2),
    ]).map((byte) => byte ^ 0x55),
}).map(([name, write]) => ({ name, write }));

/** What may surround text, and what other bytes. */
export interface Wrapping {
  readonly name: string;
  /** Whether searching it is cheap. */
  readonly isShort: boolean;
  readonly wrap: (bytes: Buffer) => Buffer;
}

const noise = (length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, i) => (i * i * 37 + 91 * i + (i >> 3)) & 255));

export const WRAPPINGS: readonly Wrapping[] = (
  [
    ["nothing", "", ""],
    [
      "a note",
      "Dear witness,\n\nthis is what you asked for:\n",
      "\n\nPlease destroy it afterwards.\n",
    ],
    ["quotes", '{"kept":"', '","by":"administrator"}\n'],
    ["a certificate", "-----BEGIN CERTIFICATE-----\nMIIBAAAA\n-----END CERTIFICATE-----\n", "\n"],
    ["an element", "<note>\n", "\n</note>\n"],
    ["100 bytes of another kind", noise(100), noise(60)],
    ["70,001 bytes of another kind", noise(70_001), noise(3)],
  ] as const
).map(([name, before, after]) => ({
  name,
  isShort: before.length < 1000,
  wrap: (bytes: Buffer) => Buffer.concat([bytesOf(before), bytes, bytesOf(after)]),
}));

/** One form: a container, in an encoding, with something around. */
export const formOf = (
  container: Written,
  encoding: Encoding,
  { name, wrap }: Wrapping,
): Written => ({
  name: `${container.name} | ${encoding.name} | ${name}`,
  bytes: wrap(bytesOf(encoding.write(container.bytes))),
});
