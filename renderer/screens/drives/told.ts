// What was noticed last, as one line: it stands until something else is noticed.
import type { DrivesView } from "../../../electron/bridge/view.ts";
import { list, sentence, type Value } from "../../../electron/text/text.ts";
import { nameInNews, nameInSentence, newsOf } from "../../text/drives.ts";
import { mediumOf } from "../../text/objects.ts";

/** The line, and what it was made of. */
export interface Told {
  readonly line: Value;
  /** The news that was heard last; null before the first, which is no news: so it was found. */
  readonly heard: string | null;
  /** Names of drives that were ejected: that they are gone is known. */
  readonly ejected: readonly string[];
}

/** Before anything was noticed. */
export const SILENT: Told = { line: "", heard: null, ejected: [] };

/** Hears a view; the same value comes back when it tells nothing new. */
export function hear(told: Told, drives: DrivesView | null): Told {
  if (drives?.state !== "known") return told;
  const volumes = drives.drives.map(({ volume }) => volume);
  const heard = JSON.stringify([drives.inserted, drives.removed, volumes]);
  if (heard === told.heard) return told;
  if (told.heard === null) return { ...told, heard };
  const inserted = drives.inserted.map(nameInNews);
  const { left: removed, rest: ejected } = without(drives.removed.map(nameInNews), told.ejected);
  const lines = [
    ...(removed.length === 0 ? [] : [newsOf("removed", removed, volumes.length)]),
    ...(inserted.length === 0 ? [] : [newsOf("inserted", inserted, volumes.length)]),
  ];
  return { line: lines.length === 0 ? told.line : list(lines, " "), heard, ejected };
}

/** A drive was ejected here. */
export const afterEject = (told: Told, name: string): Told => ({
  ...told,
  line: sentence("drives.told.ejected", { name: nameInSentence(name) }),
  ejected: [...told.ejected, name],
});

/** A drive was prepared here. */
export const afterPrepare = (told: Told, label: string): Told => ({
  ...told,
  line: sentence("drives.told.prepared", { label: mediumOf(label) }),
});

/** The names that were not ejected, and the ejected ones that are still in: each counts once. */
function without(
  removed: readonly string[],
  ejected: readonly string[],
): { readonly left: readonly string[]; readonly rest: readonly string[] } {
  const rest = [...ejected];
  const left = removed.filter((name) => {
    const at = rest.indexOf(name);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { left, rest };
}
