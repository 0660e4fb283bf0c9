// Runs a vault in this process: its methods on a channel, its door, and its end ten minutes after
// something secret came in.
import { checkKnownAnswer } from "../../crypto/secret-half.ts";
import { serveCalls, type Channel } from "../pipe/pipe.ts";
import { answerOf, openDoor, type DoorAnswer } from "./door.ts";
import { officerVault } from "./officer-vault.ts";
import { PassphraseDesk } from "./passphrase.ts";
import type { VaultKind } from "./protocol.ts";
import { quorumVault } from "./quorum-vault.ts";

const HOLD_MS = 10 * 60 * 1000;

/**
 * Runs a vault of this kind on a channel until its other end closes, or it has held something for
 * ten minutes. While it holds nothing, an officer may take his time.
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
  let late: NodeJS.Timeout | null = null;
  const take = (line: unknown): void => {
    late ??= setTimeout(stop, HOLD_MS).unref();
    receive(line);
  };
  const door = await openDoor(take);
  listen?.((line) => answerOf(take, line));
  const stop = () => {
    door.close();
    end();
  };
  channel.onClose(stop);
  serveCalls(channel, methods, door.address);
}

function officer() {
  const desk = new PassphraseDesk();
  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  return { methods: officerVault(desk, wait), receive: desk.receive };
}
