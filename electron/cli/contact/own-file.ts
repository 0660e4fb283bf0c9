// What a level made in an HSM, by its real names, in a file beside the recording: it is there before anything is
// made, so that after an interruption the same command finds it. Its form: electron/beliefs/FORMAT.md.
import { unlinkSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { isArray, isObject, readJson, utf8, type Json } from "../../../crypto/index.ts";
import { replace, syncFolder } from "../../disk/disk.ts";
import { systemCode } from "../../disk/refusal.ts";
import { fault } from "../shared/faults.ts";
import { readInput, writeFaultOf } from "../shared/files.ts";
import { shown } from "../shared/shown.ts";
import { RECORDING } from "./recording-file.ts";

/** A role assignment of its own, by its name and scope. */
export interface OwnRole {
  readonly name: string;
  readonly scope: string;
}

/** What was made, or is about to be. */
export interface Own {
  readonly key: string;
  /** Its deletion was about to be asked for. */
  readonly isDeleting: boolean;
  readonly roles: readonly OwnRole[];
}

export interface OwnFile {
  /** What an earlier run made; null if there is nothing. */
  readonly earlier: Own | null;
  /** Durable when it returns. @throws Fault E-FILE-WRITE, E-DISK-* */
  readonly note: (own: Own) => void;
  /** Everything that was made is gone. */
  readonly drop: () => void;
}

const KIND = "contact-own/01";
const BYTES_MAX = 64 * 1024;

/**
 * The file beside this recording. Writes nothing yet.
 * @param hsm its host and port
 * @throws Fault E-FILE-*, E-CONTACT-OWN
 */
export function ownFile(recording: string, level: string, hsm: string): OwnFile {
  const path = `${recording}.own`;
  const written = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw writeFaultOf(error, RECORDING);
    }
  };
  return {
    earlier: earlierIn(path, level, hsm),
    note: (own) =>
      written(() => {
        const text = `${JSON.stringify({ kind: KIND, level, hsm, ...own, roles: [...own.roles] })}\n`;
        replace(dirname(resolve(path)), basename(path), utf8(text));
      }),
    drop: () =>
      written(() => {
        try {
          unlinkSync(path);
        } catch (error) {
          if (systemCode(error) !== "ENOENT") throw error;
        }
        syncFolder(dirname(resolve(path)));
      }),
  };
}

function earlierIn(path: string, level: string, hsm: string): Own | null {
  let bytes: Uint8Array;
  try {
    bytes = readInput(path, RECORDING, BYTES_MAX);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "E-FILE-MISSING") return null;
    throw error;
  }
  const reading = readJson(bytes);
  const own = reading.ok ? ownOf(reading.value, level, hsm) : null;
  if (own === null) throw fault("E-CONTACT-OWN", { file: shown(path) });
  return own;
}

const KEY = /^sd-contact-[0-9a-f]{16}$/;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Null for another form, level or HSM. */
function ownOf(value: Json, level: string, hsm: string): Own | null {
  if (!isObject(value)) return null;
  const { kind, level: of, hsm: at, key, isDeleting, roles } = value;
  if (kind !== KIND || of !== level || at !== hsm) return null;
  if (typeof key !== "string" || !KEY.test(key) || typeof isDeleting !== "boolean") return null;
  if (roles === undefined || !isArray(roles)) return null;
  const own = roles.flatMap((role): readonly OwnRole[] => {
    const { name, scope } = isObject(role) ? role : {};
    return typeof name === "string" && GUID.test(name) && scope === "/keys"
      ? [{ name, scope }]
      : [];
  });
  return own.length === roles.length ? { key, isDeleting, roles: own } : null;
}
