// For tests: az, unchanged, against the stand-in, signed in as one of its people. It believes that it
// asks Azure: its proxy leads Azure's names to the stand-in, whose authority alone it trusts.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Plan } from "../deployment/deployment.ts";
import { PYTHON } from "../rehearse/judges.fixture.ts";
import type { RunningArm } from "./rehearsal-arm.ts";

/** What az printed and said. */
export interface AzEnded {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

/** One command, its words after `az`, as the person of this name. */
export type RunAz = (person: string, words: readonly string[]) => Promise<AzEnded>;

/** @param folder az's home, and the folder in which commands are run */
export async function azAgainst(arm: RunningArm, plan: Plan, folder: string): Promise<RunAz> {
  const child = spawn(PYTHON, [fileURLToPath(new URL("az-commands.fixture.py", import.meta.url))], {
    env: await environment(arm, plan, folder),
    stdio: ["pipe", "pipe", "ignore"],
  });
  onTestFinished(() => void child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async (secret, words) => {
    child.stdin.write(`${JSON.stringify({ secret, folder, words })}\n`);
    const next: IteratorResult<string, undefined> = await lines.next();
    if (next.done === true) throw new Error("az's process has ended.");
    return JSON.parse(next.value) as AzEnded;
  };
}

async function environment(arm: RunningArm, plan: Plan, folder: string) {
  const settings = join(folder, "az");
  mkdirSync(settings);
  const subscription = {
    id: plan.subscription,
    name: "rehearsal",
    state: "Enabled",
    isDefault: true,
    tenantId: plan.tenant,
    environmentName: "AzureCloud",
    user: { name: "systemAssignedIdentity", type: "servicePrincipal", assignedIdentityInfo: "MSI" },
  };
  writeFileSync(
    join(settings, "azureProfile.json"),
    JSON.stringify({ installationId: plan.tenant, subscriptions: [subscription] }),
  );
  return {
    HOME: folder,
    AZURE_CONFIG_DIR: settings,
    AZURE_CORE_COLLECT_TELEMETRY: "0",
    AZURE_CORE_ONLY_SHOW_ERRORS: "1",
    PYTHONWARNINGS: "ignore",
    PATH: "/usr/bin:/bin",
    MSI_ENDPOINT: await tokenEndpoint(arm),
    MSI_SECRET: "contributor",
    HTTPS_PROXY: arm.proxy,
    NO_PROXY: "127.0.0.1",
    REQUESTS_CA_BUNDLE: arm.caFile,
  };
}

/** A managed identity's endpoint of App Service (2017-09-01), which tells people apart by the secret. */
async function tokenEndpoint({ people }: RunningArm): Promise<string> {
  const server = createServer(({ headers, url = "" }, response) => {
    const person = people.get(String(headers["secret"]));
    if (person === undefined) return void response.writeHead(403).end();
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(
      JSON.stringify({
        access_token: person.token,
        token_type: "Bearer",
        resource: new URL(url, "http://localhost").searchParams.get("resource"),
        expires_on: String(Math.floor(Date.now() / 1000) + 3600),
      }),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}
