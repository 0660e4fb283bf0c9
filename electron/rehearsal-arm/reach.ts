// The way from a jump box to the HSM: its name in the zone that is linked to the box's network.
import { isObject, type JsonObject } from "../../crypto/index.ts";
import type { Plan } from "../deployment/deployment.ts";
import { listAt, textAt } from "./world/json-path.ts";
import { addressesIn } from "./world/dns.ts";
import { keyOf, nameOf } from "./world/resource.ts";
import { isReachable } from "./rules/managed-hsm.ts";
import type { World } from "./world/world.ts";

const isActive = (world: World, host: string): boolean =>
  world.machine(host)?.state.activated === true;

/** The script's output there; the HSM's public address if no linked zone knows its name. */
export function reachFrom(world: World, plan: Plan, box: Plan["jumpBoxes"][number]): JsonObject {
  const host = plan.hsm.name.toLowerCase();
  const network = plan.networks.find(({ name }) => name === box.network);
  const addresses = addressesIn(world, network?.name ?? "", host);
  const hsm = world.ofKind("hsm").find(({ id }) => keyOf(nameOf(id)) === host);
  const regions = listAt(hsm, "properties.regions").filter(isObject);
  const serves = regions.some((one) => textAt(one, "name") === box.region);
  return {
    reach: `${host}.managedhsm.azure.net`,
    from: box.name,
    at: world.now(),
    addresses,
    // Before its activation it answers no read.
    status: isReachable(world, host) && isActive(world, host) ? 200 : 403,
    servingRegion: serves ? box.region : textAt(hsm, "location"),
  };
}
