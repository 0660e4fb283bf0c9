// Only one copy of the app acts as a station on a computer. Profiles are many, each with a lock of
// its own, so this lock belongs to computer and user. Copies meet in a folder that no other user
// can enter or exchange, and that no environment variable names.
import { createServer, connect } from "node:net";
import { readdirSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fromUtf8, random, toHex, utf8 } from "../../crypto/index.ts";
import { makeFolder, writeNew } from "../disk/disk.ts";
import { isPrivate, safePath } from "../disk/own-folder.ts";
import { readPlain } from "../disk/read-plain.ts";
import { removeTree } from "../disk/remove.ts";

/** The result: another copy has the station, or there is no folder to meet in. */
export type Taken = "taken" | "other-copy" | "no-place";

/** The system silently cuts a longer path. */
const PATH_MAX = 100;
const NAME_BYTES = 8;
const NAME = /^[0-9a-f]{16}$/;
const PIPE = "pipe";
const PIPE_NAME_MAX = 64;

/** Of this user, the best first; the last is for one without home and session. */
export function stationFolders(): readonly string[] {
  const within = (folder: string | null): readonly string[] =>
    folder === null ? [] : [join(folder, ".security-domain-ceremony", "station")];
  const home = within(homeOf());
  if (process.platform === "win32") return home;
  const user = String(process.getuid?.());
  const shared = safePath("/tmp");
  return [
    ...home,
    ...within(safePath(`/run/user/${user}`)),
    ...(shared === null ? [] : [join(shared, `security-domain-ceremony-${user}`)]),
  ];
}

/** From the system's list of users. Null if missing, or if others may change it. */
function homeOf(): string | null {
  try {
    return safePath(userInfo().homedir);
  } catch {
    return null;
  }
}

/** Takes the station while this process lives, in the first usable folder. */
export async function takeStation(folders = stationFolders()): Promise<Taken> {
  for (const folder of folders) {
    // An unneeded folder is not made: nobody would remove it.
    if (!isOurs(folder)) continue;
    if (process.platform === "win32")
      return (await listens(pipeIn(folder))) === null ? "other-copy" : "taken";
    const taken = await takeIn(folder);
    if (taken !== "no-place") return taken;
  }
  return "no-place";
}

/** Makes it, and checks its owner: another user may have been there first. */
function isOurs(folder: string): boolean {
  try {
    makeFolder(folder);
    return isPrivate(folder) && safePath(folder) === folder;
  } catch {
    return false;
  }
}

/**
 * Registers first, checks second, under a name of its own: of two that start at once each sees the
 * other or comes before it, and the rest of a killed copy is removed without hitting a living one.
 */
async function takeIn(folder: string): Promise<Taken> {
  const own = join(folder, toHex(random(NAME_BYTES)));
  const leave = Buffer.byteLength(own) > PATH_MAX ? null : await listens(own);
  if (leave === null) return "no-place";
  for (const name of readdirSync(folder).filter((one) => NAME.test(one))) {
    const other = join(folder, name);
    if (other === own) continue;
    if (await answers(other)) {
      leave();
      return "other-copy";
    }
    removeTree(other);
  }
  return "taken";
}

/**
 * The name of Windows' pipe: anyone may make one of any name, so it is stored where no other user
 * can read it.
 */
function pipeIn(folder: string): string {
  writeNew(folder, PIPE, utf8(toHex(random(16))));
  const name = readPlain(join(folder, PIPE), PIPE_NAME_MAX) ?? new Uint8Array();
  return `\\\\.\\pipe\\sd-station-${fromUtf8(name)}`;
}

/** Listens there until it is left. Null if it cannot. */
function listens(place: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", () => resolve(null));
    server.listen(place, () => {
      server.unref();
      resolve(() => server.close());
    });
  });
}

/** Only a refused connection, or a missing socket, proves that nobody is there. */
function answers(place: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(place, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", ({ code }: NodeJS.ErrnoException) => {
      resolve(!["ECONNREFUSED", "ENOENT", "ENOTSOCK"].includes(code ?? ""));
    });
  });
}
