// Reads the members of a tool's output; any unknown form is refused.
import {
  isArray,
  isObject,
  readJson,
  utf8,
  type Json,
  type JsonObject,
} from "../../../crypto/index.ts";
import { fault } from "../shared/faults.ts";

/** The object in a tool's JSON. @throws Fault E-DRIVES-FORM */
export function readObject(output: string): JsonObject {
  const reading = readJson(utf8(output.replace(/^\uFEFF/, "")));
  if (!reading.ok || !isObject(reading.value)) throw fault("E-DRIVES-FORM");
  return reading.value;
}

/** @throws Fault E-DRIVES-FORM */
export const stringOf = (object: JsonObject, member: string): string =>
  textIn(object, member) ?? refuse();

/** A text, or null if there is none. @throws Fault E-DRIVES-FORM for anything else */
export function textIn(object: JsonObject, member: string): string | null {
  const value = object[member] ?? null;
  return value === null || typeof value === "string" ? value : refuse();
}

/** @throws Fault E-DRIVES-FORM */
export function flagOf(object: JsonObject, member: string): boolean {
  const value = object[member];
  return typeof value === "boolean" ? value : refuse();
}

/** A number of bytes, or null if there is none. @throws Fault E-DRIVES-FORM */
export function bytesIn(object: JsonObject, member: string): number | null {
  const value = object[member] ?? null;
  if (value === null) return null;
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : refuse();
}

/** A list of objects. @throws Fault E-DRIVES-FORM */
export function rowsOf(value: Json | undefined): readonly JsonObject[] {
  if (!isArray(value)) return refuse();
  return value.map((row) => (isObject(row) ? row : refuse()));
}

/** As `rowsOf`; a missing list is an empty one. */
export const rowsIn = (value: Json | undefined): readonly JsonObject[] =>
  value === undefined || value === null ? [] : rowsOf(value);

/** @throws Fault E-DRIVES-FORM always */
export function refuse(): never {
  throw fault("E-DRIVES-FORM");
}
