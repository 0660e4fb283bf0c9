// A script with the counts that were chosen for its ceremony.
import { areCounts, type Counts } from "./counts.ts";
import { readScript, type Script } from "./schema.ts";

/** A view of a record is made at every change. */
const read = new Map<string, Script>();

/** The script with these counts, if its own are chosen and Azure takes these; else unchanged. */
export function withCounts(script: Script, { officers, quorum }: Counts): Script {
  const isSame = officers === script.officers && quorum === script.quorum;
  if (!script.chosen || isSame || !areCounts({ officers, quorum })) return script;
  const key = `${officers} ${quorum} ${script.text}`;
  const known = read.get(key) ?? readScript(script.text, script.sha256, { officers, quorum });
  read.set(key, known);
  return known;
}
