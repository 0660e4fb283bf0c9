// The folder of a vault's socket (POSIX): only this user may enter it, and nobody else can replace
// it. A killed vault cannot remove its own.
import { lstatSync, mkdtempSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { isPrivate, safePath } from "../disk/own-folder.ts";
import { removeTree } from "../disk/remove.ts";

const NAME = /^sd-[A-Za-z0-9]{6}$/;
const SOCKET = "socket";
/** A younger one may belong to a vault that is just starting. */
const AGE_MS = 60_000;

/** The system silently cuts a longer path, and the socket would be somewhere else. */
const PATH_MAX = 100;

/** Where one may be, in this order: what the user chose, what is theirs alone, what all share. */
export const socketFolders = (): readonly string[] => [
  tmpdir(),
  process.env["XDG_RUNTIME_DIR"] ?? "",
  `/run/user/${String(process.getuid?.())}`,
  "/tmp",
];

/**
 * Makes a new one, in the first of these folders that is safe and accepts it.
 * @returns the socket's path; null if there is none
 */
export function newSocketPath(folders: readonly string[]): string | null {
  for (const place of safeAmong(folders)) {
    const address = pathIn(place);
    if (address !== null) return address;
  }
  return null;
}

/** Null if the path is too long for a socket, or the place accepts none. */
function pathIn(place: string): string | null {
  try {
    const address = join(mkdtempSync(join(place, "sd-")), SOCKET);
    if (Buffer.byteLength(address) <= PATH_MAX && isPrivate(dirname(address))) return address;
    removeSocketFolder(address);
    return null;
  } catch {
    return null;
  }
}

/** By their real paths, each once. */
const safeAmong = (folders: readonly string[]): readonly string[] => [
  ...new Set(folders.flatMap((folder) => safePath(folder) ?? [])),
];

/** Removes it, with the socket; nothing else is ever ours to remove. */
export function removeSocketFolder(address: string): void {
  const folder = dirname(address);
  if (!NAME.test(basename(folder)) || basename(address) !== SOCKET) return;
  try {
    removeTree(folder);
  } catch {
    // It contains no secret, and the next vault tries again.
  }
}

/** Removes what killed vaults of this user left: sockets on which nobody listens. */
export async function sweepSocketFolders(
  folders: readonly string[],
  now = Date.now(),
): Promise<void> {
  for (const folder of safeAmong(folders).flatMap((place) => leftIn(place, now))) {
    const address = join(folder, SOCKET);
    if (!(await isHeard(address))) removeSocketFolder(address);
  }
}

function leftIn(place: string, now: number): readonly string[] {
  try {
    return readdirSync(place)
      .filter((name) => NAME.test(name))
      .map((name) => join(place, name))
      .filter((folder) => isLeft(folder, now));
  } catch {
    return [];
  }
}

/** Ours, old enough, and with at most a socket in it. */
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
