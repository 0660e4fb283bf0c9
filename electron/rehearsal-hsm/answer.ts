// The server's answers: a status, JSON, and the typed errors of a Managed HSM.
import type { Json } from "../../crypto/index.ts";

/** An answer before it is sent. `body` is optional. */
export interface Answer {
  readonly status: number;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A question as the routes get it. */
export interface Call {
  readonly method: string;
  /** The path as sent, without the query. */
  readonly path: string;
  /** The groups of the path's pattern, in order. */
  readonly caught: readonly string[];
  /** The caller's `https://host:port` of this server; no slash at the end. */
  readonly base: string;
  readonly body: Uint8Array;
  /** The caller, by the token. */
  readonly principal: string;
  /** The caller's groups, whose roles apply too. */
  readonly groups?: readonly string[];
  /** This answer's own id, which refusals name. */
  readonly activity: string;
}

export const ok = (body: Json): Answer => ({ status: 200, body });

/** The answer that begins a long operation: 202 with the address to poll. */
export const accepted = (body: Json, poll: string): Answer => ({
  status: 202,
  body,
  headers: polling(poll, true),
});

/** The answer to a poll: 200, with the address repeated. */
export const polled = (body: Json, poll: string, running: boolean): Answer => ({
  status: 200,
  body,
  headers: polling(poll, running),
});

/**
 * The specification allows `Retry-After` (recordings lack it) and clients obey it; without it
 * Microsoft's own wait 30 seconds between polls.
 */
const polling = (poll: string, running: boolean): Readonly<Record<string, string>> => ({
  "azure-asyncoperation": poll,
  ...(running ? { "retry-after": "1" } : {}),
});

/**
 * A typed error (docs/azure-protocol.md 1). Except for BadParameter, a real HSM's codes for these
 * refusals are unknown: ours are similar, and no client may depend on them.
 */
export const refuse = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message, innererror: null } },
});

export const badParameter = (message: string): Answer => refuse(400, "BadParameter", message);
export const notFound = (message: string): Answer => refuse(404, "NotFound", message);
export const conflict = (message: string): Answer => refuse(409, "Conflict", message);

export const notActivated = (): Answer =>
  refuse(
    403,
    "Forbidden",
    "The HSM is not activated: only its security domain can be downloaded or uploaded.",
  );
