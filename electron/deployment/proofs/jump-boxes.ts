// jump-boxes: each region reaches the HSM by its endpoint before public access goes off.
import { differs, NOTHING, type Finding } from "./finding.ts";
import { someOf } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { reachCommand, reachFindings } from "./reach.ts";

export const jumpBoxes: Proof = {
  source: "managed-hsm/private-link.md; HSM facts, sections 2.D, 2.G and 2.H",
  reads: ({ jumpBoxes: boxes }) => boxes.map(reachCommand),
  evaluate: (given) => [
    ...someOf(given.plan.jumpBoxes, "jumpBoxes").flatMap((box) => reachFindings(given, box)),
    ...regionsWithout(given),
  ],
};

/** Once public access is off, a region with an endpoint and no jump box has no way in. */
const regionsWithout = ({ plan }: Case): readonly Finding[] =>
  plan.endpoints
    .filter(({ region }) => !plan.jumpBoxes.some((box) => box.region === region))
    .map(({ region }) => differs(`jumpBoxes in ${region}`, "a jump box", NOTHING));
