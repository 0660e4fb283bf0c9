// The probe program as a test uses it: vaults of a real Electron, and the ids of the processes.
import { once } from "node:events";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { callsOver } from "../electron/pipe/pipe.ts";
import { acquainted, type OfficerMethods, type QuorumMethods } from "../electron/vault/vault.ts";
import { bundleProgram } from "./bundle.fixture.ts";
import { lineChannel } from "./lines.fixture.ts";
import type { TestRuntime } from "./runtime.fixture.ts";
import type { ProbeMethods } from "./vault-probe-main.ts";

/** A vault of the probe, with the id of its process. */
export interface ProbedVault<Methods> {
  readonly pid: number;
  readonly socket: string;
  readonly call: Methods;
  readonly end: () => Promise<unknown>;
}

export interface Probe {
  /** Electron's main process. */
  readonly pid: number;
  readonly officer: () => Promise<ProbedVault<OfficerMethods>>;
  readonly quorum: () => Promise<ProbedVault<QuorumMethods>>;
  /** Ends it as its person would, or by a signal; resolves when main is gone. */
  readonly end: (signal?: NodeJS.Signals) => Promise<unknown>;
}

/** The probe's two programs, and the names of all that a vault loads when run. */
export interface Programs {
  readonly vault: string;
  readonly probe: string;
  readonly vaultLoads: readonly string[];
}

/** Bundles vault and probe for a runtime. */
export async function bundleProbe({ folder }: TestRuntime): Promise<Programs> {
  const [vault, probe] = [join(folder, "vault.cjs"), join(folder, "probe.cjs")];
  const vaultLoads = await bundleProgram("electron/vault/vault-main.ts", vault);
  await bundleProgram("e2e/vault-probe-main.ts", probe);
  for (const file of [vault, probe]) chmodSync(file, 0o644);
  return { vault, probe, vaultLoads };
}

/** Starts the probe, whose vaults start from the vault's program. */
export async function startProbe(
  runtime: TestRuntime,
  programs: Pick<Programs, "probe" | "vault">,
): Promise<Probe> {
  const child = runtime.start(programs.probe, [programs.vault]);
  const exited = once(child, "exit");
  const { call } = await callsOver<ProbeMethods>(lineChannel(child.stdout!, child.stdin!), [
    "key",
    "open",
    "call",
    "end",
  ]);
  await acquainted.acquaint(Uint8Array.from(await call.key(null)));
  const opened = async (kind: "officer" | "quorum", names: readonly string[]) => {
    const { id, pid, socket } = await call.open(kind);
    const methods = Object.fromEntries(
      names.map((method) => [method, (request: unknown) => call.call({ id, method, request })]),
    );
    return { pid, socket, methods, end: () => call.end(id) };
  };
  return {
    pid: child.pid!,
    officer: async () => {
      const { methods, ...vault } = await opened("officer", ["make", "prove", "share", "sign"]);
      return { ...vault, call: methods as unknown as OfficerMethods };
    },
    quorum: async () => {
      const { methods, ...vault } = await opened("quorum", ["prove", "subsets", "blob"]);
      return { ...vault, call: methods as unknown as QuorumMethods };
    },
    end: (signal) => {
      if (signal === undefined) child.stdin!.end();
      else child.kill(signal);
      return exited;
    },
  };
}

/**
 * Sends a signal to a process that may end at any moment.
 * @returns whether it was still there
 */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    return false;
  }
}
