// An officer's two files, key and certificate, named only when both are proven.
import { lstatSync } from "node:fs";
import { dirname } from "node:path";
import process from "node:process";
import { setImmediate } from "node:timers/promises";
import { equal, utf8 } from "../../crypto/index.ts";
import { nameNew, syncFolder } from "../disk/disk.ts";
import { leftAside } from "../disk/hand-out.ts";
import { readPlain } from "../disk/read-plain.ts";
import { writeAside, writeFaultOf } from "./shared/files.ts";
import { removeFile } from "../disk/remove.ts";

/** The largest file of a pair, in bytes. */
const PAIR_BYTES_MAX = 64 * 1024;

/** The two files: paths in one folder. */
export interface PairPaths {
  readonly key: string;
  readonly certificate: string;
}

/** The two files' texts, in PEM. */
export interface PairTexts {
  readonly key: string;
  readonly certificate: string;
}

/**
 * Writes both aside, lets them be proven there, then names the certificate and last the key: once
 * the key has its name, both are complete and proven.
 * A kill leaves hidden `.NAME.(key|cer).HEX.part` files, and between the two names a certificate
 * without its key; `sweepPair` removes both. Ctrl-C and SIGTERM leave nothing: they take effect
 * before the first name is given; later the pair is finished, and that is reported.
 * @param prove reads the two files at these paths; if it throws, nothing is left
 * @throws Fault E-FILE-EXISTS, E-FILE-WRITE, and what `prove` throws
 */
export async function writePair(
  paths: PairPaths,
  texts: PairTexts,
  flag: string,
  prove: (aside: PairPaths) => void,
): Promise<void> {
  const made: string[] = [];
  const stop = heedSignals();
  const put = (path: string, text: string): string =>
    writeAside(path, text, flag, (aside) => made.push(aside));
  try {
    const key = put(paths.key, texts.key);
    const certificate = put(paths.certificate, texts.certificate);
    prove({ key, certificate });
    await stop.judge();
    for (const [aside, path, text] of [
      [certificate, paths.certificate, texts.certificate],
      [key, paths.key, texts.key],
    ] as const) {
      name(aside, path, utf8(text), flag, () => put(path, text));
      made.push(path);
    }
    remove(made.filter((path) => path !== paths.key && path !== paths.certificate));
  } catch (error) {
    remove(made.toReversed());
    stop.pass();
    throw error;
  } finally {
    stop.end();
  }
}

/**
 * Removes what a killed run of ours left of this pair: its hidden files, and a name of a file that
 * is still aside, unless the key got its own. No other file is touched.
 */
export function sweepPair({ key, certificate }: PairPaths): void {
  try {
    const [keys, certificates] = [leftAside(key), leftAside(certificate)];
    const began = (path: string, asides: readonly string[], whole: boolean): boolean =>
      asides.some((aside) => begins(path, aside, whole));
    const halfKey = began(key, keys, false);
    const keyStands = isThere(key) && !halfKey;
    const named = keyStands || !began(certificate, certificates, true) ? [] : [certificate];
    remove([...(halfKey ? [key] : []), ...named, ...keys, ...certificates]);
  } catch {
    // A folder that cannot be read or changed: writing there reports it.
  }
}

/** Whether a file has the first bytes of the one aside; all of them only if `whole` is allowed. */
function begins(path: string, aside: string, whole: boolean): boolean {
  if (!isThere(path)) return false;
  const [held, meant] = [path, aside].map((file) => readPlain(file, PAIR_BYTES_MAX, false));
  if (
    held == null
    || meant == null
    || held.length > meant.length
    || (held.length === meant.length && !whole)
  )
    return false;
  return equal(meant.subarray(0, held.length), held);
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/**
 * Durably names a file. The one aside stays, by which `sweepPair` recognises our files.
 * @param again writes it aside once more, to be moved if there are no links
 */
function name(
  aside: string,
  path: string,
  bytes: Uint8Array,
  flag: string,
  again: () => string,
): void {
  try {
    nameNew(aside, path, bytes, again);
  } catch (error) {
    throw writeFaultOf(error, flag);
  }
}

function remove(paths: readonly string[]): void {
  try {
    for (const path of paths) removeFile(path);
    const [first] = paths;
    if (first !== undefined) syncFolder(dirname(first));
  } catch {
    // The medium is gone, or accepts no more changes: the reason of the failed writing is reported.
  }
}

/** A person stops the program: it silently ends by the same signal. */
class Stopped extends Error {}

/** Defers Ctrl-C and SIGTERM until they are checked. */
function heedSignals() {
  let heard: NodeJS.Signals | null = null;
  const note = (signal: NodeJS.Signals): void => {
    heard = signal;
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, note);
  const end = (): void => {
    for (const signal of signals) process.off(signal, note);
  };
  return {
    end,
    /** Node reports a signal only between two rounds of its loop. @throws Stopped */
    judge: async (): Promise<void> => {
      await setImmediate();
      await setImmediate();
      if (heard !== null) throw new Stopped();
    },
    /** Ends the program as the signal would have, if one came. */
    pass: (): void => {
      end();
      if (heard !== null) process.kill(process.pid, heard);
    },
  };
}
