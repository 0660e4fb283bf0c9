// A choice that is kept in a small file of JSON. A damaged one is none: people choose again.
import { isObject, readJson, type Json } from "../../crypto/index.ts";
import { readIfThere } from "../disk/disk.ts";

/** A member of the object in a file; undefined where there is no file, no object or no member. */
export function memberIn(file: string, name: string): Json | undefined {
  const bytes = readIfThere(file);
  const reading = bytes === null ? null : readJson(bytes);
  return reading?.ok === true && isObject(reading.value) ? reading.value[name] : undefined;
}
