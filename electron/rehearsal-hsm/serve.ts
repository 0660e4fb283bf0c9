// The HTTPS side: sign-in first, then a complete body of limited size, then the answer.
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import { guid } from "../../crypto/index.ts";
import { refuse, type Answer } from "./answer.ts";
import type { Machine } from "./machine.ts";
import { receive } from "./receive.ts";
import { answer } from "./routes.ts";
import { challenge, principalOf, type Bearer } from "./sign-in.ts";
import type { Tls } from "./tls.ts";

export interface Doorway {
  readonly machine: Machine;
  readonly tls: Tls;
  readonly bearers: readonly Bearer[];
}

/** The server, not yet listening. It writes no log: tokens and bodies stay out of everything. */
export function makeServer({ machine, tls, bearers }: Doorway): Server {
  const options = { key: tls.key, cert: tls.certificate, minVersion: "TLSv1.2" } as const;
  return createServer(options, (request, response) => {
    const activity = guid(machine.random);
    respond(machine, bearers, request, activity)
      .catch(() => refuse(500, "InternalError", "The rehearsal HSM failed."))
      .then((given) => send(request, response, activity, given))
      // The caller is gone: the result is stored, and its status can be asked.
      .catch(() => response.destroy());
  });
}

async function respond(
  machine: Machine,
  bearers: readonly Bearer[],
  request: IncomingMessage,
  activity: string,
): Promise<Answer & { readonly text?: string }> {
  const method = request.method ?? "";
  const principal = principalOf(request.headers.authorization, bearers);
  if (principal === null) return challenge(method, machine.state.tenant);
  const body = await receive(request);
  if (body === null) return refuse(413, "RequestTooLarge", "The body is larger than 8 MiB.");
  const [path = ""] = (request.url ?? "").split("?");
  return answer(machine, { method, path, base: baseOf(request), body, principal, activity });
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  activity: string,
  { status, body, headers, text }: Answer & { readonly text?: string },
): void {
  const content = text ?? (body === undefined ? "" : JSON.stringify(body));
  // A body that is too large is not read to its end.
  const last = status === 413 ? { connection: "close" } : {};
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(content),
    "cache-control": "no-cache",
    "content-security-policy": "default-src 'self'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "x-ms-keyvault-region": "rehearsal",
    "x-ms-keyvault-network-info": networkInfo(request),
    "x-ms-request-id": activity,
    // No strict-transport-security: a browser would remember it for everything on localhost.
    ...last,
    ...headers,
  });
  response.end(content);
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
