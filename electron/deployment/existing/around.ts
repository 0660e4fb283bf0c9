// Of the answers about a whole subscription those that a plan around one HSM is about: what its keys protect,
// and the networks, endpoints and identities of that.
import { isObject, type Json } from "../../../crypto/json.ts";
import type { Answers } from "../answers/answer.ts";
import type { AnswerKind } from "../answers/kind.ts";
import { itemsAt, memberAt, textAt } from "../answers/shape.ts";
import { allOf } from "../proofs/about.ts";
import { isHostOf } from "../proofs/ids.ts";

type Keeps = (value: Json) => boolean;

/** @param hsm its name, in any case */
export function aroundHsm(answers: Answers, hsm: string): Answers {
  const keeps = keptBy(answers, { name: hsm });
  return { ...answers, all: answers.all.filter(({ kind, value }) => keeps[kind]?.(value) ?? true) };
}

const idIn = (value: Json, path = "id"): string => textAt(value, path).toLowerCase();

/** By the kind of an answer, whether it is about the HSM; a kind that is not here always is. */
function keptBy(answers: Answers, hsm: { readonly name: string }) {
  const idsOf = (kind: AnswerKind, keeps: Keeps): ReadonlySet<string> =>
    new Set(
      allOf(answers, kind)
        .filter(keeps)
        .map((value) => idIn(value)),
    );
  const isUnder =
    (path: string): Keeps =>
    (value) =>
      isOwnAddress(textAt(value, path), hsm);
  const isOwnHsm: Keeps = (value) => textAt(value, "name").toLowerCase() === hsm.name.toLowerCase();
  const own = idsOf("hsm", isOwnHsm);

  const diskSet = isUnder("activeKey.keyUrl");
  const sets = idsOf("disk-set", diskSet);
  const hasSet = (value: Json, path: string): boolean => sets.has(idIn(value, path));
  const isProtected: Keeps = (value) => hasSet(value, "encryption.diskEncryptionSetId");
  const protectedDisks = idsOf("disk", isProtected);
  const owners = new Set(
    allOf(answers, "disk")
      .filter(isProtected)
      .map((value) => idIn(value, "managedBy")),
  );
  const vm: Keeps = (value) =>
    owners.has(idIn(value))
    || [
      memberAt(value, "storageProfile.osDisk") ?? null,
      ...itemsAt(value, "storageProfile.dataDisks"),
    ].some((disk) => protectedDisks.has(idIn(disk, "managedDisk.id")));
  const machines = idsOf("vm", vm);

  const instances = new Set(
    allOf(answers, "protector")
      .filter(isUnder("uri"))
      .map((value) => idIn(value).replace(/\/encryptionprotector\/[^/]*$/, "")),
  );
  const ofInstance: Keeps = (value) =>
    [...instances].some((id) => idIn(value).startsWith(`${id}/`));

  const endpoint: Keeps = (value) =>
    itemsAt(value, "privateLinkServiceConnections").some((one) =>
      own.has(idIn(one, "privateLinkServiceId")),
    );
  const networks = networksOf(answers, [
    ...allOf(answers, "endpoint")
      .filter(endpoint)
      .map((value) => idIn(value, "subnet.id")),
    ...allOf(answers, "instance")
      .filter((value) => instances.has(idIn(value)))
      .map((value) => idIn(value, "subnetId")),
  ]);
  const inNetwork: Keeps = (value) => networks.has(networkIn(idIn(value)));

  const principals = new Set(
    allOf(answers, "role-assignment").map((value) => idIn(value, "principalId")),
  );
  const hsmsOwn = new Set(
    allOf(answers, "hsm")
      .filter(isOwnHsm)
      .flatMap((value) => namesIn(memberAt(value, "identity.userAssignedIdentities"))),
  );
  const otherHsms = idsOf("hsm", (value) => !isOwnHsm(value));
  return {
    // Of several others nothing says which one is for recoveries.
    hsm: (value) => isOwnHsm(value) || otherHsms.size === 1,
    "disk-set": diskSet,
    disk: (value) => isProtected(value) || machines.has(idIn(value, "managedBy")),
    vm,
    "replicated-item": (value) =>
      itemsAt(value, "providerSpecificDetails.protectedManagedDisks").some(
        (disk) =>
          hasSet(disk, "primaryDiskEncryptionSetId") || hasSet(disk, "recoveryDiskEncryptionSetId"),
      ),
    aks: (value) => hasSet(value, "diskEncryptionSetID"),
    instance: (value) => instances.has(idIn(value)),
    protector: ofInstance,
    database: ofInstance,
    "failover-group": (value) =>
      itemsAt(value, "managedInstancePairs").some((pair) =>
        instances.has(idIn(pair, "primaryManagedInstanceId")),
      ),
    storage: isUnder("encryption.keyVaultProperties.keyVaultUri"),
    cosmos: isUnder("keyVaultKeyUri"),
    endpoint,
    "diagnostic-setting": (value) => [...own].some((id) => idIn(value).startsWith(`${id}/`)),
    "zone-link": (value) =>
      idIn(value).includes("/privatelink.managedhsm.")
      && networks.has(idIn(value, "virtualNetwork.id")),
    network: inNetwork,
    subnet: inNetwork,
    peering: inNetwork,
    identity: (value) => principals.has(idIn(value, "principalId")) || hsmsOwn.has(idIn(value)),
    "metric-alert": (value) =>
      itemsAt(value, "scopes").some((id) => typeof id === "string" && own.has(id.toLowerCase())),
  } satisfies Partial<Record<AnswerKind, Keeps>> as Partial<Record<AnswerKind, Keeps>>;
}

/** Whether an address is this HSM's, in any of Microsoft's clouds. */
const isOwnAddress = (address: string, hsm: { readonly name: string }): boolean =>
  isHostOf(/^https:\/\/([^/:]+)/.exec(address)?.[1] ?? "", hsm);

const networkIn = (id: string): string => /^.*\/virtualnetworks\/[^/]+/.exec(id)?.[0] ?? "";

/** The networks of these subnets, and those that they are peered with. */
function networksOf(answers: Answers, subnets: readonly string[]): ReadonlySet<string> {
  const first = new Set(subnets.map(networkIn).filter((id) => id !== ""));
  const peers = allOf(answers, "peering")
    .filter((value) => first.has(networkIn(idIn(value))))
    .map((value) => idIn(value, "remoteVirtualNetwork.id"));
  return new Set([...first, ...peers]);
}

const namesIn = (value: Json | undefined): readonly string[] =>
  value !== undefined && isObject(value) ? Object.keys(value).map((id) => id.toLowerCase()) : [];
