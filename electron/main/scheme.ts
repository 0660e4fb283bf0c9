// The app's own scheme: a fixed list of files, and the policy of its pages.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { protocol, type Session } from "electron";
import { random, sha256Hex, toBase64 } from "../../crypto/index.ts";

const SCHEME = "app";
export const ORIGIN = `${SCHEME}://ceremony`;

/** What a file is, by its ending. */
const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

/** Before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the files of `folder` in this session. */
export function serveFiles(to: Session, folder: string): void {
  to.protocol.handle(SCHEME, (request) => answer(request, folder));
}

/** Only what the bundle listed is served, and only as it was bundled. */
function answer({ url, method }: Request, folder: string): Response {
  const { host, pathname, search } = new URL(url);
  const name = pathname.slice(1);
  const listed = Object.hasOwn(__FILES__, name) ? __FILES__[name] : undefined;
  if (method !== "GET" || `${SCHEME}://${host}` !== ORIGIN || search !== "" || listed === undefined)
    return new Response(null, { status: 404 });
  const bytes = readFileSync(join(folder, name));
  if (sha256Hex(bytes) !== listed) return new Response(null, { status: 404 });
  const nonce = toBase64(random(16));
  const type = TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
  const body = name.endsWith(".html")
    ? bytes.toString("utf8").replaceAll("%NONCE%", nonce) : new Uint8Array(bytes);
  return new Response(body, { headers: headersFor(type, nonce) });
}

/** The nonce is React Aria's, for the one style it adds by itself. */
function headersFor(type: string, nonce: string): Record<string, string> {
  const policy = [
    "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    "require-trusted-types-for 'script'", "trusted-types 'none'",
  ];
  return {
    "content-type": type,
    "content-security-policy": policy.join("; "),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  };
}
