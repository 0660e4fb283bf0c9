// The last news of the drives as one line, shown until there is newer news.
import type { DrivesView } from "../../../electron/bridge/view.ts";
import { list, sentence, type Value } from "../../../electron/text/text.ts";
import { nameInNews, nameInSentence, newsOf } from "../../text/drives.ts";
import { mediumOf } from "../../text/objects.ts";

/** The line, and its origin. */
export interface Told {
  readonly line: Value;
  /** The news last heard; null before the first, which only describes the initial state. */
  readonly heard: string | null;
  /** Names of ejected drives: their removal is expected. */
  readonly ejected: readonly string[];
}

/** Before any news. */
export const SILENT: Told = { line: "", heard: null, ejected: [] };

/** Processes a view; returns the same value if it has no news. */
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

/** The names that were not ejected, and the ejected ones still inserted; each counts once. */
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
