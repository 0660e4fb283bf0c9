// Why no token was given, in a word of our own: the library's words may hold a token or an account.
import type { Fault } from "../../../crypto/index.ts";
import { fault } from "../faults.ts";

/** OAuth's own words (RFC 8628 3.5, RFC 6749 4.1.2.1), and what they mean here. */
const WORDS = {
  authorization_declined: "E-AUTH-DECLINED", access_denied: "E-AUTH-DECLINED",
  expired_token: "E-AUTH-LATE", code_expired: "E-AUTH-LATE", device_code_expired: "E-AUTH-LATE",
  user_timeout_reached: "E-AUTH-LATE",
} as const;

/**
 * Microsoft's numbers (its page "Microsoft Entra authentication and authorization error codes"):
 * who declined; a code that expired; an account, tenant or application that is not known there.
 */
const NUMBERS: Readonly<Record<string, (typeof WORDS)[keyof typeof WORDS] | "E-AUTH-TENANT">> = {
  AADSTS65004: "E-AUTH-DECLINED", AADSTS70020: "E-AUTH-LATE",
  AADSTS50020: "E-AUTH-TENANT", AADSTS50034: "E-AUTH-TENANT", AADSTS90002: "E-AUTH-TENANT",
  AADSTS90072: "E-AUTH-TENANT", AADSTS700016: "E-AUTH-TENANT",
};

/**
 * The fault for what the library threw, or for no token at all; Microsoft's number is kept.
 * @param refused the authority's own words, for the library forgets some
 */
export function notSignedIn(error: unknown, refused: string): Fault {
  const told = [...textsOf(error), refused].join(" ");
  const number = /\bAADSTS\d{4,9}\b/.exec(told)?.[0];
  const why = number === undefined ? "" : ` (${number})`;
  const word = Object.entries(WORDS).find(([name]) => new RegExp(`\\b${name}\\b`).test(told));
  const code = (number === undefined ? undefined : NUMBERS[number]) ?? word?.[1];
  if (code === undefined) return fault("E-HSM-AUTH", { why: `: no token was given${why}` });
  return fault(code, { why });
}

/** Messages and codes of an error and of what caused it. */
function textsOf(error: unknown, depth = 0): readonly string[] {
  if (!(error instanceof Error) || depth > 3) return [];
  const code: unknown = Reflect.get(error, "errorCode");
  return [error.message, typeof code === "string" ? code : "", ...textsOf(error.cause, depth + 1)];
}
