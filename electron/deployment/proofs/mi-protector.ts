// mi-protector: each instance's databases are protected by the HSM's key, and follow its versions.
import type { Json } from "../../../crypto/json.ts";
import type { Answers } from "../answers/answer.ts";
import type { Plan } from "../plan/plan.ts";
import { about, answersAbout } from "./about.ts";
import { is } from "./expectation.ts";
import { member, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { instancesWithKey, serverKeyName, type InstanceWithKey } from "./instances.ts";
import { newestVersion } from "./key-answers.ts";
import type { Proof } from "./proof.ts";
import { read, showKey } from "./reads.ts";
import { sqlKeyFindings } from "./sql-key.ts";
import { thumbprintFindings } from "./thumbprints.ts";

export const miProtector: Proof = {
  source: "sql-docs, transparent-data-encryption-byok-overview.md; workload facts, 2.3 and 2.5",
  reads: (plan) => [
    ...instancesWithKey(plan).map((one) => read("protector", one)),
    ...[...new Set(instancesWithKey(plan).map(({ key }) => key))].map((key) =>
      showKey(plan.hsm, key),
    ),
  ],
  evaluate: ({ plan, answers }) => {
    const ids = instancesWithKey(plan).map(
      (instance) => [instance, idOf(plan, "protector", instance)] as const,
    );
    return [
      ...ids.flatMap(([instance, id]) =>
        about(answers, "protector", id, instance.name, (value) => [
          ...member(value, "kind", is("azurekeyvault"), instance.name),
          ...serverKey(plan, answers, instance, value),
          ...sqlKeyFindings(plan, answers, instance, value),
          ...member(
            value,
            "properties.autoRotationEnabled",
            is(instance.autoRotation),
            instance.name,
          ),
        ]),
      ),
      ...thumbprintFindings(ids.flatMap(([, id]) => answersAbout(answers, "protector", id))),
    ];
  },
};

/** A protector names the key as the instance registered it; a key object has that name itself. */
function serverKey(
  plan: Plan,
  answers: Answers,
  { name: of, key }: InstanceWithKey,
  value: Json,
): readonly Finding[] {
  const version = newestVersion(answers, plan.hsm, key) ?? "VERSION";
  const name = serverKeyName(plan.hsm.name, key, version);
  return member(value, "properties.serverKeyName", is(name), of);
}
