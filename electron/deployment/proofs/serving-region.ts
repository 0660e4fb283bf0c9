// serving-region: the HSM states which region answered; no other sign shows it.
import { oneOf } from "./expectation.ts";
import { differs, member, NOTHING } from "./finding.ts";
import { someOf } from "./planned.ts";
import type { Proof } from "./proof.ts";
import { reachCommand, reachesFrom, reachFindings } from "./reach.ts";

export const servingRegion: Proof = {
  source: "managed-hsm/multi-region-replication.md; HSM facts, sections 1 (row 18) and 2.G",
  reads: ({ jumpBoxes }) => jumpBoxes.map(reachCommand),
  evaluate: (given) =>
    someOf(given.plan.jumpBoxes, "jumpBoxes").flatMap((box) => {
      const { region, extension } = given.plan.hsm;
      const own = [region, extension].includes(box.region) ? [box.region] : [region];
      const reaches = reachesFrom(given, box);
      if (reaches.length === 0)
        return [differs(`${box.name}: servingRegion`, own[0] ?? "", NOTHING)];
      return [
        ...reaches.flatMap((value) => member(value, "servingRegion", oneOf(...own), box.name)),
        ...reachFindings(given, box),
      ];
    }),
};
