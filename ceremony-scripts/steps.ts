// One step of a script: who does what, where, what is said, and what it requires of the room.
import { english } from "../electron/text/english.ts";
import { numberWord } from "../electron/text/from-script.ts";
import { readAction, type Action } from "./action.ts";
import { readChoices } from "./choices.ts";
import { readClaims, type Claim, type Objects } from "./language/facts.ts";
import { fault } from "./language/faults.ts";
import { STATIONS, type Station } from "./language/kind.ts";
import { isKind, kindOf, type KindName } from "./kinds.ts";
import { Fields } from "./language/reader.ts";
import type { Actor } from "./roles.ts";
import type { Counts } from "./counts.ts";
import { BLOCKS, EACH, isEach, seatsFor, WHOSE, type Whose } from "./whose.ts";

/** One step as it is run: "each officer" is already filled in. */
export interface Step {
  readonly id: string;
  readonly act: string;
  /** Its place in the script, such as `acts[1].steps[0]`. */
  readonly path: string;
  readonly station: Station;
  readonly by: Actor;
  readonly confirm: Actor;
  readonly say: string;
  readonly action: Action;
  readonly minutes: number;
  /** What it requires of the room and ensures, beyond its kind. */
  readonly requires: readonly Claim[];
  readonly ensures: readonly Claim[];
  /** The officer's seat, 1 to N, if the step is one officer's turn, or about that officer. */
  readonly seat?: number;
  /** With a seat: which officers have this step. */
  readonly whose?: Whose;
  /** The officer's turn through a block, if the step is in one. */
  readonly block?: string;
  /** The id of the later step that comes next, if it is not the following one. */
  readonly goTo?: string;
}

/** What every step of a script is read with. */
export interface Declared extends Counts {
  readonly objects: Objects;
}

/** The officer whose block contains a step. */
interface Turn {
  readonly seat: number;
  readonly whose: Whose;
}

/**
 * One item of an act: a step, one step for each officer, or a block of steps that each officer
 * completes before the next one begins.
 * @throws Fault E-SCRIPT-* with the path
 */
export function readSteps(
  value: unknown,
  path: string,
  act: string,
  declared: Declared,
): readonly Step[] {
  const fields = new Fields(value, path);
  if (!fields.has("for")) return readStep(value, path, act, declared);
  const whose = WHOSE.get(fields.word("for", BLOCKS)) ?? "present";
  const blocks = seatsFor(whose, declared.officers).map((seat) =>
    fields.list("steps", (step, at) => readStep(step, at, act, declared, { seat, whose })).flat(),
  );
  fields.end();
  return blocks.flatMap((block, i) => block.map((step) => withinBlock(step, block, i + 1, path)));
}

/** In a block, an id of the same block means the same officer's step. */
function withinBlock(step: Step, block: readonly Step[], seat: number, path: string): Step {
  const own = (id: string): string =>
    block.some((other) => other.id === idOf(id, seat)) ? idOf(id, seat) : id;
  const { choices } = step.action;
  return {
    ...step,
    block: `${path}-${String(seat)}`,
    ...(step.goTo === undefined ? {} : { goTo: own(step.goTo) }),
    ...(choices === undefined
      ? {}
      : {
          action: {
            ...step.action,
            choices: choices.map(({ when, goTo }) => ({
              when: when.replaceAll("{officer}", String(seat)),
              goTo: own(goTo),
            })),
          },
        }),
  };
}

/** The target that means the next officer of a block, or after the last one what follows. */
const NEXT = "next";

/**
 * For all steps of a script: replaces `next` by ids; an id of a step that each officer has becomes
 * the first officer's.
 */
export function resolveJumps(steps: readonly Step[]): readonly Step[] {
  const ids = new Set(steps.map(({ id }) => id));
  const first = (id: string): string => (!ids.has(id) && ids.has(idOf(id, 1)) ? idOf(id, 1) : id);
  return steps.map((step, i) => {
    const behind =
      step.block === undefined
        ? undefined
        : steps.slice(i + 1).find(({ block }) => block !== step.block)?.id;
    const to = (goTo: string): string => (goTo === NEXT ? (behind ?? goTo) : first(goTo));
    const { choices } = step.action;
    return {
      ...step,
      ...(step.goTo === undefined ? {} : { goTo: to(step.goTo) }),
      ...(choices === undefined
        ? {}
        : {
            action: {
              ...step.action,
              choices: choices.map(({ when, goTo }) => ({ when, goTo: to(goTo) })),
            },
          }),
    };
  });
}

