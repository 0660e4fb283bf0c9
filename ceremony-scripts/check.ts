// Checks a script against the room before the day: walks a model of the room through every step,
// on every way that it may take.
import { coursesOf } from "./courses.ts";
import { factOf, textOf, type Claim, type Fact } from "./facts.ts";
import { fault } from "./faults.ts";
import { kindOf } from "./kinds.ts";
import type { Material } from "./materials.ts";
import { pathOf, type Course } from "./path.ts";
import { areApart, type RoleName } from "./roles.ts";
import { Room } from "./room.ts";
import type { Script } from "./schema.ts";
import type { Actor, Step } from "./steps.ts";
import { isOf } from "./whose.ts";

/** One thing that a step asks for or brings about, with every placeholder filled in. */
interface Told {
  readonly fact: Fact;
  readonly path: string;
}

/** What must hold at the end because of what was done: the doing, and what it owes. */
const OWED = [
  ["domain transfer", "quorum-proven"], ["blob-uploaded", "keys-compared"],
  ["domain-anew transfer", "quorum-proven"], ["domain-anew transfer", "domain-retired"],
] as const;

/**
 * Judges whether a script can work: the first thing that stands against it is thrown.
 * @throws Fault E-CHECK-* with the path of the step, role or material
 */
export function checkScript(script: Script): void {
  judgeRoles(script);
  judgeEarlier(script);
  const courses = coursesOf(script);
  for (const course of courses) walk(script, course);
  judgeUsed(script, courses);
}

/** Nobody has two officers' seats, and nobody confirms what he did himself. */
function judgeRoles({ roles, steps }: Script): void {
  const officer = roles.find(({ role }) => role === "officer");
  if (officer !== undefined && !areApart(roles, "officer", "officer"))
    throw fault("E-CHECK-SEATS", { path: `${officer.path}.may-not-also-be` });
  const self = steps.find(({ by, confirm }) => !areApart(roles, roleOf(by), roleOf(confirm)));
  if (self !== undefined) throw fault("E-CHECK-SELF", { path: `${self.path}.confirm` });
}

const roleOf = (actor: Actor): RoleName =>
  actor === "administrator" || actor === "witness" ? actor : "officer";

/** Only an earlier record tells which seal a thing came in. */
function judgeEarlier({ continues, materials }: Script): void {
  const sealed = materials.find(({ comesSealed }) => comesSealed);
  if (!continues && sealed !== undefined)
    throw fault("E-CHECK-EARLIER", { path: `${sealed.path}.comes` });
}

function walk(script: Script, course: Course): void {
  const { materials } = script;
  const steps = pathOf(script, course);
  const cameWith = materials.filter(({ seat, whose }) =>
    seat === undefined || isOf(whose, seat, course));
  const persons =
    ["administrator", "witness", ...course.seats.map((seat) => `officer-${String(seat)}`)];
  const told = (step: Step, what: "requires" | "ensures") => toldBy(step, what, script, course);
  const possible = new Set(steps.flatMap((step) =>
    told(step, "ensures").map(({ fact }) => textOf(fact))));
  const room = new Room(cameWith, persons, possible);
  for (const step of steps) {
    for (const role of ["by", "confirm"] as const)
      room.require({ word: "present", object: step[role] }, step, `${step.path}.${role}`);
    for (const { fact, path } of told(step, "requires")) room.require(fact, step, path);
    for (const { fact, path } of told(step, "ensures")) room.ensure(fact, step, path);
  }
  judgeEnd(room, cameWith);
}

/** Nothing is left open, everything in a bag stands in the custody, and nothing is owed. */
function judgeEnd(room: Room, materials: readonly Material[]): void {
  for (const [done, owed] of OWED) {
    const path = room.since(done);
    const here = path?.startsWith("materials") === false;
    if (here && room.since(owed) === undefined) throw fault("E-CHECK-OWED", { path, word: owed });
  }
  for (const { name, sort, path } of materials) {
    if (sort === "paper" || room.since(`opened ${name}`) === undefined) continue;
    throw fault("E-CHECK-LEFT", { path });
  }
  for (const { name } of materials) {
    const path = room.since(`sealed ${name}`);
    const untouched = path === undefined || path.startsWith("materials");
    if (untouched || room.since("custody-recorded") !== undefined) continue;
    throw fault("E-CHECK-CUSTODY", { path });
  }
}

/** A thing that no step needs is brought for nothing, and somebody will ask why. */
function judgeUsed(script: Script, courses: readonly Course[]): void {
  const needed = new Set(courses.flatMap((course) => script.steps.flatMap((step) =>
    toldBy(step, "requires", script, course).map(({ fact }) => fact.object))));
  const unused = script.materials.find(({ name }) => !needed.has(name));
  if (unused !== undefined) throw fault("E-CHECK-UNUSED", { path: unused.path });
}

/** The facts of a step, its kind's first, for the officers who came. */
function toldBy(
  step: Step, what: "requires" | "ensures", { materials, officers }: Script, course: Course,
): readonly Told[] {
  const { action, path, station } = step;
  const kind = kindOf(action.kind)[what].map((text): Claim => ({ text, path }));
  const all = Array.from({ length: officers }, (_, i) => i + 1);
  const kept = all.filter((seat) => isOf("remaining", seat, course) && course.renewed.length > 0);
  const made = all.filter((seat) => !kept.includes(seat));
  const turn = step.seat === undefined ? course.seats : [step.seat];
  return [...kind, ...step[what]].flatMap((claim) => {
    const text = claim.text.replace("{station}", station).replace("{what}", action.what ?? "")
      .replace("{copy}", action.copy ?? "");
    const owners = materials.filter(({ template }) => text.endsWith(` ${template}`));
    const seats = turn.filter((seat) =>
      owners.length === 0 || owners.some(({ whose }) => isOf(whose, seat, course)));
    return filledIn(text, "{officer}", seats)
      .flatMap((each) => filledIn(each, "{every}", all))
      .flatMap((each) => filledIn(each, "{made}", made))
      .flatMap((each) => filledIn(each, "{kept}", kept))
      .map((each) => ({ fact: factOf(each), path: claim.path }));
  });
}

const filledIn = (text: string, mark: string, seats: readonly number[]): readonly string[] =>
  text.includes(mark) ? seats.map((seat) => text.replace(mark, String(seat))) : [text];
