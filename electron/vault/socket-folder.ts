// The folder that a vault's socket lies in (POSIX): only this user may enter it. A vault that is
// killed cannot take its own away.
import { lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import process from "node:process";

const NAME = /^sd-[A-Za-z0-9]{6}$/;
const SOCKET = "socket";
/** A younger one may belong to a vault that is just starting. */
const AGE_MS = 60_000;

/** A longer path is cut by the system without a word, and the socket stands somewhere else. */
const PATH_MAX = 100;

/**
 * Makes a new one.
 * @returns the socket's path; null where that would be too long for a socket
 * @throws the system's errors
 */
export function newSocketPath(): string | null {
  const address = join(mkdtempSync(join(tmpdir(), "sd-")), SOCKET);
  if (Buffer.byteLength(address) <= PATH_MAX) return address;
  removeSocketFolder(address);
  return null;
}

/** Takes it away, with the socket; nothing else is ever ours to take. */
export function removeSocketFolder(address: string): void {
  const folder = dirname(address);
  if (!NAME.test(basename(folder)) || basename(address) !== SOCKET) return;
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // It is empty of secrets, and the next vault tries again.
  }
}

/** Takes away what killed vaults of this user left: a socket on which nobody listens any more. */
export async function sweepSocketFolders(now = Date.now()): Promise<void> {
  for (const folder of left(now)) {
    const address = join(folder, SOCKET);
    if (!(await isHeard(address))) removeSocketFolder(address);
  }
}

function left(now: number): readonly string[] {
  try {
    return readdirSync(tmpdir())
      .filter((name) => NAME.test(name))
      .map((name) => join(tmpdir(), name))
      .filter((folder) => isLeft(folder, now));
  } catch {
    return [];
  }
}

/** Ours, old enough, and with a socket in it at most. */
function isLeft(folder: string, now: number): boolean {
  try {
    const { uid, mtimeMs } = lstatSync(folder);
    const isOld = uid === process.getuid?.() && now - mtimeMs > AGE_MS;
    return isOld && readdirSync(folder).every((name) => name === SOCKET);
  } catch {
    return false;
  }
}

const isHeard = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const visit = connect(address);
    visit.once("connect", () => {
      visit.destroy();
      resolve(true);
    });
    visit.once("error", () => resolve(false));
  });
