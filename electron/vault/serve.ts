// Answers a vault's calls over a channel: one table of methods, faults as data, nothing else.
import { isFault } from "../../crypto/index.ts";
import { openDoor, type Door } from "./door.ts";
import { fault } from "./faults.ts";
import { officerVault } from "./officer-vault.ts";
import { PassphraseDesk } from "./passphrase.ts";
import type { Call, Channel, FaultData, VaultKind } from "./protocol.ts";
import { quorumVault } from "./quorum-vault.ts";

const IDLE_MS = 10 * 60 * 1000;

/**
 * Runs a vault of this kind on a channel until its other end closes, or ten minutes pass.
 * @param end ends this process; what it held dies with it
 */
export async function serveVault(kind: VaultKind, channel: Channel, end: () => void): Promise<void> {
  const { methods, receive } = kind === "quorum" ? quorumVault() : officer();
  const table = new Map<string, (request: never) => Promise<unknown>>(Object.entries(methods));
  const door = await openDoor(receive);
  const stop = stopper(door, end);
  setTimeout(stop, IDLE_MS).unref();
  channel.onClose(stop);
  channel.onMessage((message) => {
    const call = message as Call;
    const work = table.get(call.method)?.(call.request as never)
      ?? Promise.reject(fault("E-VAULT-CALL"));
    work.then(
      (value) => {
        channel.send({ id: call.id, value });
      },
      (error: unknown) => {
        channel.send({ id: call.id, fault: asData(error) });
      });
  });
  channel.send({ ready: true, door: door.address });
}

function officer() {
  const desk = new PassphraseDesk();
  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  return { methods: officerVault(desk, wait), receive: desk.receive };
}

function stopper(door: Door, end: () => void): () => void {
  return () => {
    door.close();
    end();
  };
}

function asData(error: unknown): FaultData {
  const { code, message, next } = isFault(error) ? error : fault("E-VAULT-BUG");
  return { code, message, next };
}
