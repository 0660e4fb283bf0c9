// Runs a vault in this process: its methods on a channel, its socket, and its end ten minutes after
// a secret arrived; a quorum vault's, after the last officer's share.
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
 * Runs a vault of this kind on a channel until its other end closes, or it has had a secret for ten
 * minutes. Before that, an officer may take their time; so may each officer whose share is awaited.
 * @param end ends this process, and with it all secrets
 * @param listen gets the check of a received line, for another way in beside the socket
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
    // It ends when its parent has heard why, and releases it.
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
