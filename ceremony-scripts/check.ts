// Checks a script against the room in advance: takes a model of the room through every step, on
// every possible way.
import { checkActSignatures } from "./act-signatures.ts";
import { renews, routesOf } from "./routes.ts";
import { factOf, factText, type Claim, type Fact, type WordName } from "./language/facts.ts";
import { fault } from "./language/faults.ts";
import { kindOf } from "./kinds.ts";
import type { Material } from "./materials.ts";
import { pathOf, type Route } from "./path.ts";
import { areApart, type Actor, type RoleName } from "./roles.ts";
import { Room } from "./room.ts";
import type { Script } from "./schema.ts";
import type { Step } from "./steps.ts";
import { isOf } from "./whose.ts";

/** One thing that a step requires or ensures, with every placeholder filled in. */
interface StepFact {
  readonly fact: Fact;
  readonly path: string;
}

/** What must hold at the end because of what was done: the fact, and what it owes. */
const OWED: readonly (readonly [string, WordName])[] = [
  ["domain transfer", "quorum-proven"],
  ["blob-uploaded", "keys-compared"],
  ["domain-anew transfer", "quorum-proven"],
  ["domain-anew transfer", "domain-retired"],
  ...Array.from(
    { length: 10 },
    (_, i) => [`part-taken officer-${String(i + 1)}`, "custody-attested"] as const,
  ),
];

/** What the custody knows by name; no other seal is ever recorded. */
const IN_CUSTODY = /^(transfer|domain-copy|card-\d+|envelope-\d+|officer-\d+(-backup)?)$/;

/**
 * Checks whether a script can work; the first problem is thrown.
 * @throws Fault E-CHECK-* with the path of the step, role or material
 */
export function checkScript(script: Script): void {
  checkRoles(script);
  checkEarlier(script);
  const routes = routesOf(script);
  const rooms = routes.map((route) => walk(script, route));
  checkResealed(script, rooms);
  checkUsed(script, routes);
}

/** Nobody has two officers' seats, and nobody confirms what they did themselves. */
function checkRoles({ roles, steps }: Script): void {
  const officer = roles.find(({ role }) => role === "officer");
  if (officer !== undefined && !areApart(roles, "officer", "officer"))
    throw fault("E-CHECK-SEATS", { path: `${officer.path}.may-not-also-be` });
  const self = steps.find(({ by, confirm }) => !areApart(roles, roleOf(by), roleOf(confirm)));
  if (self !== undefined) throw fault("E-CHECK-SELF", { path: `${self.path}.confirm` });
}

const roleOf = (actor: Actor): RoleName =>
  actor === "administrator" || actor === "witness" ? actor : "officer";

/** Only an earlier record says in which seal a thing came, and what an attestation is about. */
function checkEarlier({ continues, materials, steps }: Script): void {
  if (continues) return;
  const sealed = materials.find(({ comesSealed }) => comesSealed);
  if (sealed !== undefined) throw fault("E-CHECK-EARLIER", { path: `${sealed.path}.comes` });
  const compares = steps.find(({ action }) => kindOf(action.kind).compares);
  if (compares !== undefined) throw fault("E-CHECK-EARLIER", { path: `${compares.path}.do` });
}

/** @returns the room at the end */
function walk(script: Script, route: Route): Room {
  const { materials } = script;
  const steps = pathOf(script, route);
  const cameWith = materials.filter(
    ({ seat, whose }) => seat === undefined || isOf(whose, seat, route),
  );
  const persons = [
    "administrator",
    "witness",
    ...route.seats.map((seat) => `officer-${String(seat)}`),
  ];
  const told = (step: Step, what: "requires" | "ensures") => toldBy(step, what, script, route);
  const possible = new Set(
    steps.flatMap((step) => told(step, "ensures").map(({ fact }) => factText(fact))),
  );
  const room = new Room(cameWith, persons, possible);
  for (const step of steps) {
    for (const role of ["by", "confirm"] as const)
      room.require({ word: "present", object: step[role] }, step, `${step.path}.${role}`);
    checkEnough(script, route, step);
    for (const { fact, path } of told(step, "requires")) room.require(fact, step, path);
    for (const { fact, path } of told(step, "ensures")) room.ensure(fact, step, path);
    checkOpened(room, step);
  }
  checkActSignatures(steps, route.seats);
  checkEnd(room, cameWith);
  return room;
}

/** A quorum opens the shares, and at least one person signs the record. */
function checkEnough({ quorum }: Script, { seats }: Route, { action, path }: Step): void {
  const { officers } = kindOf(action.kind);
  const enough = officers === "quorum" ? quorum : officers === "one" ? 1 : 0;
  if (seats.length < enough) throw fault("E-CHECK-ABSENT", { path });
}

