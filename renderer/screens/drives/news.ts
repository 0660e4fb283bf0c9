// The last news of the drives as one line, shown until there is newer news.
import type { DrivesView } from "../../../electron/bridge/view.ts";
import { list, sentence, type Value } from "../../../electron/text/text.ts";
import { nameInNews, nameInSentence, newsOf } from "../../text/drives.ts";
import { mediumOf } from "../../text/objects.ts";

/** The line, and its origin. */
export interface News {
  readonly line: Value;
  /** The news last heard; null before the first, which only describes the initial state. */
  readonly heard: string | null;
  /** Names of ejected drives: their removal is expected. */
  readonly ejected: readonly string[];
}

/** Before any news. */
export const SILENT: News = { line: "", heard: null, ejected: [] };

/** Processes a view; returns the same value if it has no news. */
export function hear(news: News, drives: DrivesView | null): News {
  if (drives?.state !== "known") return news;
  const volumes = drives.drives.map(({ volume }) => volume);
  const heard = JSON.stringify([drives.inserted, drives.removed, volumes]);
  if (heard === news.heard) return news;
  if (news.heard === null) return { ...news, heard };
  const inserted = drives.inserted.map(nameInNews);
  const { left: removed, rest: ejected } = without(drives.removed.map(nameInNews), news.ejected);
  const lines = [
    ...(removed.length === 0 ? [] : [newsOf("removed", removed, volumes.length)]),
    ...(inserted.length === 0 ? [] : [newsOf("inserted", inserted, volumes.length)]),
  ];
  return { line: lines.length === 0 ? news.line : list(lines, " "), heard, ejected };
}

/** A drive was ejected here. */
export const afterEject = (news: News, name: string): News => ({
  ...news,
  line: sentence("drives.told.ejected", { name: nameInSentence(name) }),
  ejected: [...news.ejected, name],
});

/** A drive was prepared here. */
export const afterPrepare = (news: News, label: string): News => ({
  ...news,
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
