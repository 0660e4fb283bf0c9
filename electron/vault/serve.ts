// Runs a vault in this process: its methods on a channel, its socket, and its end ten minutes after
// something secret came in; a quorum vault's, after the last officer's share.
import { checkKnownAnswer } from "../../crypto/secret-half.ts";
import { refuseCalls, serveCalls, type Channel } from "../pipe/pipe.ts";
import { answerOf, openSecretSocket, type SocketAnswer } from "./secret-socket.ts";
import { officerVault } from "./officer-vault.ts";
import { PassphraseDesk } from "./passphrase.ts";
import type { VaultKind } from "./protocol.ts";
import { quorumVault } from "./quorum-vault.ts";
import { acquainted } from "./socket-key.ts";

const HOLD_MS = 10 * 60 * 1000;

/**
 * Runs a vault of this kind on a channel until its other end closes, or it has held something for
 * ten minutes. While it holds nothing, an officer may take their time; and so may each officer
 * whose share it waits for.
 * @param end ends this process; what it held dies with it
 * @param listen is given what checks a line that came, for another way in beside the socket
 */
export async function serveVault(
  kind: VaultKind,
  channel: Channel,
  end: () => void,
  listen?: (receive: (line: unknown) => SocketAnswer) => void,
): Promise<void> {
  checkKnownAnswer();
  const { methods, receive } = kind === "quorum" ? quorumVault() : officer();
  let late: NodeJS.Timeout | null = null;
  const take = (line: unknown): void => {
    late ??= setTimeout(stop, HOLD_MS).unref();
    if (receive(line)) late.refresh();
  };
  const socket = await openSecretSocket(take).catch((error: unknown) => {
    // It ends when who started it has heard why, and lets go of it.
    channel.onClose(end);
    refuseCalls(channel, error);
    return null;
  });
  if (socket === null) return;
  listen?.((line) => answerOf(take, line));
  const stop = () => {
    socket.close();
    end();
  };
  channel.onClose(stop);
  serveCalls(channel, { ...methods, ...acquainted }, socket.address);
}

function officer() {
  const desk = new PassphraseDesk();
  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const receive = (line: unknown): boolean => {
    desk.receive(line);
    return false;
  };
  return { methods: officerVault(desk, wait), receive };
}
