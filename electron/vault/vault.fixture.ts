// Vaults for tests: real processes of the built program, with everything on their pipes recorded.
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { forkChild } from "../pipe/node-child.ts";
import { VAULT_COMMAND } from "./node-vaults.ts";
import type { VaultKind } from "./protocol.ts";
import { vaultsOver, type Vaults } from "./vault.ts";

/** The bundle that `npm run build` makes; `npm test` does so before any test. */
export const PROGRAM = fileURLToPath(new URL("../../.runtime/quick/sd.cjs", import.meta.url));

export const PASSPHRASE = "a passphrase of an officer";
export const TYPED = { passphrase: PASSPHRASE };
export const TYPED_TWICE = { passphrase: PASSPHRASE, again: PASSPHRASE };

/** The request of `make`. */
export const IDENTITY = {
  commonName: "Contoso-HSM officer 1",
  rehearsal: true,
  bits: 2048,
  now: 0,
};

/** Real vaults, and each message that crossed their pipes, either way, as one text. */
export function tappedVaults(): { readonly vaults: Vaults; readonly said: () => string } {
  const messages: string[] = [];
  const tap = (message: unknown): void => void messages.push(JSON.stringify(message));
  const vaults = vaultsOver((kind) => {
    const { channel, end } = forkChild(PROGRAM, [VAULT_COMMAND, kind]);
    return {
      end,
      channel: {
        ...channel,
        send: (message) => {
          tap(message);
          channel.send(message);
        },
        onMessage: (listener) =>
          channel.onMessage((message) => {
            tap(message);
            listener(message);
          }),
      },
    };
  });
  return { vaults, said: () => messages.join("\n") };
}

/** A vault as a bare process, and the address of its socket. */
export async function bareVault(
  kind: VaultKind,
): Promise<{ readonly child: ChildProcess; readonly socket: string }> {
  const child = fork(PROGRAM, [VAULT_COMMAND, kind], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: [],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [greeting] = (await once(child, "message")) as [{ readonly ready: string }];
  return { child, socket: greeting.ready };
}