/** @param turn if the step is in a block */
function readStep(
  value: unknown,
  path: string,
  act: string,
  declared: Declared,
  turn?: Turn,
): readonly Step[] {
  const fields = new Fields(value, path);
  const action = readDo(fields);
  const step = {
    id: fields.name("id"),
    act,
    path,
    action,
    station: fields.word("station", STATIONS),
    say: numbered(fields.text("say"), declared),
    minutes: fields.number("minutes", 1, 240),
    requires: readClaims(fields, "requires", declared.objects),
    ensures: readClaims(fields, "ensures", declared.objects),
    // A choice has its own targets, and nothing follows an end: there the field is unknown.
    ...(leads(action.kind) && fields.has("go-to") ? { goTo: fields.name("go-to") } : {}),
  };
  const isThere = turn !== undefined && !ABSENT.includes(turn.whose);
  const here = isThere ? (["this officer"] as const) : [];
  const by = fields.word("by", turn === undefined ? ACTORS : [...PEOPLE, ...here]);
  const confirm = fields.word("confirm", PEOPLE);
  fields.end();
  checkPlace(fields, action.kind, step.station, by, turn !== undefined);
  checkWords(fields, step, turn !== undefined || isEach(by));
  if (by === confirm)
    throw fault("E-SCRIPT-VALUE", { path: fields.at("confirm"), wanted: "another person" });
  if (by === "administrator" || by === "witness")
    return [turn === undefined ? { ...step, by, confirm } : { ...ofSeat(step, turn), by, confirm }];
  const whose = WHOSE.get(by) ?? "present";
  const turns =
    turn === undefined
      ? seatsFor(whose, declared.officers).map((seat) => ({ seat, whose }))
      : [turn];
  return turns.map((one) => ({
    ...ofSeat(step, one),
    by: `officer-${one.seat}` as const,
    confirm,
  }));
}

/** The two numbers of the ceremony in words, where a text names them. */
const numbered = (text: string, { officers, quorum }: Counts): string =>
  text
    .replaceAll("{officers}", english(numberWord(officers)))
    .replaceAll("{quorum}", english(numberWord(quorum)));

const leads = (kind: KindName): boolean => kind !== "choose" && !kindOf(kind).ends;

/** An id that a jump can use, and a text in which every placeholder is filled in. */
function checkWords(
  fields: Fields,
  { id, say, action }: Pick<Step, "id" | "say" | "action">,
  isTurn: boolean,
): void {
  if (id === NEXT) throw fault("E-SCRIPT-VALUE", { path: fields.at("id"), wanted: "another name" });
  const other = isTurn ? "{officer}, {officers} and {quorum}" : "{officers} and {quorum}";
  const wanted = `text with no brackets but ${other}`;
  const isFilled = (text: string): boolean =>
    !/[{}]/.test(isTurn ? text.replaceAll("{officer}", "") : text);
  if (!isFilled(say)) throw fault("E-SCRIPT-VALUE", { path: fields.at("say"), wanted });
  if (action.choices?.every(({ when }) => isFilled(when)) === false)
    throw fault("E-SCRIPT-VALUE", {
      path: fields.at("do.choose"),
      wanted: isTurn ? "text with no brackets but {officer}" : "text without brackets",
    });
}

const PEOPLE = ["administrator", "witness"] as const;
const ACTORS = [...PEOPLE, ...EACH] as const;

/** Officers who may be absent do nothing in a block that is about them. */
const ABSENT: readonly Whose[] = ["all", "leaving"];

const idOf = (id: string, seat: number): string => `${id}-${String(seat)}`;

function ofSeat<Part extends Pick<Step, "id" | "say">>(step: Part, { seat, whose }: Turn) {
  const say = step.say.replaceAll("{officer}", String(seat));
  return { ...step, id: idOf(step.id, seat), seat, whose, say };
}

/** Where a kind may run, and whose turn it is. */
function checkPlace(
  fields: Fields,
  kind: KindName,
  station: Station,
  by: string,
  inBlock: boolean,
): void {
  const { place, officer, about } = kindOf(kind);
  if (place !== "any" && place !== station)
    throw fault("E-SCRIPT-VALUE", { path: fields.at("station"), wanted: `${place} for this kind` });
  const isOfficer = by === "this officer" || isEach(by);
  if (officer !== isOfficer)
    throw fault("E-SCRIPT-VALUE", {
      path: fields.at("by"),
      wanted: officer ? "each officer" : "one person",
    });
  if (about && !inBlock)
    throw fault("E-SCRIPT-VALUE", { path: fields.at("do"), wanted: "in a block for each officer" });
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
  return name === "choose"
    ? { kind: name, choices: readChoices(new Fields(value, path)) }
    : readAction(name, parameters, `${path}.${name}`);
}
