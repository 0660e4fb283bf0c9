// A socket through which one other process of this machine sends a secret directly to a vault.
// POSIX: a socket in a folder that only this user may enter. Windows: a named pipe with a random
// name. Four lines of JSON pass: the visitor's nonce; the vault's, with a sealed welcome; the
// sealed message; the sealed answer. None touches a disk or network.
import { connect, createServer, type Server, type Socket } from "node:net";
import { isFault, isObject, random, toHex, type Json } from "../../crypto/index.ts";
import { fault } from "./faults.ts";
import { asData, type FaultData } from "../pipe/pipe.ts";
import {
  newSocketPath,
  removeSocketFolder,
  socketFolders,
  sweepSocketFolders,
} from "./socket-folder.ts";
import { newNonce, visitBetween } from "./visit.ts";

/** What a vault answers on its socket. */
export type SocketAnswer = { readonly ok: true } | FaultData;

export interface SecretSocket {
  readonly address: string;
  readonly close: () => void;
}

const LINE_MAX = 64 * 1024;

/**
 * Opens a socket; each visitor's message goes to `receive`, whose fault is the answer. A visitor
 * that cannot prove that one coordinator started both gets no answer.
 * @param folders where it may be on POSIX
 * @throws Fault E-VAULT-TEMP if no folder for temporary files accepts one
 */
export async function openSecretSocket(
  receive: (message: unknown) => void,
  folders = socketFolders(),
): Promise<SecretSocket> {
  const place = await newPlace(folders);
  const server = createServer((socket) => {
    serveVisit(socket, receive).catch(() => socket.destroy());
  });
  try {
    await listening(server, place.address);
  } catch {
    place.remove();
    throw fault("E-VAULT-TEMP");
  }
  return {
    address: place.address,
    close: () => {
      server.close();
      place.remove();
    },
  };
}

async function serveVisit(socket: Socket, receive: (message: unknown) => void): Promise<void> {
  const next = linesOf(socket);
  const nonce = newNonce();
  const visit = visitBetween((await next())["nonce"], nonce);
  say(socket, { nonce, sealed: visit.seal("welcome", null) });
  const message = visit.open("message", (await next())["sealed"]);
  socket.end(lineOf({ sealed: visit.seal("answer", answerOf(receive, message)) }));
}

/**
 * Sends one message to a vault's socket and waits for its answer.
 * @throws Fault E-VAULT-DOOR if nobody listens, or it closes without an answer; E-VAULT-STRANGER,
 * with nothing sent, if the listener was not started by this process's coordinator
 */
export async function sendSecret(address: string, message: unknown): Promise<SocketAnswer> {
  const socket = connect(address);
  try {
    const next = linesOf(socket);
    const nonce = newNonce();
    say(socket, { nonce });
    const welcome = await next();
    const visit = visitBetween(nonce, welcome["nonce"]);
    visit.open("welcome", welcome["sealed"]);
    say(socket, { sealed: visit.seal("message", message) });
    return visit.open("answer", (await next())["sealed"]) as SocketAnswer;
  } catch (error) {
    throw isFault(error) && error.code === "E-VAULT-STRANGER" ? error : fault("E-VAULT-DOOR");
  } finally {
    socket.destroy();
  }
}

/** The answer to a received line. */
export function answerOf(receive: (line: unknown) => void, line: unknown): SocketAnswer {
  try {
    receive(line);
    return { ok: true };
  } catch (error) {
    return asData(error);
  }
}

interface Place {
  readonly address: string;
  readonly remove: () => void;
}

/** @throws Fault E-VAULT-TEMP */
async function newPlace(folders: readonly string[]): Promise<Place> {
  if (process.platform === "win32")
    return { address: `\\\\.\\pipe\\sd-${toHex(random(16))}`, remove: () => undefined };
  await sweepSocketFolders(folders);
  const address = newSocketPath(folders);
  if (address === null) throw fault("E-VAULT-TEMP");
  return { address, remove: () => removeSocketFolder(address) };
}

const listening = (server: Server, address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(address, () => resolve());
  });

type Said = Readonly<Record<string, Json | undefined>>;

const lineOf = (said: Said): string => `${JSON.stringify(said)}\n`;
const say = (socket: Socket, said: Said): boolean => socket.write(lineOf(said));

/**
 * Each call waits for the next line, a JSON object. Rejects on end, error, too much data, or
 * another value.
 */
function linesOf(socket: Socket): () => Promise<Said> {
  let text = "";
  let wake = (): void => undefined;
  let isOver = false;
  const end = (): void => {
    isOver = true;
    wake();
  };
  socket.setEncoding("utf8");
  socket.on("error", end).on("end", end).on("close", end);
  socket.on("data", (chunk: string) => {
    text += chunk;
    if (text.length > LINE_MAX) socket.destroy();
    wake();
  });
  return async () => {
    while (!text.includes("\n") && !isOver) await new Promise<void>((resolve) => (wake = resolve));
    const at = text.indexOf("\n");
    if (at < 0) throw fault("E-VAULT-FORM");
    const said = JSON.parse(text.slice(0, at)) as Json;
    text = text.slice(at + 1);
    if (!isObject(said)) throw fault("E-VAULT-FORM");
    return said;
  };
}