function checkOpened(room: Room, { action, seat, path }: Step): void {
  const opens = kindOf(action.kind)
    .recordsOpening?.replace("{officer}", String(seat))
    .replace("{copy}", action.copy ?? "");
  if (opens !== undefined && room.since(`opened ${opens}`) === undefined)
    throw fault("E-CHECK-CLOSED", { path });
}

/** A thing that is resealed if it was opened must have been opened on some way. */
function checkResealed({ steps }: Script, rooms: readonly Room[]): void {
  const idle = steps
    .flatMap(({ ensures }) => ensures)
    .find(
      ({ text, path }) =>
        text.startsWith("resealed ") && !rooms.some((room) => room.resealed.has(path)),
    );
  if (idle !== undefined) throw fault("E-CHECK-RESEALED", { path: idle.path });
}

/** Nothing is left open, everything in a bag is in custody, and nothing is owed. */
function checkEnd(room: Room, materials: readonly Material[]): void {
  for (const [done, owed] of OWED) {
    const path = room.since(done);
    const here = path?.startsWith("materials") === false;
    if (here && room.since(owed) === undefined) throw fault("E-CHECK-OWED", { path, word: owed });
  }
  for (const { name, sort, path } of materials) {
    if (sort === "paper" || room.since(`opened ${name}`) === undefined) continue;
    throw fault("E-CHECK-LEFT", { path });
  }
  checkListed(room, materials);
  for (const { name } of materials) {
    const path = room.since(`sealed ${name}`);
    const untouched = path === undefined || path.startsWith("materials");
    const isKnown = IN_CUSTODY.test(name) && room.since("custody-recorded") !== undefined;
    if (!untouched && !isKnown) throw fault("E-CHECK-CUSTODY", { path });
  }
}

/** Nothing in custody is destroyed: the next attestation would look for it. */
function checkListed(room: Room, materials: readonly Material[]): void {
  const isRecorded = room.since("custody-recorded") !== undefined;
  for (const { name, sort, comesSealed } of materials) {
    const path = room.since(`destroyed ${name}`);
    const isListed = sort !== "paper" && IN_CUSTODY.test(name) && (comesSealed || isRecorded);
    if (path !== undefined && isListed) throw fault("E-CHECK-LISTED", { path });
  }
}

/** A thing that no step needs is brought in vain, and someone will ask why. */
function checkUsed(script: Script, routes: readonly Route[]): void {
  const needed = new Set(
    routes.flatMap((route) =>
      script.steps.flatMap((step) =>
        toldBy(step, "requires", script, route).map(({ fact }) => fact.object),
      ),
    ),
  );
  const unused = script.materials.find(({ name }) => !needed.has(name));
  if (unused !== undefined) throw fault("E-CHECK-UNUSED", { path: unused.path });
}

/** The facts of a step, its kind's first, for the officers who came. */
function toldBy(
  step: Step,
  what: "requires" | "ensures",
  { materials, officers, steps }: Script,
  route: Route,
): readonly StepFact[] {
  const { action, path, station } = step;
  const kind = kindOf(action.kind)[what].map((text): Claim => ({ text, path }));
  const all = Array.from({ length: officers }, (_, i) => i + 1);
  const kept = all.filter((seat) => isOf("remaining", seat, route) && renews(steps));
  const made = all.filter((seat) => !kept.includes(seat));
  const turn = step.seat === undefined ? route.seats : [step.seat];
  return [...kind, ...step[what]].flatMap((claim) => {
    const text = claim.text
      .replace("{station}", station)
      .replace("{what}", action.what ?? "")
      .replace("{copy}", action.copy ?? "");
    const owners = materials.filter(({ template }) => text.endsWith(` ${template}`));
    // A step about an officer who may be absent still needs what it names.
    const seats = turn.filter(
      (seat) =>
        owners.length === 0
        || step.whose === "all"
        || owners.some(({ whose }) => isOf(whose, seat, route)),
    );
    return filledIn(text, "{officer}", seats)
      .flatMap((each) => filledIn(each, "{every}", all))
      .flatMap((each) => filledIn(each, "{made}", made))
      .flatMap((each) => filledIn(each, "{kept}", kept))
      .map((each) => ({ fact: factOf(each), path: claim.path }));
  });
}

const filledIn = (text: string, mark: string, seats: readonly number[]): readonly string[] =>
  text.includes(mark) ? seats.map((seat) => text.replace(mark, String(seat))) : [text];
