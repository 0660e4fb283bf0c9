// Rehearsal HSMs as processes of their own, and our client to them: the same that production uses.
import { fork, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Hsm } from "../hsm/hsm.ts";
import { fault } from "./faults.ts";
import { hiddenIn } from "./folders.ts";

/** A running rehearsal HSM. */
export interface RunningHsm {
  readonly client: () => Promise<Hsm>;
  readonly end: () => Promise<void>;
}

interface Address {
  readonly url: string;
  readonly caFile: string;
  readonly tokenFile: string;
}

const START_MS = 30_000;
const PENDING_SECONDS = 1;

/** The word on the command line that makes a process a rehearsal HSM. */
export const HSM_COMMAND = "rehearsal-hsm";

/**
 * Starts the HSM of this name; its state lies under the media and is continued.
 * @throws E-REHEARSE-HSM
 */
export async function startHsm(entry: string, media: string, name: string): Promise<RunningHsm> {
  const hidden = hiddenIn(media);
  const child = fork(
    entry,
    [
      HSM_COMMAND,
      "--dir",
      join(hidden, "hsm", name),
      "--store",
      join(hidden, "store"),
      "--name",
      name,
      "--pending",
      String(PENDING_SECONDS),
    ],
    { stdio: ["ignore", "pipe", "ignore", "ipc"], execArgv: [] },
  );
  const address = await firstLine(child);
  return { client: () => clientOf(name, address), end: () => ended(child) };
}

/** Loaded only when a station asks its HSM: the offline station never does. */
async function clientOf(name: string, { url, caFile, tokenFile }: Address): Promise<Hsm> {
  const { azureHsm } = await import("../hsm/azure/azure-hsm.ts");
  const token = readFileSync(tokenFile, "utf8").trim();
  const group = "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rehearsal";
  return azureHsm({
    name,
    url,
    armUrl: new URL(`${group}/providers/Microsoft.KeyVault/managedHSMs/${name}`, url).href,
    caPem: readFileSync(caFile, "utf8"),
    credential: {
      getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
    },
    allowHosts: [new URL(url).host],
    // The challenge names Azure's own domain; on loopback there is no such host to compare.
    verifyChallenge: false,
  });
}

function firstLine(child: ChildProcess): Promise<Address> {
  return new Promise((resolve, reject) => {
    const fail = () => {
      reject(fault("E-REHEARSE-HSM"));
    };
    const late = setTimeout(fail, START_MS);
    let text = "";
    child.once("exit", fail);
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      if (!text.includes("\n")) return;
      clearTimeout(late);
      resolve(JSON.parse(text.slice(0, text.indexOf("\n"))) as Address);
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => {
      resolve();
    });
    child.kill("SIGTERM");
  });
}
