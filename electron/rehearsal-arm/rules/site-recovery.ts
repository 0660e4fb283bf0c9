// Replicated machines, as far as they change their region.
import { put, textAt } from "../world/json-path.ts";
import { refuse } from "../world/world.ts";
import type { Rule, Rules } from "./rule.ts";

const ACTIVE = "properties.activeLocation";

const item: Rule = {
  actions: {
    unplannedFailover: (world, resource, body) => {
      if (textAt(body, "properties.providerSpecificDetails.instanceType") !== "A2A")
        return refuse(400, "InvalidParameter", "The details are not those of the item's provider.");
      const isPrimary = textAt(resource, ACTIVE) === "Primary";
      world.keep(put(resource, ACTIVE, isPrimary ? "Recovery" : "Primary"));
      return null;
    },
    failoverCommit: () => null,
  },
};

export const SITE_RECOVERY_RULES: Rules = { "replicated-item": item };
