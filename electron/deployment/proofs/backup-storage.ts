// backup-storage: account and container of the backups are there, and the HSM's identity may write to them.
import type { Json } from "../../../crypto/json.ts";
import { answer, type CommandLine } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { textAt } from "../answers/shape.ts";
import { about, alike, allOf, answersAbout } from "./about.ts";
import { absent, ifSaid, is, sameRegion, that } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { idOf, type Placed } from "./ids.ts";
import { planned } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { ask, read } from "./reads.ts";

/** Storage Blob Data Contributor: Azure's id of it, the same in every tenant. */
export const BLOB_CONTRIBUTOR = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";

/** The parts of a plan's backup: account, identity, and the container's id. */
export function backupParts(plan: Plan): {
  readonly account: Placed;
  readonly identity: Plan["identities"][number];
  readonly container: string;
} {
  const backup = planned(plan.backup, "backup");
  const account = { name: backup.storageAccount, resourceGroup: backup.resourceGroup };
  const identity = planned(
    plan.identities.find(({ name }) => name === backup.identity),
    "backup.identity",
  );
  return { account, identity, container: idOf(plan, "container", account, backup.container) };
}

export const backupStorage: Proof = {
  source: "managed-hsm/backup-restore.md; HSM facts, section 2.J; azure-2026.md, backup",
  reads: (plan) => readsOf(plan),
  evaluate: (given) => [
    ...accountFindings(given),
    ...containerFindings(given),
    ...roleFindings(given),
  ],
};

function readsOf(plan: Plan): readonly CommandLine[] {
  const { account, identity, container } = backupParts(plan);
  const name = planned(plan.backup, "backup").container;
  return [
    read("storage", account),
    ask(
      "container",
      `${account.name}-${name}.json`,
      "--storage-account",
      account.name,
      "--name",
      name,
      "--resource-group",
      account.resourceGroup,
    ),
    read("identity", identity),
    answer(
      `${account.name}-roles.json`,
      "rest",
      "--method",
      "get",
      "--url",
      `https://management.azure.com${container}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01`,
    ),
  ];
}

/** Where only trusted services get through its firewall, the HSM is one of them. */
function accountFindings({ plan, answers }: Case): readonly Finding[] {
  const { account } = backupParts(plan);
  const { region, trustedServices } = planned(plan.backup, "backup");
  const of = account.name;
  return about(answers, "storage", idOf(plan, "storage", account), of, (value) => [
    ...member(value, "location", sameRegion(region), of),
    ...member(value, "properties.provisioningState", is("Succeeded"), of),
    ...member(value, "properties.allowBlobPublicAccess", is(false), of),
    ...(trustedServices
      ? member(
          value,
          "properties.networkAcls.bypass",
          that(
            "AzureServices",
            (found) => typeof found === "string" && /\bAzureServices\b/i.test(found),
          ),
          of,
        )
      : []),
  ]);
}

function containerFindings({ plan, answers }: Case): readonly Finding[] {
  const { container: of, immutable } = planned(plan.backup, "backup");
  return about(answers, "container", backupParts(plan).container, of, (value) => [
    ...member(value, "properties.publicAccess", ifSaid(is("None")), of),
    ...(immutable
      ? []
      : [
          ...member(value, "properties.hasImmutabilityPolicy", is(false), of),
          ...member(value, "properties.hasLegalHold", is(false), of),
          ...member(
            value,
            "properties.immutableStorageWithVersioning.enabled",
            ifSaid(is(false)),
            of,
          ),
        ]),
    ...member(value, "properties.deleted", ifSaid(is(false)), of),
  ]);
}

/** Its role at the container, or at what contains that. */
function roleFindings({ plan, answers }: Case): readonly Finding[] {
  const { identity, container } = backupParts(plan);
  const of = identity.name;
  const path = `${of}: properties.principalId`;
  const principals = answersAbout(answers, "identity", idOf(plan, "identity", identity)).map(
    (value) => textAt(value, "properties.principalId"),
  );
  const [principal] = principals;
  if (principal === undefined || principals.some((one) => one === "" || one !== principal))
    return [differs(path, `the object id of ${of}`, principals.join(", "))];
  const own = allOf(answers, "subscription-role").filter(
    (value) => isOver(value, container) && isBlobContributor(value),
  );
  const isGranted = own.some((value) => alike(textAt(value, "properties.principalId"), principal));
  const conditions = own.flatMap((value) =>
    alike(textAt(value, "properties.principalId"), principal)
      ? member(value, "properties.condition", absent, of)
      : [],
  );
  if (isGranted) return conditions;
  const others = own.map((value) => textAt(value, "properties.principalId"));
  return [
    differs(
      `${of}: properties.roleDefinitionId`,
      "Storage Blob Data Contributor",
      others[0] ?? NOTHING,
    ),
  ];
}

/** The scope of an assignment is the beginning of its id. */
function isOver(assignment: Json, container: string): boolean {
  const [scope = ""] = textAt(assignment, "id").split(
    /\/providers\/Microsoft\.Authorization\/roleAssignments\//i,
  );
  return scope !== "" && `${container}/`.toLowerCase().startsWith(`${scope}/`.toLowerCase());
}

/** Some answers name the role of the tenant, others that of the subscription: they are one. */
const isBlobContributor = (assignment: Json): boolean =>
  textAt(assignment, "properties.roleDefinitionId").toLowerCase().endsWith(`/${BLOB_CONTRIBUTOR}`);
