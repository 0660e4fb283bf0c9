// region-removed: the second region, and its price, are gone.
import { isArray, type Json } from "../../../crypto/json.ts";
import { memberAt, textAt } from "../answers/shape.ts";
import { about, allOf } from "./about.ts";
import { is } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { planned } from "./planned.ts";
import type { Proof } from "./proof.ts";
import { read } from "./reads.ts";

export const regionRemoved: Proof = {
  atItsTime: true,
  source: "az's recording of region remove; HSM facts, sections 1 (row 10) and 2.F",
  reads: ({ hsm }) => [read("hsm", hsm), read("region", hsm)],
  evaluate: ({ plan, answers }) => {
    const region = planned(plan.hsm.extension, "hsm.extension");
    return [
      ...about(answers, "hsm", idOf(plan, "hsm", plan.hsm), "", (hsm) => {
        const regions = memberAt(hsm, "properties.regions");
        // Without the list nothing shows that the region is gone.
        const left = isArray(regions)
          ? []
          : [differs("properties.regions", "a list without it", NOTHING)];
        return [
          ...left,
          ...member(hsm, "properties.provisioningState", is("Succeeded")),
          ...(isArray(regions) ? still(regions, region) : []),
        ];
      }),
      ...still(allOf(answers, "region"), region),
    ];
  },
};

/** It counts as present while it is being deleted. */
const still = (regions: readonly Json[], gone: string): readonly Finding[] =>
  regions
    .filter((region) => textAt(region, "name").toLowerCase().replaceAll(" ", "") === gone)
    .map((region) =>
      differs(
        "properties.regions.name",
        `not ${gone}`,
        `${textAt(region, "name")}, ${textAt(region, "provisioningState") || "no state"}`,
      ),
    );
