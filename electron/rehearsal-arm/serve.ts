// The TLS side: the token identifies the person, the host's name and the path the question. A
// client with a proxy reaches the same server by Azure's names.
import {
  createServer as createProxy,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer } from "node:https";
import { connect, type AddressInfo, type Socket } from "node:net";
import { guid } from "../../crypto/index.ts";
import { answer, receive, refuse, type Answer, type Tls } from "../rehearsal-hsm/hsm-within.ts";
import { answerArm } from "./arm.ts";
import { bearerOf } from "./world/people.ts";
import { isReachable } from "./rules/managed-hsm.ts";
import { keyOf, nameOf } from "./world/resource.ts";
import { textAt } from "./world/json-path.ts";
import { withTrouble } from "./world/trouble.ts";
import type { World } from "./world/world.ts";

/** The names in the server's certificate, besides the loopback's. */
export const NAMES = [
  "management.azure.com",
  "graph.microsoft.com",
  "*.managedhsm.azure.net",
] as const;

const HSM_HOST = /^([a-z0-9-]+)\.managedhsm\.azure\.net$/;

/** The server, not yet listening. It writes no log. */
export function makeServer(world: World, tls: Tls): Server {
  const options = { key: tls.key, cert: tls.certificate, minVersion: "TLSv1.2" } as const;
  const server = createServer(options, (request, response) => {
    respond(world, request)
      .catch(() => refuse(500, "InternalError", "The rehearsal's subscription failed."))
      .then((given) => send(response, given))
      .catch(() => response.destroy());
  });
  // A client may send on a connection at the moment when an idle one is closed, and never get an answer.
  server.keepAliveTimeout = 0;
  return server;
}

/**
 * A proxy on the loopback that resolves every name to the server.
 * @param tunnels the open ones: node does not close them with their server
 */
export function makeProxy(server: Server, tunnels: Set<Socket>): Server {
  const proxy = createProxy((_, response) => void response.writeHead(405).end());
  proxy.on("connect", (_request: IncomingMessage, client: Socket, head: Buffer) => {
    const { port } = server.address() as AddressInfo;
    const onward = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.write(head);
      onward.pipe(client);
      client.pipe(onward);
    });
    tunnels.add(client);
    client.on("close", () => {
      tunnels.delete(client);
      onward.destroy();
    });
    onward.on("close", () => client.destroy());
    // The close that follows notifies the other end.
    onward.on("error", () => undefined);
    client.on("error", () => undefined);
  });
  return proxy;
}

type Shown = Answer & { readonly text?: string };

async function respond(world: World, request: IncomingMessage): Promise<Shown> {
  const method = request.method ?? "";
  const url = new URL(request.url ?? "/", "https://none.invalid");
  const path = decodeURIComponent(url.pathname);
  const host = (request.headers.host ?? "").split(":")[0]?.toLowerCase() ?? "";
  const body = await receive(request);
  if (body === null) return refuse(413, "RequestTooLarge", "The body is larger than 8 MiB.");
  // The directory of people is empty: az then only shows ids.
  if (host === "graph.microsoft.com") return { status: 200, body: { value: [] } };
  const person = bearerOf(request.headers.authorization, world.options.people);
  const name = HSM_HOST.exec(host)?.[1];
  if (person === null) return challenge(world, name === undefined);
  if (name === undefined)
    return answerArm(world, { method, path, version: url.searchParams.get("api-version"), body });
  const machine = world.machine(name);
  const resource = world.ofKind("hsm").find(({ id }) => keyOf(nameOf(id)) === name);
  if (machine === undefined || resource === undefined)
    return refuse(404, "NotFound", "There is no HSM of this name.");
  if (!isReachable(world, name))
    return refuse(
      403,
      "Forbidden",
      "Client address (127.0.0.1) is not authorized and caller is not a trusted service.",
    );
  const given = withTrouble(world.troubles, { method, path }, () =>
    answer(machine, {
      method,
      path,
      base: `https://${host}`,
      body,
      principal: person.objectId,
      groups: person.groups,
      activity: guid(world.options.random),
    }),
  );
  const region = textAt(resource, "location");
  return { ...given, headers: { ...given.headers, "x-ms-keyvault-region": region } };
}

function challenge(world: World, isArm: boolean): Shown {
  const authority = `https://login.microsoftonline.com/${world.options.tenant}`;
  const resource = isArm ? "https://management.azure.com" : "https://managedhsm.azure.net";
  const header = `Bearer authorization="${authority}", resource="${resource}"`;
  return { status: 401, headers: { "www-authenticate": header }, text: "OK" };
}

function send(response: ServerResponse, { status, body, headers, text }: Shown): void {
  const content = text ?? (body === undefined ? "" : JSON.stringify(body));
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(content),
    "cache-control": "no-cache",
    ...(status === 413 ? { connection: "close" } : {}),
    ...headers,
  });
  response.end(status === 204 ? undefined : content);
}
