// repointed: after a recovery, every service uses its key in the recovery HSM, which has another name.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import type { Answers } from "../answers/answer.ts";
import { textAt } from "../answers/shape.ts";
import { about, alike } from "./about.ts";
import { absent, ifSaid, is, sameAddress } from "./expectation.ts";
import { CONFIRMED } from "./cosmos-key.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { hostOf, idOf, keyAddress } from "./ids.ts";
import { serverKeyName } from "./instances.ts";
import { keyAddressOf, newestVersion } from "./key-answers.ts";
import { planned } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { read } from "./reads.ts";

type Second = NonNullable<Plan["recoveryHsm"]>;

export const repointed: Proof = {
  atItsTime: true,
  source: "managed-hsm/disaster-recovery-guide.md (name and URL change); HSM facts, section 2.L",
  reads: (plan) => [
    ...plan.sqlInstances
      .filter(({ key }) => key !== undefined)
      .map((one) => read("protector", one)),
    ...plan.diskSets.map((one) => read("disk-set", one)),
    ...plan.storageAccounts.map((one) => read("storage", one)),
    ...plan.cosmosAccounts.map((one) => read("cosmos", one)),
  ],
  evaluate: (given) => {
    const second = planned(given.plan.recoveryHsm, "recoveryHsm");
    return [...sql(given, second), ...diskSets(given, second), ...accounts(given, second)];
  },
};

/** A versioned address of the recovery HSM; its newest version if an answer has it. */
function addressFindings(
  answers: Answers,
  second: Second,
  key: string,
  address: string,
  path: string,
): readonly Finding[] {
  const said = keyAddressOf(address);
  const newest = newestVersion(answers, second, key);
  const isRight =
    said !== null
    && said.host === hostOf(second)
    && alike(said.name, key)
    && said.version !== ""
    && (newest === null || said.version === newest);
  const wanted = `${keyAddress(second, key)}/${newest ?? "VERSION"}`;
  return isRight ? [] : [differs(path, wanted, address === "" ? NOTHING : address)];
}

const sql = ({ plan, answers }: Case, second: Second): readonly Finding[] =>
  plan.sqlInstances.flatMap((instance) => {
    const { name, key } = instance;
    if (key === undefined) return [];
    const id = idOf(plan, "protector", instance);
    return about(answers, "protector", id, name, (value) => {
      const path = `${name}: properties.uri`;
      const address = keyAddressOf(textAt(value, "properties.uri"));
      const named = serverKeyName(second.name, key, address?.version ?? "VERSION");
      return [
        ...member(value, "properties.serverKeyType", is("AzureKeyVault"), name),
        ...member(value, "properties.serverKeyName", is(named), name),
        ...addressFindings(answers, second, key, textAt(value, "properties.uri"), path),
      ];
    });
  });

const diskSets = ({ plan, answers }: Case, second: Second): readonly Finding[] =>
  plan.diskSets.flatMap((set) =>
    about(answers, "disk-set", idOf(plan, "disk-set", set), set.name, (value) => {
      const address = textAt(value, "properties.activeKey.keyUrl");
      const path = `${set.name}: properties.activeKey.keyUrl`;
      const vault = ifSaid(is(idOf(plan, "hsm", second)));
      return [
        ...addressFindings(answers, second, set.key, address, path),
        ...member(value, "properties.activeKey.sourceVault.id", vault, set.name),
        ...member(value, "properties.autoKeyRotationError", absent, set.name),
        ...member(value, "properties.provisioningState", is("Succeeded"), set.name),
      ];
    }),
  );

const VAULT = "properties.encryption.keyVaultProperties";
const CURRENT = `${VAULT}.currentVersionedKeyIdentifier`;

const accounts = ({ plan, answers }: Case, second: Second): readonly Finding[] => [
  ...plan.storageAccounts.flatMap((account) =>
    about(answers, "storage", idOf(plan, "storage", account), account.name, (value: Json) => [
      ...member(value, "properties.encryption.keySource", is("Microsoft.Keyvault"), account.name),
      ...member(
        value,
        `${VAULT}.keyVaultUri`,
        sameAddress(`https://${hostOf(second)}`),
        account.name,
      ),
      ...member(value, `${VAULT}.keyName`, is(account.key), account.name),
      ...addressFindings(
        answers,
        second,
        account.key,
        textAt(value, CURRENT),
        `${account.name}: ${CURRENT}`,
      ),
    ]),
  ),
  ...plan.cosmosAccounts.flatMap((account) =>
    about(answers, "cosmos", idOf(plan, "cosmos", account), account.name, (value: Json) => [
      ...member(
        value,
        "properties.keyVaultKeyUri",
        sameAddress(keyAddress(second, account.key)),
        account.name,
      ),
      ...member(value, "properties.customerManagedKeyStatus", is(CONFIRMED), account.name),
    ]),
  ),
];
