// key-rotated: each key has a new version that starts now and expires by its policy.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { answer } from "../commands/command-line.ts";
import { sentence } from "../../text/sentence.ts";
import { is } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { keyAddress } from "./ids.ts";
import { addressIn, keyAddressOf, keysNamed, timeAt, versionsOf } from "./key-answers.ts";
import { someOf } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { showKey } from "./reads.ts";

type Key = Plan["keys"][number];

const DAY = 86_400_000;

/** Microsoft's limit on versions of one key; rotations count. */
const VERSIONS_MAX = 100;

const rotating = (plan: Plan): readonly Key[] =>
  someOf(
    plan.keys.filter(({ rotation }) => rotation !== undefined),
    sentence("deployment-faults.rotatedKeys"),
  );

export const keyRotated: Proof = {
  atItsTime: true,
  source: "managed-hsm/key-rotation.md; HSM facts, sections 2.I and 2.J, workload facts, section 8",
  reads: (plan) =>
    rotating(plan).flatMap(({ name }) => [
      showKey(plan.hsm, name),
      answer(
        `${name}-versions.json`,
        "keyvault",
        "key",
        "list-versions",
        "--hsm-name",
        plan.hsm.name,
        "--name",
        name,
      ),
    ]),
  evaluate: (given) => rotating(given.plan).flatMap((key) => oneKey(given, key)),
};

function oneKey(given: Case, key: Key): readonly Finding[] {
  const { plan, answers } = given;
  const versions = versionsOf(answers, plan.hsm, key.name);
  const shown = keysNamed(answers, plan.hsm, key.name);
  if (shown.length === 0)
    return [differs(`${key.name}: key.kid`, keyAddress(plan.hsm, key.name), NOTHING)];
  const different = new Set(versions.map((one) => keyAddressOf(addressIn(one))?.version));
  const newest = newestOf(versions);
  return [
    ...(different.size >= 2
      ? []
      : [differs(`${key.name}: versions`, "at least 2", String(different.size))]),
    ...(different.size < VERSIONS_MAX
      ? []
      : [
          differs(
            `${key.name}: versions`,
            `fewer than ${String(VERSIONS_MAX)}`,
            String(different.size),
          ),
        ]),
    ...shown.flatMap((value) => [
      ...isNewest(key, value, newest),
      ...member(value, "attributes.enabled", is(true), key.name),
      ...lifeOf(given, key, value),
    ]),
  ];
}

const createdOf = (value: Json): number | null => timeAt(value, "attributes.created");

/** The version made last, by its time and not by its place in the list. */
const newestOf = (versions: readonly Json[]): Json | null =>
  versions.reduce<Json | null>(
    (best, one) => (best === null || (createdOf(one) ?? 0) > (createdOf(best) ?? 0) ? one : best),
    null,
  );

function isNewest(key: Key, shown: Json, newest: Json | null): readonly Finding[] {
  if (newest === null) return [];
  const [own, last] = [addressIn(shown), addressIn(newest)].map(
    (one) => keyAddressOf(one)?.version,
  );
  return own === last ? [] : [differs(`${key.name}: key.kid`, addressIn(newest), addressIn(shown))];
}

/** A version is no older than its policy allows, and expires when it says. */
function lifeOf({ now }: Case, key: Key, value: Json): readonly Finding[] {
  const created = createdOf(value);
  const expires = timeAt(value, "attributes.exp", "attributes.expires");
  const after = daysOf(key.rotation?.after) ?? 0;
  const life = daysOf(key.rotation?.expiry);
  const age = created === null ? Number.NaN : (now.getTime() - created) / DAY;
  return [
    ...(age >= -1 && age <= after
      ? []
      : [
          differs(
            `${key.name}: attributes.created`,
            `within the last ${String(after)} days`,
            Number.isNaN(age) ? NOTHING : `${String(Math.floor(age))} days ago`,
          ),
        ]),
    ...(life === null || expiresIn(created, expires, life)
      ? []
      : [
          differs(
            `${key.name}: attributes.exp`,
            `${String(life)} days after attributes.created`,
            expires === null ? NOTHING : "another time",
          ),
        ]),
  ];
}

const expiresIn = (created: number | null, expires: number | null, days: number): boolean =>
  created !== null && expires !== null && Math.abs((expires - created) / DAY - days) <= 2;

function daysOf(span: string | undefined): number | null {
  const [, days] = /^P(\d+)D$/.exec(span ?? "") ?? [];
  return days === undefined ? null : Number(days);
}
