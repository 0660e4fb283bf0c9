// A ceremony script: YAML, read strictly into acts and steps.
import { fault } from "./faults.ts";
import { isKind, KINDS, readAction, STATIONS, type Action, type Station } from "./kinds.ts";
import { judgeOrder, type Placed } from "./order.ts";
import { Fields } from "./reader.ts";
import { parseYaml } from "./strict-yaml.ts";

export type Actor = "administrator" | "witness" | `officer-${number}`;

/** One step as it is run: "each officer" is already spelled out. */
export interface Step {
  readonly id: string;
  readonly act: string;
  readonly station: Station;
  readonly by: Actor;
  readonly confirm: Actor;
  readonly say: string;
  readonly action: Action;
  readonly minutes: number;
  /** The officer's seat, 1 to N, where the step is one officer's turn. */
  readonly seat?: number;
}

/** A script with the SHA-256 (hex) of the bytes it was read from. */
export interface Script {
  readonly name: string;
  readonly title: string;
  readonly sha256: string;
  readonly officers: number;
  readonly quorum: number;
  /** Whether the record continues an earlier one. */
  readonly continues: boolean;
  readonly steps: readonly Step[];
}

/**
 * Reads a script. Unknown and unused fields are refused, with the field's path.
 * @param sha256 hex, of the bytes the text was read from
 * @throws Fault E-SCRIPT-*
 */
export function readScript(text: string, sha256: string): Script {
  const top = new Fields(parseYaml(text), "");
  const officers = top.number("officers", 3, 10);
  const script = {
    name: top.name("script"),
    title: top.text("title", 80),
    sha256,
    officers,
    quorum: top.number("quorum", 2, officers),
    continues: top.word("continues", ["earlier-record", "nothing"]) === "earlier-record",
  };
  const steps = top.list("acts", (act, path) => readAct(act, path, officers)).flat();
  top.end();
  judgeOrder(steps);
  return { ...script, steps: steps.map(({ step }) => step) };
}

function readAct(value: unknown, path: string, officers: number): readonly Placed[] {
  const fields = new Fields(value, path);
  const act = fields.text("act", 80);
  const steps = fields.list("steps", (step, at) => readStep(step, at, act, officers)).flat();
  fields.end();
  return steps;
}

/** One step, or one for each officer's seat. */
function readStep(
  value: unknown, path: string, act: string, officers: number,
): readonly Placed[] {
  const fields = new Fields(value, path);
  const action = readDo(fields);
  const step = {
    id: fields.name("id"),
    act,
    action,
    station: fields.word("station", STATIONS),
    say: fields.text("say"),
    minutes: fields.number("minutes", 1, 240),
  };
  const by = fields.word("by", ["administrator", "witness", "each officer"]);
  const confirm = fields.word("confirm", ["administrator", "witness"]);
  fields.end();
  const { place, officer } = KINDS[action.kind];
  if (place !== "any" && place !== step.station)
    throw fault("E-SCRIPT-VALUE", {
      path: fields.at("station"),
      wanted: `${place} for this kind`,
    });
  if (officer !== (by === "each officer"))
    throw fault("E-SCRIPT-VALUE", {
      path: fields.at("by"),
      wanted: officer ? "each officer" : "one person",
    });
  if (by === confirm)
    throw fault("E-SCRIPT-VALUE", { path: fields.at("confirm"), wanted: "another person" });
  if (by !== "each officer") return [{ path, step: { ...step, by, confirm } }];
  return Array.from({ length: officers }, (_, i) => {
    const seat = i + 1;
    const say = step.say.replaceAll("{officer}", String(seat));
    const id = `${step.id}-${String(seat)}`;
    return { path, step: { ...step, id, by: `officer-${seat}` as const, confirm, seat, say } };
  });
}

/** `do: kind`, or `do: { kind: { parameters } }`. */
function readDo(fields: Fields): Action {
  const value = fields.value("do");
  const path = fields.at("do");
  const entries =
    typeof value === "string"
      ? [[value, undefined] as const]
      : Object.entries(new Fields(value, path).all());
  const [[name, parameters] = ["", undefined], more] = entries;
  if (more !== undefined || !isKind(name)) throw fault("E-SCRIPT-KIND", { path });
  return readAction(name, parameters, `${path}.${name}`);
}
