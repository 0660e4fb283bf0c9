// What an unsuccessful answer, or a broken connection, means: one fault each.
import { isObject, LaterFault, readJson, utf8, type Fault } from "../../../crypto/index.ts";
import { clockFault, clockFaultOf, clocksAt, datesTold } from "../clock.ts";
import { fault, saidBy } from "../faults.ts";
import type { Connection } from "./connection.ts";
import { sentence } from "../../text/sentence.ts";

/** An answer outside 200 to 299. */
export interface Refused {
  readonly status: number;
  readonly body: string;
  readonly retryAfter?: string | undefined;
  /** The answer's own Date header. */
  readonly date?: string | undefined;
  /** When it came, by this machine's clock. */
  readonly now: number;
  /** True if the request, with its token, asked for a change. */
  readonly committed: boolean;
  /** What 409 means for this question. */
  readonly conflict: "E-HSM-ACTIVATED" | "E-HSM-ROLE-EXISTS" | "E-HSM-STATUS";
  /** What 404 means for this question. */
  readonly missing: "E-HSM-NONE" | "E-HSM-STATUS";
}

/** The fault for an unsuccessful answer, with Azure's own code and message as its words. */
export function refusal(answer: Refused): Fault {
  const { status } = answer;
  const said = saidBy("server", wordsOf(answer.body));
  if (status >= 300 && status < 400) return fault("E-HSM-REDIRECT");
  // With a wrong clock a token looks expired, or not yet valid.
  if (status === 401 || status === 403)
    return (
      clockFault(clocksAt(answer.now, answer.date))
      ?? fault("E-HSM-AUTH", { why: sentence("hsm-faults.status", { status }) }, [], said)
    );
  // From a proxy on the way, not the HSM.
  if (status === 407) return fault("E-HSM-NET");
  const saying = (code: Refused["conflict" | "missing"]): Fault =>
    code === "E-HSM-STATUS" ? fault(code, { status }, [], said) : fault(code, {}, [], said);
  if (status === 404) return saying(answer.missing);
  if (status === 409 || isSameRole(answer)) return saying(answer.conflict);
  const seconds = waitSeconds(answer.retryAfter, answer.date);
  if (status === 429) return new LaterFault(fault("E-HSM-BUSY", { seconds }, [], said), seconds);
  if (status < 500) return saying("E-HSM-STATUS");
  if (answer.committed)
    return fault(
      "E-HSM-UNKNOWN-OUTCOME",
      { why: sentence("hsm-faults.answeredStatus", { status }) },
      [],
      said,
    );
  return new LaterFault(fault("E-HSM-SERVER", { status }, [], said), seconds);
}

/** A real HSM answers 400 to a role that is already assigned (azure-powershell, issue 22463). */
const isSameRole = ({ status, body, conflict }: Refused): boolean =>
  status === 400 && conflict === "E-HSM-ROLE-EXISTS" && SAME_ROLE.test(body);

const SAME_ROLE = /"code"\s*:\s*"MatchingRoleAssignmentExists"/;

/**
 * Seconds to wait, 1 to 60, from a Retry-After header (RFC 9110 10.2.3). A date is compared with
 * the answer's own Date, independent of our clock. Absent or unreadable: 1.
 */
export function waitSeconds(retryAfter: string | undefined, date: string | undefined): number {
  const text = retryAfter ?? "";
  const seconds = /^-?\d+$/.test(text)
    ? Number(text)
    : (Date.parse(text) - Date.parse(date ?? "")) / 1000;
  return Number.isNaN(seconds) ? 1 : Math.ceil(Math.min(Math.max(seconds, 1), 60));
}

/** OpenSSL's codes for a wrong date of a certificate. */
const TIME_CODES = ["CERT_NOT_YET_VALID", "CERT_HAS_EXPIRED"];
const TLS_CODES = /^(ERR_SSL|ERR_TLS|EPROTO|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/;

/**
 * The fault for a connection without an answer.
 * @param committed whether the request, with its token, asked for a change
 * @param now this machine's clock, in milliseconds since 1970
 */
export function broken(
  error: unknown,
  connection: Connection,
  committed: boolean,
  seconds: number,
  now = Date.now(),
): Fault {
  const reach = connection.reach();
  const code: unknown = error instanceof Error && "code" in error ? error.code : "";
  if (reach === "refused" || (reach === "connecting" && TLS_CODES.test(String(code)))) {
    const validity = TIME_CODES.includes(String(code)) ? connection.validity() : null;
    const clock = validity === null ? null : clockFaultOf(now, validity);
    const ended = validity === null || clock !== null ? "" : datesTold(now, validity.until);
    return clock ?? fault("E-HSM-TLS", { ended }, [], saidBy("certificate", connection.issuer()));
  }
  if (reach === "secured" && committed)
    return fault("E-HSM-UNKNOWN-OUTCOME", { why: sentence("hsm-faults.noAnswer") });
  const late = error instanceof Error && error.name === "AbortError";
  return late ? fault("E-HSM-TIMEOUT", { seconds }) : fault("E-HSM-NET");
}

/** `code: message` of Azure's error body, or empty without one (docs/azure-protocol.md 1). */
function wordsOf(body: string): string {
  const reading = readJson(utf8(body));
  const error = reading.ok && isObject(reading.value) ? reading.value["error"] : undefined;
  if (!isObject(error)) return "";
  return [error["code"], error["message"]].filter((one) => typeof one === "string").join(": ");
}
