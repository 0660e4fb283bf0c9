// The output of the script `reach` on a jump box: the addresses that the HSM's name resolved to
// there, and the result of an authenticated read. FORMAT.md has its form.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { itemsAt, memberAt, textAt } from "../answers/shape.ts";
import { scripted, type CommandLine } from "../commands/command-line.ts";
import { alike, allOf } from "./about.ts";
import { isWithin } from "./addresses.ts";
import { is } from "./expectation.ts";
import { differs, member, NOTHING, saidOf, type Finding } from "./finding.ts";
import { hostOf } from "./ids.ts";
import { timeOf } from "./key-answers.ts";
import type { Case } from "./proof.ts";

const DAY = 86_400_000;

type JumpBox = Plan["jumpBoxes"][number];

/** The command that prints it, in the jump box's shell. */
export const reachCommand = ({ name }: JumpBox): CommandLine =>
  scripted(`reach-${name}.json`, "reach", name);

/** The script's output on this jump box. */
export const reachesFrom = ({ answers }: Case, { name }: JumpBox): readonly Json[] =>
  allOf(answers, "reach").filter((value) => alike(textAt(value, "from"), name));

/** From a jump box, the HSM has a private address of that region and answers an authenticated read. */
export function reachFindings(given: Case, box: JumpBox): readonly Finding[] {
  const reaches = reachesFrom(given, box);
  if (reaches.length === 0) return [differs(`${box.name}: reach.from`, box.name, NOTHING)];
  const { plan } = given;
  const ranges = plan.networks
    .filter(({ name }) =>
      plan.endpoints.some((one) => one.region === box.region && one.network === name),
    )
    .flatMap(({ addressSpace }) => addressSpace);
  return reaches.flatMap((value) => [
    ...member(value, "reach", is(hostOf(plan.hsm)), box.name),
    ...addressFindings(value, ranges, box.name),
    ...member(value, "status", is(200), box.name),
    ...ageFindings(value, given.now, box.name),
  ]);
}

/** An earlier output is about an earlier network: it counts as none. */
const ageFindings = (value: Json, now: Date, of: string): readonly Finding[] =>
  Math.abs(now.getTime() - timeOf(textAt(value, "at"))) <= DAY
    ? []
    : [differs(`${of}: at`, "a time within a day", NOTHING)];

/** Every address that the name resolved to: a public one bypasses the endpoint. */
function addressFindings(value: Json, ranges: readonly string[], of: string): readonly Finding[] {
  const addresses = itemsAt(value, "addresses");
  const isRight = (address: Json): boolean =>
    typeof address === "string" && isWithin(address, ranges);
  if (addresses.length > 0 && addresses.every(isRight)) return [];
  const found = addresses.find((address) => !isRight(address)) ?? memberAt(value, "addresses");
  return [differs(`${of}: addresses`, `addresses in ${ranges.join(", ")}`, saidOf(found))];
}
