// The rows of custody's geometry: who or what, what is left, and what is given.
import { and, list, sentence, type Value } from "../../electron/text/text.ts";
import type { CustodyKnown } from "../../electron/bridge/view.ts";
import { said, say } from "./say.ts";

type Geometry = CustodyKnown["geometry"];
type Pair = Geometry["pairs"][number];
type Who = Pair["of"][number];
type Group = Geometry["groups"][number];
export type Effect = Pick<Group, "leaves" | "domainLost" | "opens" | "hasDomain">;

const whoOf = ({ kind, name, day }: Who): Value =>
  kind === "zone"
    ? sentence("geometry.zoneNamed", { name })
    : kind === "journey"
      ? sentence("geometry.journeyOn", { name, day })
      : name;

/** Of more than these, only some are named if all is well: a longer list hides what is not. */
const [NAMED, SOME] = [3, 2];

/** All of one kind that cause the same, or some of them; the heading says the kind. */
export function namesIn({ of, verdict }: Group): string {
  const names = of.map((who) => (who.kind === "zone" ? who.name : whoOf(who)));
  return verdict !== "met" || names.length <= NAMED
    ? said(list(names))
    : say("geometry.some", { names: list(names.slice(0, SOME)), more: names.length - SOME });
}

export const pairWho = ({ of }: Pair): string => said(and(of.map(whoOf)));

/** "3 of 5 keys". */
export const leftLine = ({ leaves, domainLost }: Effect, all: number): string =>
  say(domainLost ? "geometry.leftNoDomain" : "geometry.left", { leaves, all });

/** "1 key", and whether a copy of the domain comes with it. */
export const givenLine = ({ opens, hasDomain }: Effect): string =>
  say(hasDomain ? "geometry.givenDomain" : "geometry.given", { opens });
