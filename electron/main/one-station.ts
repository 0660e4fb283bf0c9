// One copy of the app acts as a station on a computer: profiles are many, and each has a lock of its
// own, so this one belongs to computer and user.
import { createServer, connect } from "node:net";
import { rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import process from "node:process";

/**
 * Where copies meet. On Linux an address without a file, on Windows a pipe: both are gone with the
 * process, however it ends.
 */
export function meetingPlace(): string {
  // A user without an entry in the list of users has a number all the same.
  const user = process.getuid === undefined ? userInfo().username : String(process.getuid());
  const name = `security-domain-ceremony-station-${user}`;
  if (process.platform === "linux") return `\0${name}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name);
}

/**
 * Takes the place for as long as this process lives.
 * @returns false where another copy has it
 */
export async function takeStation(place = meetingPlace()): Promise<boolean> {
  if (await listens(place)) return true;
  // Only a file can be left by a copy that was killed.
  if (!place.startsWith("/") || (await answers(place))) return false;
  rmSync(place, { force: true });
  return listens(place);
}

function listens(place: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", () => resolve(false));
    server.listen(place, () => {
      server.unref();
      resolve(true);
    });
  });
}

function answers(place: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(place, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
