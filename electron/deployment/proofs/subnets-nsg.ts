// subnets-nsg: security groups apply to the endpoints' subnets, and let the required traffic through.
import { isArray, type Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import type { CommandLine } from "../commands/command-line.ts";
import { itemsAt, memberAt, textAt } from "../answers/shape.ts";
import { about, alike } from "./about.ts";
import { absent, is, that } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { someOf } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { ask } from "./reads.ts";

type Network = Plan["networks"][number];
type Subnet = Network["subnets"][number];
type Rule = NonNullable<Subnet["securityGroup"]>["rules"][number];

export const subnetsNsg: Proof = {
  source:
    "managed-hsm/private-link.md, sql-docs on TDE; HSM facts, 2.G, workload facts, 1.2 and 2.5",
  reads: ({ networks }) => networks.flatMap(readsOf),
  evaluate: (given) =>
    someOf(given.plan.networks, "networks").flatMap((network) =>
      network.subnets.flatMap((subnet) => [
        ...subnetFindings(given, network, subnet),
        ...ruleFindings(given, network, subnet),
      ]),
    ),
};

const readsOf = (network: Network): readonly CommandLine[] => [
  ask(
    "subnet",
    `${network.name}-subnets.json`,
    "--resource-group",
    network.resourceGroup,
    "--vnet-name",
    network.name,
  ),
  ...network.subnets
    .filter(({ securityGroup }) => securityGroup !== undefined)
    .map(({ securityGroup }) =>
      ask(
        "nsg",
        `${securityGroup?.name ?? ""}.json`,
        "--resource-group",
        network.resourceGroup,
        "--name",
        securityGroup?.name ?? "",
      ),
    ),
];

const rulesId = (plan: Plan, { resourceGroup }: Network, name: string): string =>
  idOf(plan, "nsg", { name, resourceGroup });

function subnetFindings(
  { plan, answers }: Case,
  network: Network,
  subnet: Subnet,
): readonly Finding[] {
  const of = `${network.name}/${subnet.name}`;
  const id = idOf(plan, "subnet", network, subnet.name);
  const { endpointPolicies, securityGroup } = subnet;
  return about(answers, "subnet", id, of, (value) => [
    ...prefixFindings(value, subnet.prefix, of),
    ...(endpointPolicies === undefined
      ? []
      : member(value, "properties.privateEndpointNetworkPolicies", is(endpointPolicies), of)),
    ...(securityGroup === undefined
      ? []
      : member(
          value,
          "properties.networkSecurityGroup.id",
          is(rulesId(plan, network, securityGroup.name)),
          of,
        )),
  ]);
}

/** One range, or a list of it in newer versions. */
function prefixFindings(value: Json, prefix: string, of: string): readonly Finding[] {
  const path = "properties.addressPrefix";
  const found = textsAt(value, path, `${path}es`);
  return found.length > 0 && found.every((one) => one === prefix)
    ? []
    : [differs(`${of}: ${path}`, prefix, found.join(", "))];
}

function ruleFindings(
  { plan, answers }: Case,
  network: Network,
  subnet: Subnet,
): readonly Finding[] {
  const { securityGroup } = subnet;
  if (securityGroup === undefined) return [];
  const of = securityGroup.name;
  return about(answers, "nsg", rulesId(plan, network, of), of, (value) => {
    const all = itemsAt(value, "properties.securityRules");
    const path = `${of}: properties.securityRules`;
    return [
      ...securityGroup.rules.flatMap((rule) => {
        const found = all.find((one) => alike(textAt(one, "name"), rule.name));
        return found === undefined
          ? [differs(`${path} ${rule.name}`, "the rule", NOTHING)]
          : oneRule(found, rule, subnet.prefix, `${path} ${rule.name}`);
      }),
      ...all
        .map((one) => textAt(one, "name"))
        .filter((name) => !isOwn(subnet, name))
        .map((name) => differs(`${path} ${name}`, NOTHING, "a rule that the plan does not name")),
    ];
  });
}

/** Rules that SQL Managed Instance adds to its subnet's group by itself. */
const OF_INSTANCE = "Microsoft.Sql-managedInstances_UseOnly_";

const isOwn = ({ purpose, securityGroup }: Subnet, name: string): boolean =>
  securityGroup?.rules.some((rule) => alike(rule.name, name)) === true
  || (purpose === "sql-managed-instance" && name.startsWith(OF_INSTANCE));

const oneRule = (value: Json, rule: Rule, prefix: string, of: string): readonly Finding[] => [
  ...member(value, "properties.direction", is(rule.direction), of),
  ...member(value, "properties.access", is(rule.access), of),
  ...member(value, "properties.priority", is(rule.priority), of),
  ...member(value, "properties.protocol", tcp, of),
  ...portFindings(value, rule.ports, of),
  ...peerFindings(value, rule, of),
  ...nearFindings(value, rule, prefix, of),
  ...["source", "destination"].flatMap((side) =>
    member(value, `properties.${side}ApplicationSecurityGroups`, absent, of),
  ),
];

const tcp = that("Tcp or *", (found) => typeof found === "string" && /^(tcp|\*)$/i.test(found));

/** The subnet's own end: all of it, or anything. Connections come from any port. */
function nearFindings(
  value: Json,
  { direction }: Rule,
  prefix: string,
  of: string,
): readonly Finding[] {
  const side = direction === "Inbound" ? "destination" : "source";
  const path = `properties.${side}AddressPrefix`;
  const ports = "properties.sourcePortRange";
  const near = textsAt(value, path, `${path}es`);
  const from = textsAt(value, ports, `${ports}s`);
  return [
    ...(near.length === 1 && ["*", prefix].includes(near[0] ?? "")
      ? []
      : [differs(`${of}: ${path}`, `${prefix} or *`, near.join(", "))]),
    ...(from.length === 1 && ["*", "0-65535"].includes(from[0] ?? "")
      ? []
      : [differs(`${of}: ${ports}`, "*", from.join(", "))]),
  ];
}

/** A rule has one range in one member, or several in another. */
function textsAt(value: Json, one: string, many: string): readonly string[] {
  const list = memberAt(value, many);
  const all = isArray(list) ? list.filter((item) => typeof item === "string") : [];
  const single = textAt(value, one);
  return single === "" ? all : [...all, single];
}

function portFindings(value: Json, ports: readonly string[], of: string): readonly Finding[] {
  const path = "properties.destinationPortRange";
  const found = textsAt(value, path, `${path}s`);
  const isSame = found.length === ports.length && ports.every((port) => found.includes(port));
  return isSame ? [] : [differs(`${of}: ${path}`, ports.join(", "), found.join(", ") || NOTHING)];
}

/** The other end: the source of incoming traffic, the destination of outgoing traffic. */
function peerFindings(value: Json, { direction, peer }: Rule, of: string): readonly Finding[] {
  const side = direction === "Inbound" ? "source" : "destination";
  const path = `properties.${side}AddressPrefix`;
  const found = textsAt(value, path, `${path}es`);
  const isSame = found.length === 1 && found[0] === peer;
  return isSame ? [] : [differs(`${of}: ${path}`, peer, found.join(", ") || NOTHING)];
}
