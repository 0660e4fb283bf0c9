// A real HTTPS server on loopback that answers by a script, and keeps what it was asked.
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll } from "vitest";
import type { AnswerSink, Hsm } from "../hsm.ts";
import { azureHsm, type AzureHsmOptions } from "./azure-hsm.ts";
import { serverIdentity, type ServerIdentity } from "./certificates.fixture.ts";

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly authorization: string | undefined;
  readonly headers: IncomingMessage["headers"];
}

/** Answers a request; the challenge has been made before, unless `challenge` says otherwise. */
export type Script = (response: ServerResponse, asked: Asked) => void;

export interface ScriptedServer {
  readonly port: number;
  readonly asked: readonly Asked[];
  /** Those that came with a token. */
  readonly authorized: () => readonly Asked[];
  readonly hsm: (more?: Partial<AzureHsmOptions>) => Hsm;
  readonly close: () => Promise<void>;
}

export const RESOURCE =
  "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault" + "/managedHSMs/hsm";
export const TOKEN = "token-of-the-test";
export const CHALLENGE =
  'Bearer authorization="https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000", '
  + 'resource="https://managedhsm.azure.net"';

export async function scriptedServer(
  identity: ServerIdentity,
  script: Script,
  challenge: Script = challenges,
): Promise<ScriptedServer> {
  const asked: Asked[] = [];
  const server = createServer({ key: identity.key, cert: identity.cert }, (request, response) => {
    void bodyOf(request).then(
      (body) => {
        const { method = "", url: path = "", headers } = request;
        const one: Asked = { method, path, body, headers, authorization: headers.authorization };
        asked.push(one);
        const play = one.authorization === undefined ? challenge : script;
        play(response, one);
      },
      () => response.destroy(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    asked,
    authorized: () => asked.filter(({ authorization }) => authorization !== undefined),
    hsm: (more = {}) => azureHsm({ ...usual(port, identity), ...more }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** For a test file: serves by a script; one server at a time, none after its test. */
export function oneServer(): (script: Script) => Promise<ScriptedServer> {
  let identity: ServerIdentity;
  let server: ScriptedServer | undefined;
  const close = async (): Promise<void> => {
    await server?.close();
    server = undefined;
  };
  beforeAll(() => {
    identity = serverIdentity();
  });
  afterEach(close);
  return async (script) => {
    await close();
    return (server = await scriptedServer(identity, script));
  };
}

export const challenges: Script = (response) => {
  response.writeHead(401, { "WWW-Authenticate": CHALLENGE, "Content-Type": "application/json" });
  response.end("OK");
};

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** A sink that keeps what it is given. */
export function keeper(): AnswerSink & { readonly text: () => string } {
  const chunks: Uint8Array[] = [];
  return {
    write: (chunk) => chunks.push(chunk),
    text: () => Buffer.concat(chunks).toString("utf8"),
  };
}

function usual(port: number, identity: ServerIdentity): AzureHsmOptions {
  return {
    name: "scripted",
    url: `https://localhost:${port}`,
    armUrl: `https://localhost:${port}${RESOURCE}`,
    caPem: identity.caPem,
    credential: {
      getToken: async () => ({ token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 }),
    },
    allowHosts: [`localhost:${port}`],
    verifyChallenge: false,
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  const pieces: AsyncIterable<Uint8Array> = request;
  for await (const chunk of pieces) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
