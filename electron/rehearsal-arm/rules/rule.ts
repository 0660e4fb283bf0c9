// What Azure does with resources of one type, beyond keeping what it is sent.
import type { Json, JsonObject } from "../../../crypto/index.ts";
import type { ResourceKind } from "../../deployment/deployment.ts";
import type { Resource } from "../resource.ts";
import type { Outcome, World } from "../world.ts";

/** One type's rule. Each part may be left out. */
export interface Rule {
  /** A request to create, change or delete it goes on after its answer, as a long operation. */
  readonly long?: true;
  /** What is kept of what was sent, merged with what was there. */
  readonly put?: (world: World, sent: Resource, before: Resource | undefined) => Outcome;
  /** What else changes, once it is kept. */
  readonly kept?: (world: World, resource: Resource) => void;
  /** How it is shown, by what else there is now. */
  readonly show?: (world: World, resource: Resource) => Resource;
  /** Nothing, or a refusal; what else goes with it is done here. */
  readonly remove?: (world: World, resource: Resource) => Outcome | undefined;
  /** POST of `ID/NAME`: the operation's result, or a refusal. */
  readonly actions?: Readonly<
    Record<string, (world: World, resource: Resource, body: JsonObject) => Json | Outcome>
  >;
}

export type Rules = Readonly<Partial<Record<ResourceKind, Rule>>>;
