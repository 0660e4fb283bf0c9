// An HSM of one's own as a site has it: a rehearsal HSM that is reached only with a token of an
// authority that speaks OpenID Connect, over TLS; and the site file that names both.
import { spawn } from "node:child_process";
import { createHash, randomBytes, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, request } from "node:https";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { authority, TENANT, type Authority } from "../../electron/hsm/azure/authority.fixture.ts";
import { serverIdentity } from "../../electron/hsm/azure/certificates.fixture.ts";
import { ROOT } from "../bundle.fixture.ts";
import { type Home } from "./app.fixture.ts";
import { leave } from "./test.fixture.ts";

export const NAME = "Contoso-HSM";
export const ALICE = "alice@contoso.example";
const RESOURCE =
  `/subscriptions/${TENANT}/resourceGroups/g` + `/providers/Microsoft.KeyVault/managedHSMs/${NAME}`;

/** What a test may change while it runs. */
export interface Switches {
  /** Nobody has typed the device code yet. */
  isPending: boolean;
  /** Refresh tokens are taken. */
  refreshes: boolean;
  /** A person waiting for the HSM hears that it still works, however long it has been ready. */
  isWorking: boolean;
  /** The next answers of the HSM, one each, in place of its own. */
  readonly instead: ((response: ServerResponse) => void)[];
}

export interface Site {
  readonly file: string;
  readonly entra: Authority;
  readonly switches: Switches;
  /** `METHOD /path` of all that came with a token that holds. */
  readonly asked: readonly string[];
  /** Every token that was given out. */
  readonly tokens: readonly string[];
  /** One more of them, for what gives tokens out without the authority. */
  readonly give: () => string;
  /** Certificate and key that the authority takes of a client, in PEM, beside the site file. */
  readonly clientFile: string;
  /** SHA-256 of the public key that the authority answers with, in base64. */
  readonly publicKey: string;
  /** The object id of the HSM's first administrator, who is signed in as. */
  readonly administrator: string;
}

/** How long the HSM itself works; longer where `isWorking` says so. */
const PENDING_SECONDS = 1;

/**
 * Starts all of it; it ends with the test file.
 * @param store where the HSM's backups are; one of its own unless told
 */
export async function startSite(home: Home, store = join(home.folder, "own-store")): Promise<Site> {
  const identity = serverIdentity();
  const hsm = await startHsm(home, store);
  const administrator = await administratorOf(hsm);
  const switches: Switches = { isPending: true, refreshes: true, isWorking: false, instead: [] };
  const tokens: string[] = [];
  const give = () => {
    tokens.push(tokenOf(administrator));
    return tokens.at(-1)!;
  };
  const client = serverIdentity({ host: "client.contoso.example" });
  const entra = await authority(identity, {
    clientCertificate: client.cert,
    token: give,
    // So short that each is renewed before it is used again.
    lasts: 60,
    isPending: () => switches.isPending,
    refreshes: () => switches.refreshes,
  });
  leave(entra.close);
  const asked: string[] = [];
  const url = await startGate(identity, (asking, response) => {
    const token = (asking.headers.authorization ?? "").replace(/^Bearer /, "");
    if (!tokens.includes(token)) {
      challenge(response);
      return;
    }
    const question = `${asking.method ?? ""} ${(asking.url ?? "").split("?")[0] ?? ""}`;
    asked.push(question);
    const instead =
      switches.instead.shift()
      ?? (switches.isWorking && question === "GET /securitydomain/download/pending"
        ? stillWorking
        : undefined);
    if (instead !== undefined) {
      asking.resume();
      instead(response);
      return;
    }
    pass(hsm, asking, response);
  });
  const [file, caFile] = [join(home.folder, "site.json"), join(home.folder, "site-ca.pem")];
  const clientFile = join(home.folder, "site-client.pem");
  writeFileSync(caFile, identity.caPem);
  writeFileSync(clientFile, `${client.key}${client.cert}`);
  writeFileSync(join(home.folder, "site-root.pem"), hsm.sgxRoot);
  writeFileSync(
    file,
    JSON.stringify({
      hsm: url,
      resource: RESOURCE,
      tenant: TENANT,
      signIn: "device-code",
      cloud: {
        authority: entra.url,
        arm: url,
        hsm: "0.0.1",
        caFile: "site-ca.pem",
        sgxRootFile: "site-root.pem",
      },
    }),
  );
  const spki = new X509Certificate(identity.cert).publicKey.export({ type: "spki", format: "der" });
  const publicKey = createHash("sha256").update(spki).digest("base64");
  return { file, entra, switches, asked, tokens, give, clientFile, publicKey, administrator };
}

