// A choice stored in a small JSON file. A damaged one is ignored: people choose again.
import { isObject, readJson, type Json } from "../../crypto/index.ts";
import { readIfThere } from "../disk/disk.ts";

/** A member of the object in a file; undefined without file, object or member. */
export function memberIn(file: string, name: string): Json | undefined {
  const bytes = readIfThere(file);
  const reading = bytes === null ? null : readJson(bytes);
  return reading?.ok === true && isObject(reading.value) ? reading.value[name] : undefined;
}
