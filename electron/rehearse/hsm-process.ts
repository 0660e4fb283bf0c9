// Rehearsal HSMs as processes of their own, and our client to them: the same that production uses.
import { fork, type ChildProcess } from "node:child_process";
import type { AskedHsm } from "../hsm/hsm.ts";
import { fault } from "./faults.ts";
import type { HsmPlace, RunningHsm } from "../session/session.ts";

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
 * Starts the HSM of this name as a child of plain Node; its state lies in its folder and is
 * continued. `entry` is the command line's own file.
 * @throws E-REHEARSE-HSM
 */
export async function startHsm(entry: string, place: HsmPlace): Promise<RunningHsm> {
  const child = fork(entry, [HSM_COMMAND, ...hsmWords(place)], {
    stdio: ["ignore", "pipe", "ignore", "ipc"],
    execArgv: [],
  });
  const address = await firstLine(child);
  return {
    client: () => clientOf(place.name, address),
    isGone: () => child.exitCode !== null || child.signalCode !== null,
    end: () => ended(child),
  };
}

/** The HSM's command line for its place. */
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

const firstLine = (child: ChildProcess): Promise<Address> =>
  new Promise((resolve, reject) => {
    const fail = () => reject(fault("E-REHEARSE-HSM"));
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

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
