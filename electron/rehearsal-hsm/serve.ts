// The HTTPS side: sign-in first, then a complete body of limited size, then the answer.
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import { utf8, guid } from "../../crypto/index.ts";
import type { Exchange, Given, Turn } from "../beliefs/beliefs.ts";
import { refuse, type Answer } from "./answer.ts";
import type { Machine } from "./machine.ts";
import { receive } from "./receive.ts";
import { answer } from "./routes.ts";
import { challenge, principalOf, type Bearer } from "./sign-in.ts";
import type { Tls } from "./tls.ts";
import { makeNextKey } from "./transfer-key.ts";

export interface Doorway {
  readonly machine: Machine;
  readonly tls: Tls;
  readonly bearers: readonly Bearer[];
  /** Answers otherwise than we believe Azure does. */
  readonly turn?: Turn | undefined;
  /** Gets each exchange as it was sent. */
  readonly heard?: ((exchange: Exchange) => void) | undefined;
}

/** The server, not yet listening. It writes no log: tokens and bodies stay out of everything. */
export function makeServer(doorway: Doorway): Server {
  const { machine, tls } = doorway;
  const options = { key: tls.key, cert: tls.certificate, minVersion: "TLSv1.2" } as const;
  return createServer(options, (request, response) => {
    const activity = guid(machine.random);
    respond(doorway, request, activity)
      .catch(() => finished(request, activity, refuse(500, "InternalError", FAILED)))
      .then((given) => send(response, given))
      // The caller is gone: the result is stored, and its status can be asked.
      .catch(() => response.destroy());
  });
}

const FAILED = "The rehearsal HSM failed.";

async function respond(
  { machine, bearers, turn, heard }: Doorway,
  request: IncomingMessage,
  activity: string,
): Promise<Given> {
  const method = request.method ?? "";
  const principal = principalOf(request.headers.authorization, bearers);
  const body = principal === null ? new Uint8Array() : await receive(request);
  const [path = ""] = (request.url ?? "").split("?");
  const base = baseOf(request);
  const right = (): Given => {
    if (principal === null)
      return finished(request, activity, challenge(method, machine.state.tenant));
    if (body === null)
      return finished(
        request,
        activity,
        refuse(413, "RequestTooLarge", "The body is larger than 8 MiB."),
      );
    return finished(
      request,
      activity,
      answer(machine, { method, path, base, body, principal, activity }),
    );
  };
  const asked = { method, path, authorized: principal !== null, body: body ?? new Uint8Array() };
  const levers = {
    newExchangeKey: (form = {}) => makeNextKey(machine, form),
    endOperations: () => machine.settle(Infinity),
  };
  const given = turn === undefined ? right() : turn(asked, right, levers);
  heard?.({ ...asked, given });
  return given;
}

/** An answer with all its headers. */
function finished(
  request: IncomingMessage,
  activity: string,
  { status, body, headers, text }: Answer & { readonly text?: string },
): Given {
  return {
    status,
    body,
    ...(text === undefined ? {} : { bytes: utf8(text) }),
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-length": "",
      date: new Date().toUTCString(),
      "cache-control": "no-cache",
      "content-security-policy": "default-src 'self'",
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
      "x-ms-keyvault-region": "rehearsal",
      "x-ms-keyvault-network-info": networkInfo(request),
      "x-ms-request-id": activity,
      // No strict-transport-security: a browser would remember it for everything on localhost.
      // A body that is too large is not read to its end.
      ...(status === 413 ? { connection: "close" } : {}),
      ...headers,
    },
  };
}

function send(response: ServerResponse, given: Given): void {
  const { status, headers, body, cut } = given;
  const bytes = given.bytes ?? utf8(body === undefined ? "" : JSON.stringify(body));
  const isMeasured = headers["content-length"] !== null;
  response.sendDate = false;
  for (const [name, value] of Object.entries(headers))
    if (value !== null) response.setHeader(name, value);
  if (isMeasured) response.setHeader("content-length", bytes.length);
  response.writeHead(status);
  if (cut === undefined) response.end(status === 204 ? undefined : bytes);
  else response.write(bytes.subarray(0, cut), () => response.destroy());
}

/** Only names in the certificate; other names get the plain address. */
function baseOf({ headers, socket }: IncomingMessage): string {
  const port = socket.localPort ?? 0;
  const known = ["localhost", "127.0.0.1", "[::1]"].map((name) => `${name}:${port}`);
  const host = headers.host?.toLowerCase() ?? "";
  return `https://${known.includes(host) ? host : `127.0.0.1:${port}`}`;
}

function networkInfo({ socket }: IncomingMessage): string {
  const family = socket.remoteFamily === "IPv6" ? "Ipv6" : "Ipv4";
  return `conn_type=${family};addr=${socket.remoteAddress ?? ""};act_addr_fam=${family};`;
}
