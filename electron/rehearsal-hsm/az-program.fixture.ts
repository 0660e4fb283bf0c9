// For tests: the program `az` itself, unchanged, signed in as a managed identity that gets the
// rehearsal HSM's token. What stands for Azure's sign-in is one address on the loopback.
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { onTestFinished } from "vitest";
import type { Json } from "../../crypto/index.ts";
import { azSettings, makeSettings } from "../rehearse/judges.fixture.ts";
import type { Address } from "./hsm.fixture.ts";

export const AZ = "/usr/bin/az";
const NOBODY = "00000000-0000-0000-0000-000000000000";
const SECRET = "secret-of-the-endpoint";

/** What az printed, read as JSON (null for nothing), or what it refused with. */
export interface AzEnded {
  readonly code: number | null;
  readonly answer: Json;
  readonly errors: string;
}

/** `az keyvault WORDS --id URL FLAGS`. */
export type AskAz = (words: string, ...flags: readonly string[]) => Promise<AzEnded>;

/**
 * A managed identity of App Service (2017-09-01, as azure-cli's adal_authentication.py asks it) and
 * an account that az takes for signed in; `folder` is az's home.
 */
export async function azFor(address: Address, folder: string): Promise<AskAz> {
  const env = await azEnvironment(address, folder);
  return async (words, ...flags) => {
    // Its restore-blob is offline, and knows of no HSM; definitions are asked for by a name, which
    // comes before the suffix.
    const where = words.endsWith(" restore-blob")
      ? []
      : words.startsWith("role definition ")
        ? ["--hsm-name", NAME]
        : ["--id", address.url];
    const child = spawn(AZ, ["keyvault", ...words.split(" "), ...where, ...flags], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    return ended(child);
  };
}

/** The name by which az finds the HSM: with the suffix it is told, it is the loopback's address. */
export const NAME = "127";

/** As `azFor`, for commands as they are printed: a line of a shell, in this folder. */
export async function shellFor(
  address: Address,
  folder: string,
): Promise<(line: string, cwd: string) => Promise<AzEnded>> {
  const env = await azEnvironment(address, folder);
  return (line, cwd) =>
    ended(spawn("/bin/sh", ["-c", line], { env, cwd, stdio: ["ignore", "pipe", "pipe"] }));
}

async function ended(child: ChildProcessByStdio<null, Readable, Readable>): Promise<AzEnded> {
  let [out, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => void (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => void (errors += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, answer: out.trim() === "" ? null : (JSON.parse(out) as Json), errors };
}

async function azEnvironment({ url, caFile, tokenFile }: Address, folder: string) {
  const endpoint = await identityEndpoint(readFileSync(tokenFile, "utf8"));
  const settings = join(folder, `az-${new URL(url).port}`);
  await makeSettings(settings);
  writeFileSync(
    join(settings, "azureProfile.json"),
    JSON.stringify({
      subscriptions: [
        {
          id: NOBODY,
          name: "rehearsal",
          state: "Enabled",
          isDefault: true,
          tenantId: NOBODY,
          environmentName: "AzureCloud",
          user: {
            name: "systemAssignedIdentity",
            type: "servicePrincipal",
            assignedIdentityInfo: "MSI",
          },
        },
      ],
    }),
  );
  writeFileSync(
    join(settings, "clouds.config"),
    `[AzureCloud]\nendpoint_microsoft_graph_resource_id = ${endpoint}\n`
      + `suffix_mhsm_dns = .0.0.1:${new URL(url).port}\n`,
  );
  return {
    ...azSettings(folder, settings),
    AZURE_CORE_ONLY_SHOW_ERRORS: "1",
    PYTHONWARNINGS: "ignore",
    MSI_ENDPOINT: endpoint,
    MSI_SECRET: SECRET,
    REQUESTS_CA_BUNDLE: caFile,
  };
}

/** Gives the token to a client that knows its secret, and is the directory of people, which is empty. */
async function identityEndpoint(token: string): Promise<string> {
  const server = createServer(({ headers, url = "" }, response) => {
    const isDirectory = url.startsWith("/v1.0/");
    if (headers["secret"] !== SECRET && !isDirectory) return void response.writeHead(403).end();
    response.writeHead(200, { "Content-Type": "application/json" });
    // The directory, asked for people's names, knows nobody; az then shows ids alone.
    if (isDirectory) return void response.end('{"value":[]}');
    response.end(
      JSON.stringify({
        access_token: token,
        token_type: "Bearer",
        resource: "https://managedhsm.azure.net",
        expires_on: String(Math.floor(Date.now() / 1000) + 3600),
      }),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
