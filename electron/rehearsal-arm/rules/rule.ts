// What Azure does with resources of one type, beyond keeping what it is sent.
import type { Json, JsonObject } from "../../../crypto/index.ts";
import type { ResourceKind } from "../../deployment/deployment.ts";
import type { Resource } from "../world/resource.ts";
import type { Outcome, World } from "../world/world.ts";

/** One type's rule. Each part is optional. */
export interface Rule {
  /** A request to create, change or delete it continues after its answer, as a long operation. */
  readonly long?: true;
  /** What is kept of the request, merged with the previous state. */
  readonly put?: (world: World, sent: Resource, before: Resource | undefined) => Outcome;
  /** What else changes, once it is kept. */
  readonly kept?: (world: World, resource: Resource) => void;
  /** How it is shown, in the current state. */
  readonly show?: (world: World, resource: Resource) => Resource;
  /** Nothing, or a refusal; this also removes what depends on it. */
  readonly remove?: (world: World, resource: Resource) => Outcome | undefined;
  /** POST of `ID/NAME`: the operation's result, or a refusal. */
  readonly actions?: Readonly<
    Record<string, (world: World, resource: Resource, body: JsonObject) => Json | Outcome>
  >;
}

export type Rules = Readonly<Partial<Record<ResourceKind, Rule>>>;
