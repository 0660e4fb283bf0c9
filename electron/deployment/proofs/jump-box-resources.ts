// jump-box-resources: the machines and services of the way in are there, within the networks alone.
import type { Json } from "../../../crypto/json.ts";
import type { CommandLine } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { itemsAt, textAt } from "../answers/shape.ts";
import { about, alike, allOf } from "./about.ts";
import { absent, is, sameRegion, that } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { planned, someOf } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { ask, getResource, read } from "./reads.ts";

type JumpBox = Plan["jumpBoxes"][number];

const KINDS = { "virtual-machine": "vm", bastion: "bastion", vpn: "gateway" } as const;

export const jumpBoxResources: Proof = {
  source: "bastion/configuration-settings.md; virtual-network/ip-services; HSM facts, section 2.H",
  reads: (plan) => [
    ...plan.jumpBoxes.map((box) => readBox(plan, box)),
    ...interfaceGroups(plan).map((group) =>
      ask("interface", `${group}-interfaces.json`, "--resource-group", group),
    ),
  ],
  evaluate: (given) =>
    someOf(given.plan.jumpBoxes, "jumpBoxes").flatMap((box) => [
      ...about(
        given.answers,
        KINDS[box.kind],
        idOf(given.plan, KINDS[box.kind], box),
        box.name,
        (value) => [
          ...member(value, "location", sameRegion(box.region), box.name),
          ...member(value, "properties.provisioningState", is("Succeeded"), box.name),
          ...(box.kind === "virtual-machine" ? [] : ownSubnet(given.plan, box, value)),
        ],
      ),
      ...(box.kind === "virtual-machine" ? interfaces(given, box) : []),
    ]),
};

const readBox = (plan: Plan, box: JumpBox): CommandLine =>
  box.kind === "bastion"
    ? getResource(`${box.name}-bastion.json`, "bastion", idOf(plan, "bastion", box))
    : read(KINDS[box.kind], box);

/** The groups of the machines, whose network interfaces may have any name. */
const interfaceGroups = ({ jumpBoxes }: Plan): readonly string[] => [
  ...new Set(
    jumpBoxes
      .filter(({ kind }) => kind === "virtual-machine")
      .map(({ resourceGroup }) => resourceGroup),
  ),
];

const networkOf = (plan: Plan, box: JumpBox): Plan["networks"][number] =>
  planned(
    plan.networks.find(({ name }) => name === box.network),
    "jumpBoxes.network",
  );

/** A gateway is in a subnet of its own: clients come from elsewhere. Only its network is the plan's. */
function ownSubnet(plan: Plan, box: JumpBox, value: Json): readonly Finding[] {
  const network = networkOf(plan, box);
  const start = `${idOf(plan, "network", network)}/subnets/`;
  const id = idOf(plan, "subnet", network, box.subnet);
  const path = "properties.ipConfigurations";
  const wanted =
    box.kind === "bastion"
      ? is(id)
      : that(
          `${start}...`,
          (found) =>
            typeof found === "string" && found.toLowerCase().startsWith(start.toLowerCase()),
        );
  const all = itemsAt(value, path);
  return all.length === 0
    ? [differs(`${box.name}: ${path}.properties.subnet.id`, wanted.text, NOTHING)]
    : all.flatMap((one) => member(one, "properties.subnet.id", wanted, `${box.name}: ${path}`));
}

/** The interfaces of a machine: each is in its subnet, and none has an address of the internet. */
function interfaces({ plan, answers }: Case, box: JumpBox): readonly Finding[] {
  const machine = idOf(plan, "vm", box);
  const subnet = idOf(plan, "subnet", networkOf(plan, box), box.subnet);
  const own = allOf(answers, "interface").filter((value) =>
    alike(textAt(value, "properties.virtualMachine.id"), machine),
  );
  const path = `${box.name}: properties.ipConfigurations`;
  const configurations = own.flatMap((value) => itemsAt(value, "properties.ipConfigurations"));
  return configurations.length === 0
    ? [differs(`${path}.properties.subnet.id`, subnet, NOTHING)]
    : configurations.flatMap((one) => [
        ...member(one, "properties.subnet.id", is(subnet), path),
        ...member(one, "properties.publicIPAddress", absent, path),
      ]);
}
