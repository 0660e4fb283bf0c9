// What is asked of Azure to find what exists: lists of the subscription, then what is below their items.
import type { Json } from "../../../crypto/json.ts";
import type { Answers } from "../answers/answer.ts";
import { textAt } from "../answers/shape.ts";
import { typeOf, versionOf, type ResourceKind } from "../plan/azure-resources.ts";
import { alike } from "../proofs/about.ts";
import { keyName } from "../proofs/key-answers.ts";
import type { Read } from "../reading/questions.ts";
import { Seen } from "./seen.ts";

/** What the subscription lists. A zone and a vault are asked for in the version of what is below them. */
const LISTED: readonly (readonly [ResourceKind, version: ResourceKind])[] = [
  ...(
    [
      ...["hsm", "network", "nsg", "endpoint", "instance", "disk-set", "disk", "vm", "storage"],
      ...["cosmos", "aks", "identity", "metric-alert", "log-alert"],
    ] as const
  ).map((kind) => [kind, kind] as const),
  ["zone", "zone-link"],
  ["vault", "replicated-item"],
];

/** What is asked of each item of a list, below its id. */
const BELOW: readonly (readonly [of: ResourceKind, path: string, version: ResourceKind])[] = [
  ["network", "subnets", "subnet"],
  ["network", "virtualNetworkPeerings", "peering"],
  ["zone", "virtualNetworkLinks", "zone-link"],
  ["instance", "encryptionProtector/current", "protector"],
  ["instance", "databases", "database"],
  ["vault", "replicationProtectedItems", "replicated-item"],
];

/**
 * The questions that are known after these answers: at first the lists, then more.
 * @param hsm the name of the HSM that the plan is about; its own interface is asked once it was listed
 */
export function existingReads(
  subscription: string,
  hsm: string,
  answers: Answers,
): readonly Read[] {
  const seen = new Seen(answers);
  const own = seen.all("hsm").find((value) => alike(textAt(value, "name"), hsm));
  return [
    ...LISTED.map(([kind, version]) =>
      ofAzure(`/subscriptions/${subscription}/providers/${typeOf(kind)}`, version),
    ),
    ...BELOW.flatMap(([kind, path, version]) =>
      seen.all(kind).map((value) => ofAzure(`${textAt(value, "id")}/${path}`, version)),
    ),
    ...seen.all("instance").map((value) => groupsOf(seen, subscription, value)),
    ...(own === undefined ? [] : ofOwn(seen, own, hsm)),
  ];
}

const ofAzure = (path: string, version: ResourceKind): Read => ({
  into: path,
  question: { of: "resource-manager", path, version: versionOf(version) },
});

/** The failover groups of an instance's region. */
function groupsOf(seen: Seen, subscription: string, instance: Json): Read {
  const { resourceGroup, region } = seen.placed(instance);
  const scope = `/subscriptions/${subscription}/resourceGroups/${resourceGroup}`;
  const path = `${scope}/providers/Microsoft.Sql/locations/${region}/instanceFailoverGroups`;
  return ofAzure(path, "failover-group");
}

/** What the HSM itself says: roles, keys and their policies. */
function ofOwn(seen: Seen, own: Json, name: string): readonly Read[] {
  const hsm = name.toLowerCase();
  const ofHsm = (path: string): Read => ({
    into: `${hsm}/${path}`,
    question: { of: "hsm", hsm, path, version: "7.5" },
  });
  const keys = [...seen.all("key"), ...seen.all("key-version")]
    .map(keyName)
    .filter((key) => key !== "");
  const id = textAt(own, "id");
  return [
    ofAzure(`${id}/regions`, "region"),
    ofAzure(`${id}/providers/${typeOf("diagnostic-setting")}`, "diagnostic-setting"),
    ...[
      "keys",
      "providers/Microsoft.Authorization/roleAssignments",
      "settings/AllowKeyManagementOperationsThroughARM",
      ...[...new Set(keys)].flatMap((key) => [`keys/${key}`, `keys/${key}/rotationpolicy`]),
    ].map(ofHsm),
  ];
}
