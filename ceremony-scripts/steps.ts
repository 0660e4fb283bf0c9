// One step of a script: who does what, where, what is said, and what it asks of the room itself.
import { readClaims, type Claim, type Objects } from "./facts.ts";
import { fault } from "./faults.ts";
import { isKind, kindOf, readAction, STATIONS, type Action, type Station } from "./kinds.ts";
import { Fields } from "./reader.ts";

export type Actor = "administrator" | "witness" | `officer-${number}`;

/** One step as it is run: "each officer" is already spelled out. */
export interface Step {
  readonly id: string;
  readonly act: string;
  /** Where it stands in the script, such as `acts[1].steps[0]`. */
  readonly path: string;
  readonly station: Station;
  readonly by: Actor;
  readonly confirm: Actor;
  readonly say: string;
  readonly action: Action;
  readonly minutes: number;
  /** What it asks of the room, and leaves behind, beyond what its kind does. */
  readonly requires: readonly Claim[];
  readonly ensures: readonly Claim[];
  /** The officer's seat, 1 to N, where the step is one officer's turn. */
  readonly seat?: number;
}

/** What all steps of a script are read by. */
export interface Declared {
  readonly officers: number;
  readonly objects: Objects;
}

/**
 * One step, or one for each officer's seat.
 * @throws Fault E-SCRIPT-* with the path
 */
export function readStep(
  value: unknown, path: string, act: string, { officers, objects }: Declared,
): readonly Step[] {
  const fields = new Fields(value, path);
  const action = readDo(fields);
  const step = {
    id: fields.name("id"),
    act,
    path,
    action,
    station: fields.word("station", STATIONS),
    say: fields.text("say"),
    minutes: fields.number("minutes", 1, 240),
    requires: readClaims(fields, "requires", objects),
    ensures: readClaims(fields, "ensures", objects),
  };
  const by = fields.word("by", ["administrator", "witness", "each officer"]);
  const confirm = fields.word("confirm", ["administrator", "witness"]);
  fields.end();
  const { place, officer } = kindOf(action.kind);
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
  if (by !== "each officer") return [{ ...step, by, confirm }];
  return Array.from({ length: officers }, (_, i) => {
    const seat = i + 1;
    const say = step.say.replaceAll("{officer}", String(seat));
    const id = `${step.id}-${String(seat)}`;
    return { ...step, id, by: `officer-${seat}` as const, confirm, seat, say };
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
