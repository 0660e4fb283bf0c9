// storage-key: each storage account uses the HSM's key, and follows its versions.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { textAt } from "../answers/shape.ts";
import { about } from "./about.ts";
import { absent, is, like, sameAddress, words } from "./expectation.ts";
import { differs, member, named, type Finding } from "./finding.ts";
import { hostOf, idOf } from "./ids.ts";
import { timeAt } from "./key-answers.ts";
import { newestCreated, rotatedSince } from "./rotated-since.ts";
import { someOf } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { read, showKey } from "./reads.ts";
import { keyAddressFindings } from "./sql-key.ts";

type Account = Plan["storageAccounts"][number];

const VAULT = "properties.encryption.keyVaultProperties";
const DAY = 86_400_000;

export const storageKey: Proof = {
  source: "azure-docs, storage/common/customer-managed-keys-overview.md; workload facts, 5.1",
  reads: (plan) => [
    ...plan.storageAccounts.map((one) => read("storage", one)),
    ...[...new Set(plan.storageAccounts.map(({ key }) => key))].map((key) =>
      showKey(plan.hsm, key),
    ),
  ],
  evaluate: (given) =>
    someOf(given.plan.storageAccounts, "storageAccounts").flatMap((account) =>
      about(given.answers, "storage", idOf(given.plan, "storage", account), account.name, (value) =>
        oneAccount(given, account, value),
      ),
    ),
};

function oneAccount(
  { plan, answers, now }: Case,
  account: Account,
  value: Json,
): readonly Finding[] {
  const of = account.name;
  const current = `${VAULT}.currentVersionedKeyIdentifier`;
  const pinned = like("a version", /^[0-9a-f]{32}$/i);
  return [
    ...member(value, "identity.type", words(account.identity), of),
    ...member(value, "properties.encryption.keySource", is("Microsoft.Keyvault"), of),
    ...member(value, `${VAULT}.keyVaultUri`, sameAddress(`https://${hostOf(plan.hsm)}`), of),
    ...member(value, `${VAULT}.keyName`, is(account.key), of),
    ...member(value, `${VAULT}.keyVersion`, account.followsVersions ? absent : pinned, of),
    ...keyAddressFindings(plan, answers, account.key, textAt(value, current), named(of, current)),
    ...expiry(value, of, now),
    ...rotatedSince(
      value,
      `${VAULT}.lastKeyRotationTimestamp`,
      newestCreated(answers, plan.hsm, account.key),
      of,
    ),
    ...Object.entries({
      blob: "Account",
      file: "Account",
      ...(account.queuesAndTables
        ? { queue: account.queueTableKeys, table: account.queueTableKeys }
        : {}),
    }).flatMap(([service, keyType]) =>
      member(value, `properties.encryption.services.${service}.keyType`, is(keyType), of),
    ),
    ...member(value, "properties.provisioningState", is("Succeeded"), of),
  ];
}

function expiry(value: Json, of: string, now: Date): readonly Finding[] {
  const path = `${VAULT}.currentVersionedKeyExpirationTimestamp`;
  const time = timeAt(value, path);
  // Azure writes year one or zeros for "none".
  if (time === null || textAt(value, path).startsWith("1970-01-01")) return [];
  return time > now.getTime() + DAY
    ? []
    : [differs(`${of}: ${path}`, "a time in the future, or nothing", textAt(value, path))];
}
