// region-extended: the HSM answers from its second region too.
import type { Json } from "../../../crypto/json.ts";
import { itemsAt, textAt } from "../answers/shape.ts";
import { allOf, answersAbout } from "./about.ts";
import { ifSaid, is } from "./expectation.ts";
import { differs, member, named, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import type { Case, Proof } from "./proof.ts";
import { read } from "./reads.ts";
import { planned } from "./planned.ts";

export const regionExtended: Proof = {
  source: "managed-hsm/multi-region-replication.md, az's recording; HSM facts, section 2.F",
  reads: ({ hsm }) => [read("region", hsm), read("hsm", hsm)],
  evaluate: (given) => {
    const { plan, answers } = given;
    const region = planned(plan.hsm.extension, "hsm.extension");
    const lists = regionLists(given);
    if (lists.length === 0) return [differs("properties.regions", region, NOTHING)];
    return [
      ...lists.flatMap((regions) => oneRegion(regions, region, plan.hsm.region)),
      ...answersAbout(answers, "hsm", idOf(plan, "hsm", plan.hsm)).flatMap((hsm) =>
        member(hsm, "properties.provisioningState", is("Succeeded")),
      ),
    ];
  },
};

/** The regions as the HSM's own answer lists them, and as the list of regions does. */
function regionLists({ plan, answers }: Case): readonly (readonly Json[])[] {
  const own = answersAbout(answers, "hsm", idOf(plan, "hsm", plan.hsm)).map((hsm) =>
    itemsAt(hsm, "properties.regions"),
  );
  const listed = allOf(answers, "region");
  return listed.length === 0 ? own : [...own, listed];
}

/** The primary region is listed by some versions of the service and not by others. */
function oneRegion(regions: readonly Json[], wanted: string, primary: string): readonly Finding[] {
  const found = regions.filter((region) => textAt(region, "name").toLowerCase() === wanted);
  const others = regions.filter(
    (region) => ![wanted, primary].includes(textAt(region, "name").toLowerCase()),
  );
  if (found.length === 0)
    return [
      differs(
        "properties.regions.name",
        wanted,
        regions.map((one) => textAt(one, "name")).join(", ") || NOTHING,
      ),
    ];
  return [
    ...found.flatMap((region) => [
      ...member(region, "provisioningState", is("Succeeded"), wanted),
      ...member(region, "isPrimary", ifSaid(is(false)), wanted),
    ]),
    ...others.flatMap((region) =>
      member(region, "name", is(wanted), named("properties.regions", "another region")),
    ),
  ];
}
