// The dry run of recovery: who opened what, when, and where the exchange key was.
import { paragraph, subheading, type Block } from "../../ceremony-scripts/index.ts";
import { listed, roleOf, timeOf } from "../ceremony/ceremony.ts";
import { openedTable } from "./proof-blocks.ts";
import { toldOf, type Reading } from "./reading.ts";

/**
 * Empty where none was held.
 * @param files whether also the officers' key files are listed, or the domain alone
 */
export function dryRunBlocks({ entries }: Reading, files: "all" | "domain"): readonly Block[] {
  const passed = toldOf(entries, "dry-run-passed").at(-1);
  if (passed === undefined) return [];
  const { data, at, seq } = passed;
  const media = data.media.filter(({ sha256 }) => files === "all" || sha256 === data.domainSha256);
  return [
    paragraph(
      `Passed on ${timeOf(at)} UTC, entry ${String(seq)}: ${listed(data.officers.map(roleOf))} `
        + "opened the security domain with keys read from their media. The app made an exchange "
        + "key and the restore blob for it, opened the blob with that key, and compared what came "
        + `out with the security domain: ${
          data.entries === 1
            ? "one entry, unchanged"
            : `${String(data.entries)} entries, each unchanged`
        }. `
        + "Exchange key and blob existed only in the memory of the process that ended with this "
        + "step. No HSM took part, and nothing but the record was written.",
    ),
    openedTable(media, data.opened),
  ];
}

/** The same as a part of the minutes. */
export function dryRunPart(reading: Reading): readonly Block[] {
  const blocks = dryRunBlocks(reading, "all");
  return blocks.length === 0 ? [] : [subheading("The dry run of recovery"), ...blocks];
}
