// The dry run of recovery: who opened what, when, and where the exchange key was.
import { paragraph, subheading, type Block } from "../../ceremony-scripts/index.ts";
import { timeOf } from "../ceremony/ceremony.ts";
import { sentence } from "../text/sentence.ts";
import { rolesOf } from "./phrases.ts";
import { openedTable } from "./proof-blocks.ts";
import { allOf, type Reading } from "./reading.ts";

/**
 * Empty if none was held.
 * @param files whether the officers' key files are listed too, or only the domain
 */
export function dryRunBlocks({ entries }: Reading, files: "all" | "domain"): readonly Block[] {
  const passed = allOf(entries, "dry-run-passed").at(-1);
  if (passed === undefined) return [];
  const { data, at, seq } = passed;
  const media = data.media.filter(({ sha256 }) => files === "all" || sha256 === data.domainSha256);
  return [
    paragraph(
      sentence("certificates.passed", {
        time: timeOf(at),
        entry: seq,
        officers: rolesOf(data.officers),
        entries: data.entries,
      }),
    ),
    openedTable(media, data.opened),
  ];
}

/** The same as a part of the minutes. */
export function dryRunPart(reading: Reading): readonly Block[] {
  const blocks = dryRunBlocks(reading, "all");
  return blocks.length === 0 ? [] : [subheading(sentence("certificates.dryRunPart")), ...blocks];
}
