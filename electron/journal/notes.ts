// Notes that wait until the record can be written: one small file in the station's folder, replaced
// as a whole and forced to the disk.

import { join } from "node:path";
import { readJson, utf8 } from "../../crypto/index.ts";
import { makeFolder, readIfThere, replace, syncFolder } from "../disk/disk.ts";
import { isJsonData, isList, type JsonData } from "./canonical.ts";
import { fault } from "./faults.ts";
import { onDisk } from "./on-disk.ts";
import { removeFile } from "../disk/remove.ts";

const FILE = "notes.json";

/** The waiting notes, in order. @throws Fault E-LOG-NOTES, -IO, -READONLY */
export function readNotes(folder: string): readonly JsonData[] {
  const bytes = onDisk(() => readIfThere(join(folder, FILE)));
  return bytes === null ? [] : listIn(bytes);
}

/** A list from a file that only we write, unless the disk damaged it. @throws E-LOG-NOTES */
export function listIn(bytes: Uint8Array): readonly JsonData[] {
  const reading = readJson(bytes);
  if (!reading.ok || !isJsonData(reading.value) || !isList(reading.value))
    throw fault("E-LOG-NOTES");
  return reading.value;
}

/** Durably adds one. @throws Fault E-LOG-NOTES, -SPACE, -IO, -READONLY */
export const addNote = (folder: string, note: JsonData): void => {
  replaceNotes(folder, [...readNotes(folder), note]);
};

/** Durably replaces all notes with these. @throws as `addNote` */
export function replaceNotes(folder: string, all: readonly JsonData[]): void {
  onDisk(() => {
    makeFolder(folder);
    replace(folder, FILE, utf8(JSON.stringify(all)));
  });
}

/** All are in the record. @throws Fault E-LOG-NOTES, -IO, -READONLY */
export function forgetNotes(folder: string): void {
  if (readNotes(folder).length === 0) return;
  onDisk(() => {
    removeFile(join(folder, FILE));
    syncFolder(folder);
  });
}
