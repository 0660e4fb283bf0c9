// The exported files of Azure's log that people chose for a comparison: they choose again and again,
// and may take one out. Paths stay here; the window has names.
import { basename, dirname } from "node:path";
import type { RequestOf } from "../bridge/contract.ts";
import type { ChosenLogView } from "../bridge/reconcile-view.ts";
import { logTooLarge } from "../evidence/azure-log.ts";
import type { DeskOptions } from "./options.ts";

/** What one row of the list is: a file, a folder, or many files that were chosen at once. */
interface Row {
  readonly kind: "file" | "folder";
  readonly paths: readonly string[];
}

/** So many files chosen at once are a row each; more are one. */
const ROWS_AT_ONCE = 20;
const ROWS_MAX = 200;

export class ChosenLogs {
  #rows: readonly Row[] = [];

  /** All that are chosen, folders as such. */
  get paths(): readonly string[] {
    return this.#rows.flatMap(({ paths }) => paths);
  }

  /**
   * Lets people choose more, which may be none; takes out the row with this number, from 0; or all.
   * @throws Fault E-AUDIT-FILES beyond 200 rows
   */
  async change(
    { change, number }: RequestOf<"logs">,
    choose: DeskOptions["chooseLogs"],
  ): Promise<readonly ChosenLogView[]> {
    if (change === "none") this.#rows = [];
    else if (change === "remove") this.#rows = this.#rows.filter((_, i) => i !== number);
    else this.#add(change === "folders" ? "folder" : "file", (await choose(change)) ?? []);
    return this.#rows.map(viewOf);
  }

  /** What is there already stays as it is. */
  #add(kind: Row["kind"], chosen: readonly string[]): void {
    const known = new Set(this.paths);
    const fresh = [...new Set(chosen)].filter((path) => !known.has(path));
    const rows =
      kind === "folder" || fresh.length <= ROWS_AT_ONCE
        ? fresh.map((path): Row => ({ kind, paths: [path] }))
        : [{ kind, paths: fresh }];
    if (this.#rows.length + rows.length > ROWS_MAX) throw logTooLarge("files");
    this.#rows = [...this.#rows, ...rows];
  }
}

/** A file of a storage account is named by its hour's folder alone: that one is said too. */
const viewOf = ({ kind, paths }: Row): ChosenLogView => {
  const [first = ""] = paths;
  const place = basename(dirname(first));
  const name = place === "" ? basename(first) : `${place}/${basename(first)}`;
  return { kind, name: name.slice(-100).replace(/[^\x20-\x7e]/g, "?"), more: paths.length - 1 };
};
