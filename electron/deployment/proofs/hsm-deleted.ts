// hsm-deleted: the HSM is soft-deleted: its keys are unusable, and it is billed until it is purged.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { textAt } from "../answers/shape.ts";
import { alike, allOf, answersAbout } from "./about.ts";
import { is, same, that } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { timeAt } from "./key-answers.ts";
import type { Case, Proof } from "./proof.ts";
import { ask } from "./reads.ts";

const DAY = 86_400_000;

export const hsmDeleted: Proof = {
  atItsTime: true,
  shows: "The HSM is soft-deleted, and will be purged when its retention ends, not before.",
  source: "managed-hsm/soft-delete-overview.md; HSM facts, section 2.N",
  reads: ({ hsm }) => [
    ask(
      "deleted-hsm",
      `${hsm.name}-deleted.json`,
      "--hsm-name",
      hsm.name,
      "--location",
      hsm.region,
    ),
  ],
  evaluate: (given) => {
    const { plan, answers } = given;
    const own = allOf(answers, "deleted-hsm").filter((value) =>
      alike(textAt(value, "properties.mhsmId"), idOf(plan, "hsm", plan.hsm)),
    );
    const [other] = allOf(answers, "deleted-hsm");
    return [
      ...(own.length === 0
        ? [
            differs(
              "properties.mhsmId",
              idOf(plan, "hsm", plan.hsm),
              other === undefined ? NOTHING : textAt(other, "properties.mhsmId") || NOTHING,
            ),
          ]
        : own.flatMap((value) => oneDeleted(plan, value))),
      ...stillThere(given),
    ];
  },
};

const date = that(
  "a time",
  (found) => typeof found === "string" && /^\d{4}-\d\d-\d\dT/.test(found),
);

function oneDeleted(plan: Plan, value: Json): readonly Finding[] {
  const [deleted, purged] = ["deletionDate", "scheduledPurgeDate"].map((name) =>
    timeAt(value, `properties.${name}`),
  );
  const days = deleted == null || purged == null ? Number.NaN : (purged - deleted) / DAY;
  const { retentionDays, purgeProtection, region } = plan.hsm;
  return [
    ...member(value, "properties.mhsmId", same(idOf(plan, "hsm", plan.hsm))),
    ...member(value, "properties.deletionDate", date),
    ...member(value, "properties.scheduledPurgeDate", date),
    ...(Math.abs(days - retentionDays) <= 1 || Number.isNaN(days)
      ? []
      : [
          differs(
            "properties.scheduledPurgeDate",
            `${String(retentionDays)} days after properties.deletionDate`,
            `${days.toFixed(1)} days after it`,
          ),
        ]),
    ...member(value, "properties.purgeProtectionEnabled", is(purgeProtection)),
    ...member(value, "properties.location", regionOf(region)),
  ];
}

const regionOf = (region: string) => ({
  text: region,
  met: (found: Json) =>
    typeof found === "string" && found.toLowerCase().replaceAll(" ", "") === region,
  absentIsRight: true,
});

/** An answer about the existing HSM means that it is not deleted. */
const stillThere = ({ plan, answers }: Case): readonly Finding[] =>
  answersAbout(answers, "hsm", idOf(plan, "hsm", plan.hsm)).map((value) =>
    differs(
      "properties.provisioningState",
      "no HSM",
      textAt(value, "properties.provisioningState") || "an HSM",
    ),
  );
