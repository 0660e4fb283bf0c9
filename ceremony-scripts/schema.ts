// A ceremony script: YAML, read strictly into roles, materials, acts and steps.
import { fault } from "./language/faults.ts";
import { namesOf, readMaterials, type Material } from "./materials.ts";
import { checkOrder } from "./order.ts";
import { Fields } from "./language/reader.ts";
import { FEWEST, readCounts, type Counts, type ReadCounts } from "./counts.ts";
import { readRoles, type Attend, type Role } from "./roles.ts";
import { readSteps, resolveJumps, type Declared, type Step } from "./steps.ts";
import { parseYaml } from "./strict-yaml.ts";

/** A script with the SHA-256 (hex) of the bytes it was read from. */
export interface Script extends ReadCounts {
  readonly name: string;
  readonly title: string;
  readonly sha256: string;
  /** Its text, unchanged. */
  readonly text: string;
  /** Whether the record continues an earlier one. */
  readonly continues: boolean;
  /** Whether it begins with older things that have no record. */
  readonly finds: boolean;
  readonly roles: readonly Role[];
  readonly attend: Attend;
  readonly materials: readonly Material[];
  readonly steps: readonly Step[];
}

/**
 * Reads a script. Unknown and unused fields are refused, with the field's path.
 * @param sha256 hex, of the bytes the text was read from
 * @param counts those that were chosen, for a script that says so; the fewest unless given
 * @throws Fault E-SCRIPT-*
 */
export function readScript(text: string, sha256: string, counts: Counts = FEWEST): Script {
  const top = new Fields(parseYaml(text), "");
  const read = readCounts(top, counts);
  const { officers } = read;
  const script = {
    name: top.name("script"),
    title: top.text("title", 80),
    sha256,
    text,
    ...read,
    continues: top.word("continues", ["earlier-record", "nothing"]) === "earlier-record",
    ...readRoles(top),
    materials: readMaterials(top, officers),
  };
  const seats = Array.from({ length: officers }, (_, i) => `officer-${String(i + 1)}`);
  const persons = new Set(["administrator", "witness", "officer-{officer}", ...seats]);
  const objects = { materials: namesOf(script.materials), persons };
  const declared = { ...read, objects };
  const titles = new Set<string>();
  const steps = resolveJumps(
    top.list("acts", (act, path) => readAct(act, path, declared, titles)).flat(),
  );
  top.end();
  const finds = script.materials.some(({ comesFound }) => comesFound);
  const whole = { ...script, finds, steps };
  // Every officer has the same steps: an order that holds for the fewest holds for more.
  if (!read.chosen || counts === FEWEST) checkOrder(whole);
  return whole;
}

/** @param titles of the acts before this one, which adds its own */
function readAct(
  value: unknown,
  path: string,
  declared: Declared,
  titles: Set<string>,
): readonly Step[] {
  const fields = new Fields(value, path);
  const act = fields.text("act", 80);
  if (titles.has(act)) throw fault("E-SCRIPT-DUPLICATE", { path: fields.at("act") });
  titles.add(act);
  const steps = fields.list("steps", (step, at) => readSteps(step, at, act, declared)).flat();
  fields.end();
  return steps;
}
