// The things that a ceremony needs: media, envelopes and papers, listed for each officer.
import { fault } from "./language/faults.ts";
import { STATIONS, type Station } from "./language/kind.ts";
import { Fields } from "./language/reader.ts";
import { isOwners, OWNERS, seatsFor, WHOSE, type Whose } from "./whose.ts";

const SORTS = ["medium", "envelope", "paper"] as const;
export type Sort = (typeof SORTS)[number];

export interface Material {
  readonly name: string;
  /** The name in the script, with `{officer}` in it if there are several. */
  readonly template: string;
  readonly sort: Sort;
  readonly of: "administrator" | "witness" | `officer-${number}`;
  /** The officer's seat, if it is one officer's, and which officers bring one. */
  readonly seat?: number;
  readonly whose: Whose;
  /** Where it is when the ceremony begins; papers are with their owner. */
  readonly at?: Station;
  /** Whether it comes in the bag that an earlier ceremony sealed. */
  readonly comesSealed: boolean;
  /** Whether it is older than this ceremony, and no record mentions its bag. */
  readonly comesFound: boolean;
  readonly holds?: "keys" | "domain";
  readonly path: string;
}

const OFFICER = "{officer}";

/**
 * Reads the materials; `of: each officer` becomes one for each seat.
 * @throws Fault E-SCRIPT-* with the path
 */
export function readMaterials(top: Fields, officers: number): readonly Material[] {
  const materials = top.list("materials", (value, path) => readOne(value, path, officers)).flat();
  materials.forEach(({ name, whose, path }, i) => {
    const twice = materials
      .slice(0, i)
      .some((other) => other.name === name && !shutsOut(other.whose, whose));
    if (twice) throw fault("E-SCRIPT-DUPLICATE", { path });
  });
  return materials;
}

/** No officer is both new and remaining, so their things may share a name. */
const shutsOut = (a: Whose, b: Whose): boolean =>
  (a === "new" && b === "remaining") || (a === "remaining" && b === "new");

function readOne(value: unknown, path: string, officers: number): readonly Material[] {
  const fields = new Fields(value, path);
  const sort = SORTS.find((known) => fields.has(known)) ?? "medium";
  const template = fields.text(sort, 40);
  const of = fields.word("of", ["administrator", "witness", ...OWNERS]);
  const whose = WHOSE.get(of) ?? "present";
  const place =
    sort === "paper" ? { comesSealed: false, comesFound: false } : readPlace(fields, sort);
  const rest = { template, sort, path, whose, ...place };
  fields.end();
  const each = isOwners(of);
  const named = template.replace(OFFICER, "1");
  if (!/^[a-z][a-z0-9-]*$/.test(named) || template.includes(OFFICER) !== each)
    throw fault("E-SCRIPT-VALUE", {
      path: fields.at(sort),
      wanted: `a lower-case name ${each ? "with" : "without"} ${OFFICER}`,
    });
  if (!isOwners(of)) return [{ name: template, of, ...rest }];
  return seatsFor(whose, officers).map((seat) => {
    const name = template.replace(OFFICER, String(seat));
    return { name, of: `officer-${seat}` as const, seat, ...rest };
  });
}

type Place = Pick<Material, "at" | "comesSealed" | "comesFound" | "holds">;

/** Only a medium that is older than this ceremony contains anything. */
function readPlace(fields: Fields, sort: Sort): Place {
  const at = fields.word("at", STATIONS);
  const comes = fields.word("comes", ["new", "sealed", "found"]);
  const place = { at, comesSealed: comes === "sealed", comesFound: comes === "found" };
  if (comes === "new" || sort !== "medium") return place;
  return { ...place, holds: fields.word("holds", ["keys", "domain"]) };
}

/** Every name a step may use, with and without `{officer}`. */
export const namesOf = (materials: readonly Material[]): ReadonlySet<string> =>
  new Set(materials.flatMap(({ name, template }) => [name, template]));
