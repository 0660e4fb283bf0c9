// Who may ask: the bearer token, and the challenge for whoever has none (azure-protocol.md 1).
import { join } from "node:path";
import { equal, toBase64Url, utf8 } from "../../crypto/index.ts";
import type { Answer } from "./answer.ts";
import { readIfThere, replaceFile } from "./disk.ts";

/** The file holds the token and nothing else, not even an end of line. */
export const TOKEN_FILE = "token";

/** The token kept in the folder, made at the first start. */
export function openToken(folder: string, random: (length: number) => Uint8Array): string {
  const kept = readIfThere(join(folder, TOKEN_FILE));
  if (kept !== null && /^[\w-]{43}$/.test(kept)) return kept;
  const token = toBase64Url(random(32));
  replaceFile(folder, TOKEN_FILE, token);
  return token;
}

/** True for `Bearer <token>`. */
export function holdsToken(authorization: string | undefined, token: string): boolean {
  const shown = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization ?? "")?.[1];
  return shown !== undefined && equal(utf8(shown), utf8(token));
}

/** The challenge as recorded: its body is not JSON, and only GET has one. */
export function challenge(method: string, tenant: string): Answer & { readonly text: string } {
  const authenticate = `Bearer authorization="https://login.microsoftonline.com/${tenant}", `
    + 'resource="https://managedhsm.azure.net"';
  const text = method === "GET" ? "OK" : "";
  return { status: 401, headers: { "www-authenticate": authenticate }, text };
}
