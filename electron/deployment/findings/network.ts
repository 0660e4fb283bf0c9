// Networks: endpoints, DNS zones, security groups, and the places from which the HSM is administered.
import { named, same, subnetOf } from "../plan/named.ts";
import type { Plan } from "../plan/plan.ts";
import { contains, overlap, rangeOf } from "../plan/ranges.ts";
import { hsmRegions } from "../plan/services-of.ts";
import { letsThrough } from "./security-rules.ts";
import { each, eachWith, hits, type Hit, type Rule } from "./rule.ts";

export const NETWORK: readonly Rule[] = [
  {
    code: "P-ENDPOINT-MISSING",
    severity: "stops",
    source: "regions",
    runbooks: ["endpoints", "public-access"],
    find: (plan) =>
      each(
        "regions",
        plan.regions,
        ({ name }, at) =>
          hsmRegions(plan).includes(name)
          && !plan.endpoints.some(({ region }) => region === name) && [`${at}.name`, "endpoints"],
      ),
  },
  {
    code: "P-ENDPOINT-SUBNET",
    severity: "stops",
    source: "privateLink",
    runbooks: ["endpoints"],
    find: (plan) =>
      each("endpoints", plan.endpoints, ({ network, subnet }, at) => {
        const there = subnetOf(plan, network, subnet);
        return there !== undefined && there.purpose !== "private-endpoints" && `${at}.subnet`;
      }),
  },
  {
    code: "P-ENDPOINT-SECURITY-GROUP",
    severity: "advice",
    source: "privateLink",
    runbooks: ["endpoints"],
    find: ({ networks }) =>
      subnets(
        networks,
        ({ purpose, securityGroup }, at) =>
          purpose === "private-endpoints" && securityGroup === undefined && at,
      ),
  },
  {
    code: "P-ENDPOINT-POLICIES",
    severity: "stops",
    source: "privateLink",
    runbooks: ["foundation", "endpoints"],
    find: ({ networks }) =>
      subnets(
        networks,
        ({ purpose, securityGroup, endpointPolicies }, at) =>
          purpose === "private-endpoints"
          && securityGroup !== undefined
          && endpointPolicies !== "NetworkSecurityGroupEnabled"
          && `${at}.endpointPolicies`,
      ),
  },
  {
    code: "P-ENDPOINT-CLOSED",
    severity: "stops",
    source: "tde",
    runbooks: ["foundation", "endpoints"],
    find: (plan) =>
      each("endpoints", plan.endpoints, ({ network, subnet }, at) => {
        const there = subnetOf(plan, network, subnet);
        const users = named(plan.networks, network)?.subnets ?? [];
        const shut = users.filter(
          ({ purpose, prefix }) =>
            purpose !== "private-endpoints"
            && !letsThrough(there?.securityGroup?.rules, "Inbound", "443", prefix),
        );
        return (
          there?.endpointPolicies === "NetworkSecurityGroupEnabled"
          && shut.length > 0
          && `${at}.subnet`
        );
      }),
  },
  {
    code: "P-ZONE-SHARED",
    severity: "stops",
    source: "regions",
    runbooks: ["endpoints"],
    find: ({ endpoints }) =>
      each("endpoints", endpoints, ({ region, zoneResourceGroup }, at, i) => {
        const first = endpoints.findIndex(
          (one) => one.region !== region && same(one.zoneResourceGroup, zoneResourceGroup),
        );
        return (
          first >= 0
          && first < i && [
            `endpoints[${String(first)}].zoneResourceGroup`,
            `${at}.zoneResourceGroup`,
          ]
        );
      }),
  },
  {
    code: "P-ZONE-LINK-MISSING",
    severity: "stops",
    source: "privateLink",
    runbooks: ["endpoints"],
    find: ({ endpoints, zones }) =>
      each("endpoints", endpoints, ({ network, zoneResourceGroup }, at) => {
        const zone = zones.find(({ resourceGroup }) => same(resourceGroup, zoneResourceGroup));
        const isLinked = zone?.links.some((link) => same(link.network, network)) ?? true;
        return !isLinked && [`${at}.network`, "zones"];
      }),
  },
  {
    code: "P-ZONE-LINK-FOREIGN",
    severity: "stops",
    source: "regions",
    runbooks: ["endpoints"],
    find: ({ endpoints, networks, zones }) =>
      zones.flatMap(({ resourceGroup, links }, i) => {
        const served = endpoints.filter(({ zoneResourceGroup }) =>
          same(zoneResourceGroup, resourceGroup),
        );
        return each(`zones[${String(i)}].links`, links, ({ network }, at) => {
          const there = named(networks, network);
          const isForeign =
            there !== undefined && served.every(({ region }) => region !== there.region);
          return served.length > 0 && isForeign && `${at}.network`;
        });
      }),
  },
  {
    code: "P-ZONE-REGISTRATION",
    severity: "advice",
    source: "ours",
    runbooks: ["endpoints"],
    find: ({ zones }) =>
      zones.flatMap(({ links }, i) =>
        eachWith(`zones[${String(i)}].links`, links, "registration", true),
      ),
  },
  {
    code: "P-NETWORK-OVERLAP",
    severity: "stops",
    source: "failoverGroup",
    runbooks: ["foundation", "endpoints", "sql-mi"],
    find: ({ networks }) =>
      each("networks", networks, ({ addressSpace }, at, i) => {
        const first = networks.findIndex(
          (one, n) => n < i && anyOverlap(one.addressSpace, addressSpace),
        );
        return first >= 0 && [`networks[${String(first)}].addressSpace`, `${at}.addressSpace`];
      }),
  },
  {
    code: "P-SUBNET-OUTSIDE",
    severity: "stops",
    source: "plan",
    runbooks: ["foundation", "endpoints"],
    find: ({ networks }) =>
      networks.flatMap(({ addressSpace, subnets: own }, i) =>
        each(`networks[${String(i)}].subnets`, own, ({ prefix }, at) => {
          const isInside = addressSpace.some((space) => contains(rangeOf(space), rangeOf(prefix)));
          return !isInside && `${at}.prefix`;
        }),
      ),
  },
  {
    code: "P-SUBNET-OVERLAP",
    severity: "stops",
    source: "plan",
    runbooks: ["foundation", "endpoints"],
    find: ({ networks }) =>
      networks.flatMap(({ subnets: own }, i) =>
        each(`networks[${String(i)}].subnets`, own, ({ prefix }, at, n) => {
          const first = own.findIndex((one, k) => k < n && anyOverlap([one.prefix], [prefix]));
          return (
            first >= 0 && [
              `networks[${String(i)}].subnets[${String(first)}].prefix`,
              `${at}.prefix`,
            ]
          );
        }),
      ),
  },
  {
    code: "P-JUMP-BOX-MISSING",
    severity: "stops",
    source: "network",
    runbooks: ["endpoints", "public-access"],
    find: ({ endpoints, jumpBoxes }) =>
      each(
        "endpoints",
        endpoints,
        ({ region }, at) =>
          !jumpBoxes.some((box) => box.region === region) && [`${at}.region`, "jumpBoxes"],
      ),
  },
  {
    code: "P-JUMP-BOX-NETWORK",
    severity: "stops",
    source: "privateLink",
    runbooks: ["endpoints"],
    find: ({ endpoints, jumpBoxes }) =>
      each("jumpBoxes", jumpBoxes, ({ network, region }, at) => {
        const own = endpoints.filter((endpoint) => endpoint.region === region);
        return own.length > 0 && !own.some((one) => same(one.network, network)) && `${at}.network`;
      }),
  },
  {
    code: "P-JUMP-BOX-DNS",
    severity: "advice",
    source: "ours",
    runbooks: ["endpoints"],
    find: ({ jumpBoxes }) => {
      const isAlone = jumpBoxes.length > 0 && jumpBoxes.every(({ dns }) => dns === "network");
      return hits(isAlone && "jumpBoxes");
    },
  },
  {
    code: "P-JUMP-BOX-SIGN-IN",
    severity: "advice",
    source: "ours",
    runbooks: ["endpoints"],
    find: ({ jumpBoxes }) => {
      const isAlone = jumpBoxes.length > 0 && jumpBoxes.every(({ localSignIn }) => !localSignIn);
      return hits(isAlone && "jumpBoxes");
    },
  },
  {
    code: "P-BASTION-SUBNET",
    severity: "stops",
    source: "bastion",
    runbooks: ["foundation", "endpoints"],
    find: ({ jumpBoxes }) =>
      each(
        "jumpBoxes",
        jumpBoxes,
        ({ kind, subnet }, at) =>
          kind === "bastion" && subnet !== "AzureBastionSubnet" && `${at}.subnet`,
      ),
  },
];

const anyOverlap = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.some((other) => overlap(rangeOf(one), rangeOf(other))));

type Subnet = Plan["networks"][number]["subnets"][number];

const subnets = (
  networks: Plan["networks"],
  look: (subnet: Subnet, at: string) => string | false,
): readonly Hit[] =>
  networks.flatMap(({ subnets: own }, i) => each(`networks[${String(i)}].subnets`, own, look));
