// Runs a vault in this process: its methods on a channel, its door, and its end after ten minutes.
import { checkKnownAnswer } from "../../crypto/secret-half.ts";
import { serveCalls, type Channel } from "../pipe/pipe.ts";
import { answerOf, openDoor, type DoorAnswer } from "./door.ts";
import { officerVault } from "./officer-vault.ts";
import { PassphraseDesk } from "./passphrase.ts";
import type { VaultKind } from "./protocol.ts";
import { quorumVault } from "./quorum-vault.ts";

const IDLE_MS = 10 * 60 * 1000;

/**
 * Runs a vault of this kind on a channel until its other end closes, or ten minutes pass.
 * @param end ends this process; what it held dies with it
 * @param listen is given what judges a visitor's line, for another way in beside the door
 */
export async function serveVault(
  kind: VaultKind,
  channel: Channel,
  end: () => void,
  listen?: (receive: (line: unknown) => DoorAnswer) => void,
): Promise<void> {
  checkKnownAnswer();
  const { methods, receive } = kind === "quorum" ? quorumVault() : officer();
  const door = await openDoor(receive);
  listen?.((line) => answerOf(receive, line));
  const stop = () => {
    door.close();
    end();
  };
  setTimeout(stop, IDLE_MS).unref();
  channel.onClose(stop);
  serveCalls(channel, methods, door.address);
}

function officer() {
  const desk = new PassphraseDesk();
  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  return { methods: officerVault(desk, wait), receive: desk.receive };
}
