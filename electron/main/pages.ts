// The answers to the app's pages: a fixed list of files, and the policy of the pages.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { random, sha256Hex, toBase64 } from "../../crypto/index.ts";
import { saidIn, sentence, type Language } from "../text/text.ts";

/** The pages: their addresses, their folder, and each file's SHA-256, in hex. */
export interface Pages {
  readonly origin: string;
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
  /** A photograph by its SHA-256, in hex, if it may be shown. */
  readonly photographs: (sha256: string) => Picture | null;
  /** The language in which a page begins. */
  readonly language: () => Language;
}

/** A photograph's bytes, and its type by its first bytes: "image/jpeg" or "image/png". */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** What a file is, by its ending. */
const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  ttf: "font/ttf",
};

/** Serves only files that the bundle listed, by their one address, unchanged since bundling. */
export function answerTo({ url, method }: Pick<Request, "url" | "method">, pages: Pages): Response {
  const { origin } = pages;
  const nonce = toBase64(random(16));
  const [address = ""] = url.split("#");
  const name = address.startsWith(`${origin}/`) ? address.slice(origin.length + 1) : "";
  const [, sha256] = /^photograph\/([0-9a-f]{64})$/.exec(name) ?? [];
  const picture = sha256 === undefined || method !== "GET" ? null : pages.photographs(sha256);
  if (picture !== null)
    return new Response(new Uint8Array(picture.bytes), {
      headers: headersFor(picture.type, nonce),
    });
  const bytes = method === "GET" ? read(pages, name) : null;
  const type = TYPES[name.slice(name.lastIndexOf(".") + 1)];
  if (bytes === null || type === undefined)
    return new Response(null, { status: 404, headers: headersFor("text/plain", nonce) });
  const body = name.endsWith(".html")
    ? filled(bytes.toString("utf8"), nonce, pages.language())
    : new Uint8Array(bytes);
  const showsPhotographs = name === "index.html";
  return new Response(body, { headers: headersFor(type, nonce, showsPhotographs) });
}

/** A page with what only main knows: its nonce, and its first language. */
const filled = (page: string, nonce: string, language: Language): string =>
  page
    .replaceAll("%NONCE%", nonce)
    .replaceAll("%LANGUAGE%", language)
    .replaceAll("%APP%", saidIn(language, sentence("frame.app")));

/** A listed file's bytes; null also if it is missing, or changed after bundling. */
function read({ folder, files }: Pages, name: string): Buffer | null {
  if (!Object.hasOwn(files, name)) return null;
  try {
    const bytes = readFileSync(join(folder, name));
    return sha256Hex(bytes) === files[name] ? bytes : null;
  } catch {
    return null;
  }
}

/** What a page of ours may load and do. The nonce is for the one style that React Aria adds. */
const policyFor = (nonce: string, showsPhotographs: boolean): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    // The photographs of seals: no page has a picture of its own, and pages for secrets show none.
    ...(showsPhotographs ? ["img-src 'self'"] : []),
    // Without an entry it would fall back on what scripts may do.
    "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");

/** Features that a page cannot even request, besides the session's refusal. */
const DEVICES = [
  "accelerometer",
  "camera",
  "clipboard-read",
  "clipboard-write",
  "display-capture",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
]
  .map((name) => `${name}=()`)
  .join(", ");

function headersFor(type: string, nonce: string, showsPhotographs = false): Record<string, string> {
  return {
    "content-type": type,
    "content-security-policy": policyFor(nonce, showsPhotographs),
    "permissions-policy": DEVICES,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  };
}
