// A model of the room: who is there, where things are, what is sealed, and what has been done.
import { factText, WORDS, type Fact } from "./language/facts.ts";
import { fault } from "./language/faults.ts";
import type { Station } from "./language/kind.ts";
import type { Material } from "./materials.ts";
import type { Step } from "./steps.ts";

/** Names of things that the kinds know; others are the script's and are never repeated. */
const KNOWN = /^(transfer|domain-copy|note|receipt|card-\d+|envelope-\d+|officer-\d+(-backup)?)$/;

/** The room as it changes from step to step. It reports only refusals. */
export class Room {
  /** Facts, each with the path of the step that ensured it. */
  readonly #facts = new Map<string, string>();
  readonly #places = new Map<string, Station>();
  readonly #materials: ReadonlyMap<string, Material>;
  /** Paths of the claims by which something open went into a new bag. */
  readonly resealed = new Set<string>();
  /** Facts that any step of the script ensures. */
  readonly #possible: ReadonlySet<string>;

  /**
   * @param materials of the people who came
   * @param persons who came
   */
  constructor(
    materials: readonly Material[],
    persons: readonly string[],
    possible: ReadonlySet<string>,
  ) {
    this.#materials = new Map(materials.map((material) => [material.name, material]));
    this.#possible = possible;
    for (const { name, at, comesSealed, holds, path } of materials) {
      if (at !== undefined) this.#places.set(name, at);
      this.#facts.set(`${comesSealed ? "sealed" : "opened"} ${name}`, path);
      if (holds !== undefined) this.#facts.set(`${holds} ${name}`, path);
    }
    for (const person of persons) this.#facts.set(`present ${person}`, "roles");
    this.#facts.set("network-down", "roles");
  }

  /** Where a fact was ensured; undefined if it does not hold. */
  since(fact: string): string | undefined {
    return this.#facts.get(fact);
  }

  /** @throws Fault E-CHECK-* if it does not hold */
  require(fact: Fact, step: Step, path: string): void {
    const { word, object } = fact;
    if (word === "in" || word === "at-hand") {
      this.#reach(object, step, path);
      if (word === "in") this.#validateOut(object, path);
    } else if (!this.#facts.has(factText(fact))) throw this.#lacking(fact, path);
  }

  /** @throws Fault E-CHECK-* if it cannot be ensured */
  ensure(fact: Fact, step: Step, path: string): void {
    const { word, object } = fact;
    const { of, use, undoes, once } = WORDS[word];
    if (word === "resealed") {
      // Only what was opened is sealed again.
      if (this.#facts.has(`sealed ${object}`)) return;
      this.resealed.add(path);
      this.ensure({ word: "sealed", object }, step, path);
      return;
    }
    if (once && this.#facts.has(factText(fact))) throw fault("E-CHECK-AGAIN", { path });
    if (of === "material" && use !== "app") this.#handle(fact, step, path);
    if (word === "left") this.require({ word: "present", object }, step, path);
    if (word === "goes") return;
    for (const undone of undoes) {
      this.#facts.delete(`${undone} ${object}`);
      this.#facts.delete(undone);
    }
    this.#facts.set(factText(fact), path);
  }

  /** What people do with a thing: it must be there, in the right condition. */
  #handle({ word, object }: Fact, step: Step, path: string): void {
    this.#reach(object, step, path);
    const sealed = this.#facts.has(`sealed ${object}`);
    if (word === "opened" && !sealed) throw fault("E-CHECK-UNSEALED", { path });
    if (word === "sealed" && sealed) throw fault("E-CHECK-RESEALED", { path });
    if (word !== "goes") return;
    const { to } = step.action;
    if (to === undefined) throw fault("E-CHECK-GOES", { path });
    if (this.#facts.has(`keys ${object}`))
      throw fault("E-CHECK-KEY-LEAVES", { path, thing: this.#named(object) });
    this.#places.set(object, to);
  }

  /** It is in the room, not destroyed, and at the station of the step. */
  #reach(object: string, step: Step, path: string): void {
    const thing = this.#named(object);
    if (!this.#materials.has(object)) throw fault("E-CHECK-MATERIAL", { path, thing });
    const destroyed = this.#facts.get(`destroyed ${object}`);
    if (destroyed !== undefined)
      throw fault("E-CHECK-DESTROYED", { path, thing, since: destroyed });
    const place = this.#places.get(object);
    if (place !== undefined && place !== step.station)
      throw fault("E-CHECK-STATION", { path, thing, place });
  }

  #validateOut(object: string, path: string): void {
    const since = this.#facts.get(`sealed ${object}`);
    if (since !== undefined)
      throw fault("E-CHECK-SEALED", { path, thing: this.#named(object), since });
  }

  #lacking(fact: Fact, path: string) {
    const { word } = fact;
    if (word === "present") return fault("E-CHECK-ABSENT", { path });
    if (word === "network-down") return fault("E-CHECK-NETWORK", { path });
    if (word === "confirmed-connected") return fault("E-CHECK-LOCKED", { path });
    if (word === "domain") return fault("E-CHECK-DOMAIN", { path });
    const later = this.#possible.has(factText(fact));
    return fault(later ? "E-CHECK-EARLY" : "E-CHECK-NEVER", { path, word });
  }

  /** A thing by its name if the kinds know it, else by its place in the script. */
  #named(object: string): string {
    return KNOWN.test(object) ? object : (this.#materials.get(object)?.path ?? "something else");
  }
}
