// A reading of the network that remembers: interfaces that were up in this boot, and devices that
// were removed, count until the next boot.
import { readFileSync } from "node:fs";
import { isArray, isObject, readJson, utf8 } from "../../crypto/index.ts";
import { makeFolder, readIfThere, replace } from "../disk/disk.ts";
import { readNetwork, type NetworkReading } from "./network.ts";

/** What is remembered of one boot. */
interface Mark {
  readonly boot: string;
  /** Something was up, or counted bytes, or went away again. */
  readonly online: boolean;
  /** Names of the interfaces that were there. */
  readonly seen: readonly string[];
}

const FILE = "network.json";
const FILE_BYTES = 64 * 1024;

/** This boot's own id; null if the system has none: then only this process remembers. */
function bootOf(): string | null {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
  } catch {
    return null;
  }
}

/**
 * Makes a reading that remembers, in this process and in a file of this folder, which the next
 * process of the same boot reads. If the file cannot be written, this process still remembers.
 * @returns reads as `readNetwork`; `wasOnline` is true from the first red reading on, or once an
 * interface is gone with its counters
 */
export function latchedNetwork(
  folder: string,
  read: () => NetworkReading = readNetwork,
  boot: string | null = bootOf(),
): () => NetworkReading {
  let mark: Mark | null = null;
  return () => {
    mark ??= kept(folder, boot);
    const reading = read();
    const names = reading.interfaces.map(({ name }) => name);
    const isGone = mark.seen.some((name) => !names.includes(name));
    const isNews = names.some((name) => !mark?.seen.includes(name));
    if (isNews || (!mark.online && (reading.red || isGone))) {
      // Another process of this profile may have written its own meanwhile.
      const other = kept(folder, boot);
      mark = {
        boot: mark.boot,
        online: mark.online || other.online || reading.red || isGone,
        seen: [...new Set([...other.seen, ...mark.seen, ...names])].sort(),
      };
      if (boot !== null) keep(folder, mark);
    }
    return mark.online ? { ...reading, wasOnline: true, red: true } : reading;
  };
}

/** The mark of this boot; one of another boot, or an unreadable one, does not count. */
function kept(folder: string, boot: string | null): Mark {
  const none: Mark = { boot: boot ?? "", online: false, seen: [] };
  const bytes = boot === null ? null : tryTo(() => readIfThere(`${folder}/${FILE}`, FILE_BYTES));
  const reading = bytes === null ? null : readJson(bytes);
  if (reading?.ok !== true || !isObject(reading.value)) return none;
  const { boot: of, online, seen } = reading.value;
  if (of !== boot || typeof online !== "boolean" || !isArray(seen)) return none;
  return { ...none, online, seen: seen.filter((name) => typeof name === "string") };
}

function keep(folder: string, mark: Mark): void {
  tryTo(() => {
    makeFolder(folder);
    replace(folder, FILE, utf8(JSON.stringify(mark)));
    return null;
  });
}

function tryTo<T>(work: () => T | null): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
