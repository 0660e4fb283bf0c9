// A socket by which one other process of this machine sends a secret straight to a vault.
//
// POSIX: a socket in a folder that only this user may enter. Windows: a named pipe with a random
// name. What passes is one line of JSON and one line of answer; it never touches a disk or network.
import { connect, createServer, type Server, type Socket } from "node:net";
import { random, toHex } from "../../crypto/index.ts";
import { fault } from "./faults.ts";
import { asData, type FaultData } from "../pipe/pipe.ts";
import { newSocketPath, removeSocketFolder, sweepSocketFolders } from "./socket-folder.ts";

/** What a vault answers on its socket. */
export type SocketAnswer = { readonly ok: true } | FaultData;

export interface SecretSocket {
  readonly address: string;
  readonly close: () => void;
}

const LINE_MAX = 64 * 1024;

/**
 * Opens a socket; each line that comes goes to `receive`, and its fault is the answer.
 * @throws Fault E-VAULT-TEMP when the folder for temporary files takes none
 */
export async function openSecretSocket(receive: (line: unknown) => void): Promise<SecretSocket> {
  const place = await newPlace();
  const server = createServer((socket) => {
    readLine(socket).then(
      (line) => {
        socket.end(`${JSON.stringify(answerOf(receive, line))}\n`);
      },
      () => socket.destroy(),
    );
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

/**
 * Sends one message to a vault's socket and waits for its answer.
 * @throws Fault E-VAULT-DOOR when nobody listens, or it closes without an answer
 */
export async function sendSecret(address: string, message: unknown): Promise<SocketAnswer> {
  try {
    const socket = connect(address);
    socket.write(`${JSON.stringify(message)}\n`);
    return (await readLine(socket)) as SocketAnswer;
  } catch {
    throw fault("E-VAULT-DOOR");
  }
}

/** The answer to a line that came. */
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
async function newPlace(): Promise<Place> {
  if (process.platform === "win32")
    return { address: `\\\\.\\pipe\\sd-${toHex(random(16))}`, remove: () => undefined };
  await sweepSocketFolders();
  const address = tryTo(newSocketPath);
  if (address === null) throw fault("E-VAULT-TEMP");
  return { address, remove: () => removeSocketFolder(address) };
}

function tryTo<T>(work: () => T | null): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

const listening = (server: Server, address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(address, () => resolve());
  });

/** The first line that comes, as JSON. Rejects on end, error, too much, or no JSON. */
const readLine = (socket: Socket): Promise<unknown> =>
  new Promise((resolve, reject) => {
    let text = "";
    const fail = () => reject(fault("E-VAULT-FORM"));
    socket.setEncoding("utf8");
    socket.on("error", fail).on("end", fail).on("close", fail);
    socket.on("data", (chunk: string) => {
      text += chunk;
      if (text.length > LINE_MAX) {
        socket.destroy();
        return;
      }
      if (!text.includes("\n")) return;
      try {
        resolve(JSON.parse(text.slice(0, text.indexOf("\n"))));
      } catch {
        fail();
      }
    });
  });
