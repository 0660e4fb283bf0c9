// Rehearsal HSMs as processes of their own, and our client to them: the same as in production.
import { fork, type ChildProcess } from "node:child_process";
import { environmentFor } from "../disk/own-environment.ts";
import type { AskedHsm } from "../hsm/hsm.ts";
import type { Detail } from "../text/refusal.ts";
import { sentence } from "../text/sentence.ts";
import { fault } from "./faults.ts";
import type { HsmPlace, RunningHsm } from "../session/session.ts";

interface Address {
  readonly url: string;
  readonly caFile: string;
  readonly tokenFile: string;
}

/** The first start makes its keys, which takes time on a slow machine. */
const START_MS = 120_000;
const PENDING_SECONDS = 1;

/** The argument that makes a process a rehearsal HSM. */
export const HSM_COMMAND = "rehearsal-hsm";

/**
 * Starts the HSM of this name as a child of plain Node; its state is in its folder and is
 * continued. `entry` is the command line's own file.
 * @param startMs by then it must have said where it listens
 * @throws Fault E-REHEARSE-HSM with its last output; its process is gone then
 */
export async function startHsm(
  entry: string,
  place: HsmPlace,
  startMs = START_MS,
): Promise<RunningHsm> {
  const child = fork(entry, [HSM_COMMAND, ...hsmWords(place)], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    execArgv: [],
    env: environmentFor("every"),
  });
  const address = await firstLine(child, startMs);
  return {
    client: () => clientOf(place.name, address),
    isGone: () => child.exitCode !== null || child.signalCode !== null,
    end: () => ended(child),
  };
}

/** The HSM's arguments for its place. */
const hsmWords = ({ name, dir, store, quote = "known" }: HsmPlace): readonly string[] => [
  "--dir",
  dir,
  "--store",
  store,
  "--name",
  name,
  "--pending",
  String(PENDING_SECONDS),
  "--quote",
  quote,
];

/** Loaded only when a station asks its HSM: the offline station never does. */
async function clientOf(name: string, address: Address): Promise<AskedHsm> {
  const { rehearsalStation } = await import("../hsm/azure/rehearsal-client.ts");
  return rehearsalStation({ name, ...address });
}

/** The first line of its output. If there is none in time, it is killed, because it would block us. */
const firstLine = (child: ChildProcess, startMs: number): Promise<Address> =>
  new Promise((resolve, reject) => {
    let [text, errors] = ["", ""];
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      errors = (errors + chunk).slice(-4096);
    });
    const late = setTimeout(() => child.kill("SIGKILL"), startMs);
    const fail = (): void => {
      clearTimeout(late);
      if (child.connected) child.disconnect();
      reject(fault("E-REHEARSE-HSM", { why: whyIn(errors) }));
    };
    // "close": all its output has been read. An "error" is a process that could not even start.
    child.once("close", fail).once("error", fail);
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      if (!text.includes("\n")) return;
      clearTimeout(late);
      resolve(JSON.parse(text.slice(0, text.indexOf("\n"))) as Address);
    });
  });

/** Our own program's code and sentence, if it gave one. */
const whyIn = (errors: string): Detail =>
  /^(E-[A-Z0-9-]+: [^\n]{1,200}[^.\n])\.?$/m.exec(errors)?.[1]
  ?? sentence("rehearse-faults.silent");

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
