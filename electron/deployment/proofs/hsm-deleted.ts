// hsm-deleted, recovery-hsm-deleted: an HSM is soft-deleted: its keys are unusable, and it is billed
// until it is purged. recovery-hsm-gone: it is.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { textAt } from "../answers/shape.ts";
import { listed } from "../commands/command-line.ts";
import { about, alike, allOf, answersAbout, unread } from "./about.ts";
import { is, that } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { timeAt } from "./key-answers.ts";
import { planned } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { ask, DELETED_HSMS, listDeletedHsms } from "./reads.ts";

const DAY = 86_400_000;

type Pool = NonNullable<Plan["recoveryHsm"]>;

/** That one of the plan's HSMs is deleted. */
const deleted = (poolOf: (plan: Plan) => Pool): Proof => ({
  atItsTime: true,
  source: "managed-hsm/soft-delete-overview.md; HSM facts, section 2.N",
  reads: (plan) => {
    const { name, region } = poolOf(plan);
    return [ask("deleted-hsm", `${name}-deleted.json`, "--hsm-name", name, "--location", region)];
  },
  evaluate: (given) => {
    const { plan, answers } = given;
    const pool = poolOf(plan);
    const id = idOf(plan, "hsm", pool);
    const own = allOf(answers, "deleted-hsm").filter((value) =>
      alike(textAt(value, "properties.mhsmId"), id),
    );
    const [other] = allOf(answers, "deleted-hsm");
    return [
      ...(own.length === 0
        ? [
            differs(
              "properties.mhsmId",
              id,
              other === undefined ? NOTHING : textAt(other, "properties.mhsmId") || NOTHING,
            ),
          ]
        : own.flatMap((value) => oneDeleted(id, pool, value))),
      ...stillThere(given, id),
    ];
  },
});

export const hsmDeleted = deleted(({ hsm }) => hsm);

export const recoveryHsmDeleted = deleted((plan) => planned(plan.recoveryHsm, "recoveryHsm"));

/** What the list of all HSMs says that it is of. */
const HSMS = "managedHSMs";

export const recoveryHsmGone: Proof = {
  atItsTime: true,
  source: "managed-hsm/soft-delete-overview.md; HSM facts, section 2.N",
  learns: ({ plan }) => ({ [planned(plan.recoveryHsm, "recoveryHsm").name.toLowerCase()]: "" }),
  reads: (plan) => {
    planned(plan.recoveryHsm, "recoveryHsm");
    return [
      listed("hsms.json", HSMS, "keyvault", "list", "--resource-type", "hsm"),
      listDeletedHsms,
    ];
  },
  evaluate: (given) => {
    const { plan, answers } = given;
    const id = idOf(plan, "hsm", planned(plan.recoveryHsm, "recoveryHsm"));
    return [
      ...unread(answers, HSMS, DELETED_HSMS),
      // A list without the plan's HSM is of another subscription.
      ...about(answers, "hsm", idOf(plan, "hsm", plan.hsm), "", () => []),
      ...stillThere(given, id),
      ...allOf(answers, "deleted-hsm")
        // One that does not say which HSM it was may be this one.
        .filter((value) => ["", id].some((one) => alike(textAt(value, "properties.mhsmId"), one)))
        .map((value) =>
          differs(
            "properties.scheduledPurgeDate",
            "no deleted HSM",
            textAt(value, "properties.scheduledPurgeDate") || "a deleted HSM",
          ),
        ),
    ];
  },
};

const date = that(
  "a time",
  (found) => typeof found === "string" && /^\d{4}-\d\d-\d\dT/.test(found),
);

function oneDeleted(id: string, pool: Pool, value: Json): readonly Finding[] {
  const [deleted, purged] = ["deletionDate", "scheduledPurgeDate"].map((name) =>
    timeAt(value, `properties.${name}`),
  );
  const days = deleted == null || purged == null ? Number.NaN : (purged - deleted) / DAY;
  const { retentionDays, purgeProtection, region } = pool;
  return [
    ...member(value, "properties.mhsmId", is(id)),
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
const stillThere = ({ answers }: Case, id: string): readonly Finding[] =>
  answersAbout(answers, "hsm", id).map((value) =>
    differs(
      "properties.provisioningState",
      "no HSM",
      textAt(value, "properties.provisioningState") || "an HSM",
    ),
  );