/** A site file beside that one, as it must be in earnest: quotes lead to Intel's root alone. */
export function fileInEarnest({ file }: Pick<Site, "file">): string {
  const earnest = join(dirname(file), "earnest-site.json");
  const members = JSON.parse(readFileSync(file, "utf8")) as { readonly cloud: object };
  const cloud = { ...members.cloud, sgxRootFile: undefined };
  writeFileSync(earnest, JSON.stringify({ ...members, cloud }));
  return earnest;
}

/** A site file beside that one, for another HSM at the same address. */
export function fileOfAnother({ file }: Pick<Site, "file">): string {
  const other = join(dirname(file), "another-site.json");
  writeFileSync(other, readFileSync(file, "utf8").replaceAll(NAME, "Other-HSM"));
  return other;
}

interface Hsm {
  readonly url: string;
  readonly ca: Buffer;
  readonly token: string;
  readonly sgxRoot: Buffer;
}

async function startHsm(home: Home, store: string): Promise<Hsm> {
  const child = spawn(
    process.execPath,
    [
      join(ROOT, "dist", "sd.cjs"),
      "rehearsal-hsm",
      "--dir",
      join(home.folder, "own-hsm"),
      "--name",
      NAME,
      "--pending",
      String(PENDING_SECONDS),
      "--store",
      store,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  leave(async () => {
    child.kill("SIGTERM");
    await once(child, "exit");
  });
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const {
    url = "",
    caFile = "",
    tokenFile = "",
    sgxRootFile = "",
  } = JSON.parse(line) as Record<string, string>;
  return {
    url,
    ca: readFileSync(caFile),
    token: readFileSync(tokenFile, "utf8"),
    sgxRoot: readFileSync(sgxRootFile),
  };
}

async function administratorOf({ url, ca, token }: Hsm): Promise<string> {
  const asking = request(`${url}${RESOURCE}?api-version=2024-11-01`, {
    ca,
    headers: { authorization: `Bearer ${token}` },
  });
  asking.end();
  const [response] = (await once(asking, "response")) as [IncomingMessage];
  let text = "";
  for await (const chunk of response) text += String(chunk);
  const { properties } = JSON.parse(text) as {
    readonly properties: { readonly initialAdminObjectIds: readonly [string] };
  };
  return properties.initialAdminObjectIds[0];
}

/** As Azure's are: who it is for is in it; what counts is the secret at its end. */
function tokenOf(oid: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { oid, tid: TENANT, upn: ALICE };
  return `${part({ alg: "none" })}.${part(claims)}.${randomBytes(32).toString("base64url")}`;
}

async function startGate(
  identity: { readonly key: string; readonly cert: string },
  answer: (asking: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer({ key: identity.key, cert: identity.cert }, answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  leave(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

function challenge(response: ServerResponse): void {
  const header = `Bearer authorization="https://login.example/${TENANT}", resource="name://0.0.1"`;
  response.writeHead(401, { "WWW-Authenticate": header }).end("OK");
}

/** As Azure answers during an activation. */
function stillWorking(response: ServerResponse): void {
  response
    .writeHead(200, { "Content-Type": "application/json" })
    .end('{"status":"InProgress","status_details":"The Security Domain is being confirmed."}');
}

/** The same question to the HSM itself, with the token that it knows. */
function pass({ url, ca, token }: Hsm, asking: IncomingMessage, response: ServerResponse): void {
  const on = request(
    `${url}${asking.url ?? ""}`,
    {
      method: asking.method,
      ca,
      headers: { ...asking.headers, host: new URL(url).host, authorization: `Bearer ${token}` },
    },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  on.on("error", () => response.destroy());
  asking.pipe(on);
}
