// Who may ask: bearer tokens of two people, and the challenge for requests without one
// (docs/azure-protocol.md 1).
import { join } from "node:path";
import { equal, toBase64Url, utf8 } from "../../crypto/index.ts";
import type { Answer } from "./answer.ts";
import { readIfThere, replaceFile } from "./disk.ts";

/** Each file holds a token and nothing else, not even an end of line. */
export const TOKEN_FILE = "token";
export const AUDITOR_TOKEN_FILE = "auditor-token";

/** The same two people administer every HSM of a rehearsal, as in a tenant. */
export const ADMINISTRATOR = "5d000000-0000-4000-8000-000000000001";
export const AUDITOR = "5d000000-0000-4000-8000-000000000002";

/** A token, and whose it is. */
export interface Bearer {
  readonly token: string;
  readonly principal: string;
}

/** The tokens kept in the folder, made at the first start. */
export function openTokens(
  folder: string,
  tenant: string,
  random: (length: number) => Uint8Array,
): readonly Bearer[] {
  const open = (file: string, principal: string): Bearer => {
    const beginning = claimsOf(tenant, principal);
    const kept = readIfThere(join(folder, file));
    const isOurs =
      kept?.startsWith(beginning) === true && /^[\w-]{43}$/.test(kept.slice(beginning.length));
    const token = kept !== null && isOurs ? kept : beginning + toBase64Url(random(32));
    if (token !== kept) replaceFile(folder, file, token);
    return { token, principal };
  };
  return [open(TOKEN_FILE, ADMINISTRATOR), open(AUDITOR_TOKEN_FILE, AUDITOR)];
}

/** Like Azure's tokens: a header, then claims with tenant and person. Then the secret. */
function claimsOf(tenant: string, principal: string): string {
  const part = (value: object): string => toBase64Url(utf8(JSON.stringify(value)));
  return `${part({ typ: "JWT", alg: "none" })}.${part({ tid: tenant, oid: principal })}.`;
}

/** The principal of `Bearer <token>`; null for any other. */
export function principalOf(
  authorization: string | undefined,
  bearers: readonly Bearer[],
): string | null {
  const shown = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization ?? "")?.[1];
  if (shown === undefined) return null;
  return bearers.find(({ token }) => equal(utf8(shown), utf8(token)))?.principal ?? null;
}

/** The challenge as recorded: its body is not JSON, and only GET has one. */
export function challenge(method: string, tenant: string): Answer & { readonly text: string } {
  const authenticate =
    `Bearer authorization="https://login.microsoftonline.com/${tenant}", `
    + 'resource="https://managedhsm.azure.net"';
  const text = method === "GET" ? "OK" : "";
  return { status: 401, headers: { "www-authenticate": authenticate }, text };
}
