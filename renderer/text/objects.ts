// Names of media and custody objects, and words for their state.
import { capital, known, sentence, type Value } from "../../electron/text/text.ts";
import { said, say } from "./say.ts";

/** A medium by its label: "officer-2-backup" is officer 2's backup medium. */
export function mediumOf(label: string): Value {
  const [, seat, backup] = /^officer-(\d+)(-backup)?$/.exec(label) ?? [];
  if (seat !== undefined)
    return sentence(`objects.medium.${backup === undefined ? "officer" : "backup"}`, { seat });
  return label === "transfer" || label === "domain-copy"
    ? sentence(`objects.medium.${label}`)
    : label;
}

/** The same as text. */
export const mediumName = (label: string): string => said(mediumOf(label));

/** An object of custody in plain words: "officer-2 passphrase envelope" is officer 2's envelope. */
export function objectIn(object: string): Value {
  const [, what = object] = /^officer-\d+ (.+)$/.exec(object) ?? [];
  return known(`objects.object.${what}`) ?? capital(what);
}

/** The same as text. */
export const objectName = (object: string): string => said(objectIn(object));

/** "Backup medium of officer 2". */
export function objectOf(object: string): Value {
  const seat = seatOf(object);
  return seat === null
    ? objectIn(object)
    : sentence("objects.objectOf", { object: objectIn(object), seat });
}

/** The officer's seat in a label or an object, or null. */
export function seatOf(name: string): number | null {
  const [, seat] = /^officer-(\d+)\b/.exec(name) ?? [];
  return seat === undefined ? null : Number(seat);
}

/** A field of an object's row: "Seal number: Own medium of officer 2". */
export const fieldName = (what: string, object: string, seat: number | null): string =>
  say("objects.custody.field", {
    what,
    object:
      seat === null
        ? objectIn(object)
        : sentence("objects.objectOf", { object: objectIn(object), seat }),
  });
