// A full backup in the store: the keys, encrypted and authenticated under the domain.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import {
  fromUtf8,
  isArray,
  isFault,
  isObject,
  readJson,
  utf8,
  type Json,
} from "../../crypto/index.ts";
import { deriveEntryKey, openContent, readJwe, sealDirect } from "../../crypto/secret-half.ts";
import { makeFolder, readIfThere, showFolder } from "./disk.ts";
import { domainKey, type Domain } from "./domain.ts";
import type { Assignment, HsmKey, State } from "./state.ts";

const FILE = "backup.json";
const FORMAT = "rehearsal-hsm-backup/01";
/** The label of the backup key; no entry has this name. */
const LABEL = "rehearsal-hsm-backup";
const SUFFIXES = 100;

/** Where backups lie: the folder of a container in the store. */
export interface Place {
  readonly store: string;
  readonly container: string;
}

/**
 * Durably writes a backup into a new folder `mhsm-NAME-YYYYMMDDhhmmssff`, and returns its name.
 * @throws Error of the system
 */
export function writeBackup(
  { store, container }: Place,
  { name, keys, assignments }: State,
  now: Date,
  domain: Domain,
): string {
  const parent = join(store, container);
  makeFolder(parent);
  const plaintext = utf8(JSON.stringify({ keys, assignments }));
  const backup = sealDirect(plaintext, backupKey(domain), kidOf(domain));
  const text = JSON.stringify({ format: FORMAT, backup });
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const hundredths = Math.floor(now.getUTCMilliseconds() / 10);
  for (let more = 0; more < SUFFIXES; more++) {
    const suffix = String((hundredths + more) % SUFFIXES).padStart(2, "0");
    const folder = `mhsm-${name}-${stamp}${suffix}`;
    if (!taken(parent, folder) && showFolder(parent, folder, FILE, text)) return folder;
  }
  throw new Error("A hundred backups in one second have no names left.");
}

/** The restored content of a backup. */
export interface Content {
  readonly keys: readonly HsmKey[];
  readonly assignments: readonly Assignment[];
}

export type Reading =
  | Content
  | { readonly error: { readonly code: string; readonly message: string } };

/** The content of a backup that was made under the same domain, or the reason why not. */
export function readBackup({ store, container }: Place, folder: string, domain: Domain): Reading {
  const text = readIfThere(join(store, container, folder, FILE));
  if (text === null) return failed("NotFound", "There is no backup of this name in the container.");
  const reading = readJson(utf8(text));
  const { format, backup } = reading.ok && isObject(reading.value) ? reading.value : {};
  if (format !== FORMAT || typeof backup !== "string") return damaged();
  try {
    const jwe = readJwe(backup, "dir");
    if (jwe.kid !== kidOf(domain))
      return failed("Forbidden", "The backup was made under another security domain.");
    return contentOf(fromUtf8(openContent(jwe, backupKey(domain)))) ?? damaged();
  } catch (error) {
    if (isFault(error) && error.code.startsWith("E-JWE-")) return damaged();
    throw error;
  }
}

/** The header's `kid` is authenticated, and distinguishes an altered backup from a foreign one. */
const kidOf = ({ id }: Domain): string => `backup-protection-key ${id}`;

const backupKey = (domain: Domain): Uint8Array => deriveEntryKey(domainKey(domain), LABEL);

const failed = (code: string, message: string): Reading => ({ error: { code, message } });

const damaged = (): Reading => failed("BadParameter", "The backup is damaged.");

/** Authenticated, so it has the form that this file writes. */
function contentOf(text: string): Content | null {
  const reading = readJson(utf8(text));
  // The first backups had no role assignments.
  const { keys, assignments = [] } = reading.ok && isObject(reading.value) ? reading.value : {};
  const isWhole = isList(keys) && isList(assignments);
  return isWhole ? ({ keys, assignments } as unknown as Content) : null;
}

const isList = (value: Json | undefined): boolean => value !== undefined && isArray(value);

const taken = (parent: string, folder: string): boolean => readdirSync(parent).includes(folder);
