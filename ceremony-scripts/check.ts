// Checks a script against the room before the day: walks a model of the room through every step,
// once for each group of officers that may come.
import { factOf, textOf, type Claim, type Fact } from "./facts.ts";
import { fault } from "./faults.ts";
import { kindOf } from "./kinds.ts";
import type { Material } from "./materials.ts";
import { areApart, type RoleName } from "./roles.ts";
import { Room } from "./room.ts";
import type { Script } from "./schema.ts";
import type { Actor, Step } from "./steps.ts";

/** One thing that a step asks for or brings about, with every placeholder filled in. */
interface Told {
  readonly fact: Fact;
  readonly path: string;
}

/** What must hold at the end because of what was done: the doing, and what it owes. */
const OWED = [["domain transfer", "quorum-proven"], ["blob-uploaded", "keys-compared"]] as const;

/**
 * Judges whether a script can work: the first thing that stands against it is thrown.
 * @throws Fault E-CHECK-* with the path of the step, role or material
 */
export function checkScript(script: Script): void {
  judgeRoles(script);
  judgeEarlier(script);
  for (const seats of groupsOf(script)) walk(script, seats);
  judgeUsed(script);
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

/** Everybody; where a quorum is enough, also each smaller group down to the quorum's size. */
function groupsOf({ officers, quorum, everyone }: Script): readonly (readonly number[])[] {
  const seats = Array.from({ length: officers }, (_, i) => i + 1);
  if (everyone) return [seats];
  return Array.from({ length: 2 ** officers }, (_, bits) =>
    seats.filter((seat) => (bits >> (seat - 1)) % 2 === 1))
    .filter((group) => group.length >= quorum)
    .reverse();
}

function walk(script: Script, seats: readonly number[]): void {
  const { materials, steps, officers } = script;
  const cameWith = materials.filter(({ seat }) => seat === undefined || seats.includes(seat));
  const persons = ["administrator", "witness", ...seats.map((seat) => `officer-${String(seat)}`)];
  const told = (step: Step, what: "requires" | "ensures") => toldBy(step, what, seats, officers);
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
    if (path === undefined || room.since("custody-recorded") !== undefined) continue;
    throw fault("E-CHECK-CUSTODY", { path });
  }
}

/** A thing that no step needs is brought for nothing, and somebody will ask why. */
function judgeUsed({ materials, steps, officers }: Script): void {
  const seats = Array.from({ length: officers }, (_, i) => i + 1);
  const needed = new Set(steps.flatMap((step) =>
    toldBy(step, "requires", seats, officers).map(({ fact }) => fact.object)));
  const unused = materials.find(({ name }) => !needed.has(name));
  if (unused !== undefined) throw fault("E-CHECK-UNUSED", { path: unused.path });
}

/** The facts of a step, its kind's first, for the officers who came. */
function toldBy(
  step: Step, what: "requires" | "ensures", seats: readonly number[], officers: number,
): readonly Told[] {
  const { action, path, station } = step;
  const kind = kindOf(action.kind)[what].map((text): Claim => ({ text, path }));
  const all = Array.from({ length: officers }, (_, i) => i + 1);
  const turn = step.seat === undefined ? seats : [step.seat];
  return [...kind, ...step[what]].flatMap((claim) => {
    const text = claim.text.replace("{station}", station).replace("{what}", action.what ?? "");
    return filledIn(text, "{officer}", turn)
      .flatMap((each) => filledIn(each, "{every}", all))
      .map((each) => ({ fact: factOf(each), path: claim.path }));
  });
}

const filledIn = (text: string, mark: string, seats: readonly number[]): readonly string[] =>
  text.includes(mark) ? seats.map((seat) => text.replace(mark, String(seat))) : [text];
