// preflight: before anything is billed, az, the provider, the regions and the HSM's name are as needed.
import type { Json } from "../../../crypto/json.ts";
import {
  ARM_END,
  AZ_LASTING,
  AZ_LEAST,
  AZ_REPEATING,
  azRelease,
  isRepeating,
} from "../plan/azure-facts.ts";
import type { Plan } from "../plan/plan.ts";
import { answer } from "../commands/command-line.ts";
import { itemsAt, textAt } from "../answers/shape.ts";
import { alike, allOf, lastName, unread } from "./about.ts";
import { is, isRegion, that } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import type { Case, Proof } from "./proof.ts";
import { DELETED_HSMS, listDeletedHsms } from "./reads.ts";

const NAMESPACE = "Microsoft.KeyVault";

export const preflight: Proof = {
  atItsTime: true,
  source: "az 2.74 and its issues; managed-hsm/quick-create-cli.md; HSM facts, section 2.A",
  reads: ({ hsm }) => [
    answer("az-version.json", "version"),
    answer("provider.json", "provider", "show", "--namespace", NAMESPACE),
    answer(
      "name-check.json",
      "keyvault",
      "check-name",
      "--name",
      hsm.name,
      "--resource-type",
      "hsm",
    ),
    listDeletedHsms,
  ],
  evaluate: (given) => [
    ...each(given, "az-version", "azure-cli", (value) => version(given, value)),
    ...providerFindings(given),
    ...each(given, "name-check", "nameAvailable", (value) =>
      member(value, "nameAvailable", is(true)),
    ),
    ...stillDeleted(given),
  ],
};

/** Answers about other providers belong to the check `providers`. */
function providerFindings({ plan, answers }: Case): readonly Finding[] {
  const own = allOf(answers, "provider").filter((value) =>
    alike(textAt(value, "namespace"), NAMESPACE),
  );
  return own.length === 0
    ? [differs("namespace", NAMESPACE, NOTHING)]
    : own.flatMap((value) => provider(plan, value));
}

function each(
  { answers }: Case,
  kind: "az-version" | "name-check",
  path: string,
  evaluate: (value: Json) => readonly Finding[],
): readonly Finding[] {
  const found = allOf(answers, kind);
  return found.length === 0 ? [differs(path, "an answer", NOTHING)] : found.flatMap(evaluate);
}

/** Some releases report a failure for a backup that was accepted (azure-cli, pull request 33783); others end. */
function version({ now }: Case, value: Json): readonly Finding[] {
  const hasEnded = now.getTime() >= Date.parse(ARM_END);
  const least = hasEnded ? AZ_LASTING : AZ_LEAST;
  const { from, to } = AZ_REPEATING;
  const except = hasEnded ? "" : `, not 2.${String(from)} to 2.${String(to)}`;
  return member(
    value,
    "azure-cli",
    that(`2.${String(least)} or later${except}`, (found) => {
      const release = typeof found === "string" ? azRelease(found) : Number.NaN;
      return release >= least && !isRepeating(release);
    }),
  );
}

function provider(plan: Plan, value: Json): readonly Finding[] {
  const type = itemsAt(value, "resourceTypes").find(
    (one) => textAt(one, "resourceType").toLowerCase() === "managedhsms",
  );
  const locations = type === undefined ? [] : itemsAt(type, "locations");
  const regions = [
    plan.hsm.region,
    ...(plan.hsm.extension === undefined ? [] : [plan.hsm.extension]),
  ];
  return [
    ...member(value, "registrationState", is("Registered")),
    ...regions
      .filter(
        (region) => !locations.some((one) => typeof one === "string" && isRegion(one, region)),
      )
      .map((region) => differs("resourceTypes.locations", region, NOTHING)),
  ];
}

/** A deleted HSM keeps its name until its retention ends. */
function stillDeleted({ plan, answers }: Case): readonly Finding[] {
  return [
    ...unread(answers, DELETED_HSMS),
    ...allOf(answers, "deleted-hsm")
      .filter((one) => alike(lastName(textAt(one, "id")), plan.hsm.name))
      .map((one) => differs("deletedManagedHSMs.name", NOTHING, lastName(textAt(one, "id")))),
  ];
}
