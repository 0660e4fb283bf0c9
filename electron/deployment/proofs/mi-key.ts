// mi-key: the key is registered on every instance; the protector's command does not do that.
import { textAt } from "../answers/shape.ts";
import { alike, allOf, lastName } from "./about.ts";
import { differs, NOTHING } from "./finding.ts";
import { idOf } from "./ids.ts";
import { instancesWithKey, serverKeyName } from "./instances.ts";
import { newestVersion } from "./key-answers.ts";
import type { Case, Proof } from "./proof.ts";
import { read, showKey } from "./reads.ts";
import { sqlKeyFindings } from "./sql-key.ts";
import { thumbprintFindings } from "./thumbprints.ts";

export const miKey: Proof = {
  source: "sql-docs, transparent-data-encryption-byok-key-rotation.md; workload facts, 2.3 and 2.5",
  reads: (plan) => [
    ...instancesWithKey(plan).map((one) => read("instance-key", one)),
    ...[...new Set(instancesWithKey(plan).map(({ key }) => key))].map((key) =>
      showKey(plan.hsm, key),
    ),
  ],
  evaluate: (given) => {
    const { plan, answers } = given;
    return [
      ...instancesWithKey(plan).flatMap((instance) => {
        const own = registered(given, instance);
        if (own.length > 0)
          return own.flatMap((value) => sqlKeyFindings(plan, answers, instance, value));
        const version = newestVersion(answers, plan.hsm, instance.key) ?? "VERSION";
        const name = serverKeyName(plan.hsm.name, instance.key, version);
        return [differs(`${instance.name}: properties.serverKeyName`, name, NOTHING)];
      }),
      ...thumbprintFindings(instancesWithKey(plan).flatMap((one) => registered(given, one))),
    ];
  },
};

/** The instance's registration of the newest version; older ones stay for old backups. */
function registered(
  { plan, answers }: Case,
  instance: ReturnType<typeof instancesWithKey>[number],
) {
  const newest = newestVersion(answers, plan.hsm, instance.key);
  const start = idOf(plan, "instance-key", instance).toLowerCase();
  return allOf(answers, "instance-key").filter((value) => {
    const id = textAt(value, "id");
    if (!id.toLowerCase().startsWith(start)) return false;
    const name = serverKeyName(plan.hsm.name, instance.key, newest ?? "");
    return newest === null
      ? lastName(id).toLowerCase().startsWith(name.toLowerCase())
      : alike(lastName(id), name);
  });
}
