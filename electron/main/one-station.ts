// One copy of the app acts as a station on a computer: profiles are many, and each has a lock of its
// own, so this one belongs to computer and user. Copies meet in a folder that no other user can enter
// or exchange, and that no variable of the environment names.
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

/** What became of it: another copy has the station, or there is no folder to meet in. */
export type Taken = "taken" | "other-copy" | "no-place";

/** A longer path is cut by the system without a word. */
const PATH_MAX = 100;
const NAME_BYTES = 8;
const NAME = /^[0-9a-f]{16}$/;
const PIPE = "pipe";
const PIPE_NAME_MAX = 64;

/** Of this user, the best first; the last is for one who has neither home nor session. */
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

/** As the system's list of users has it. Null where it has none, or others may change it. */
function homeOf(): string | null {
  try {
    return safePath(userInfo().homedir);
  } catch {
    return null;
  }
}

/** Takes the station for as long as this process lives, in the first folder that can be used. */
export async function takeStation(folders = stationFolders()): Promise<Taken> {
  for (const folder of folders) {
    // One that is not needed is not made: nobody would take it away again.
    if (!isOurs(folder)) continue;
    if (process.platform === "win32")
      return (await listens(pipeIn(folder))) === null ? "other-copy" : "taken";
    const taken = await takeIn(folder);
    if (taken !== "no-place") return taken;
  }
  return "no-place";
}

/** Makes it, and looks whose it is now: another user may have been there first. */
function isOurs(folder: string): boolean {
  try {
    makeFolder(folder);
    return isPrivate(folder) && safePath(folder) === folder;
  } catch {
    return false;
  }
}

/**
 * Stands first, looks second, under a name of its own: of two that start at once each sees the other
 * or comes before it, and what a killed copy left is taken away without hitting a living one.
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
 * The name of Windows' pipe: anybody may make one of any name, so this one stands where no other user
 * can read it.
 */
function pipeIn(folder: string): string {
  writeNew(folder, PIPE, utf8(toHex(random(16))));
  const name = readPlain(join(folder, PIPE), PIPE_NAME_MAX) ?? new Uint8Array();
  return `\\\\.\\pipe\\sd-station-${fromUtf8(name)}`;
}

/** Listens there until it is left. Null where it cannot. */
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

/** Only who is refused, or finds nothing, knows that nobody is there. */
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
