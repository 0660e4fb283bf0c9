// For tests: `sd rehearsal-hsm` as a process, with a strict client to it; in the long run that of the
// program that users run.
import { spawn } from "node:child_process";
import { once } from "node:events";
import process from "node:process";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { clientOf, type Address, type Client } from "../rehearsal-hsm/hsm.fixture.ts";
import { PROGRAM, QUICK_PROGRAM, type RunOptions } from "./program.fixture.ts";

/** The quick one's keys need no search for primes. */
const SERVER = process.env["LONG"] === "1" ? PROGRAM : QUICK_PROGRAM;

export interface ServedHsm {
  readonly address: Address;
  readonly client: Client;
  /** All it wrote on stdout so far. */
  readonly out: () => string;
  readonly end: (signal: NodeJS.Signals) => Promise<{ code: number | null; errors: string }>;
}

/** Serves one until the test's end at most. @throws what it says when it ends instead */
export async function serveHsm(
  args: readonly string[],
  options: RunOptions = {},
): Promise<ServedHsm> {
  const served = await startServing(args, options);
  onTestFinished(async () => {
    await served.end("SIGKILL");
  });
  return served;
}

/** Serves one until it is ended. @throws what it says when it ends instead */
export async function startServing(
  args: readonly string[],
  { cwd }: RunOptions = {},
): Promise<ServedHsm> {
  const child = spawn(process.execPath, [SERVER, "rehearsal-hsm", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    ...(cwd === undefined ? {} : { cwd }),
  });
  const closed = once(child, "close");
  let [out, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), "line"),
    closed.then(() => {
      throw new Error(errors);
    }),
  ])) as [string];
  const address = JSON.parse(line) as Address;
  return {
    address,
    client: clientOf(address),
    out: () => out,
    end: async (signal) => {
      child.kill(signal);
      await closed;
      return { code: child.exitCode, errors };
    },
  };
}

/** The flags of `sd hsm` for it. */
export const connectionTo = ({ address }: ServedHsm, name: string): readonly string[] => [
  "--hsm-url",
  address.url,
  "--hsm-name",
  name,
  "--ca-file",
  address.caFile,
  "--token-file",
  address.tokenFile,
];
