// A subscription as the stand-in keeps it: resources by id, and a rehearsal HSM behind each Managed HSM.
import { join } from "node:path";
import { guid, type JsonObject } from "../../../crypto/index.ts";
import { removeTree } from "../../disk/remove.ts";
import { kindOfType, typeIn, type ResourceKind } from "../../deployment/deployment.ts";
import { refuse, type Answer } from "../../rehearsal-hsm/hsm-within.ts";
import {
  covers,
  latest,
  openMachine,
  type Machine,
  type Order,
} from "../../rehearsal-hsm/hsm-within.ts";
import type { Person } from "./people.ts";
import { keyOf, type Resource } from "./resource.ts";
import type { Trouble } from "./trouble.ts";

/** The result of a rule for a request: the resource, or a refusal. */
export type Outcome = Resource | Answer;

export const isRefusal = (outcome: Outcome): outcome is Answer =>
  typeof outcome.status === "number";

export { refuse };

export interface WorldOptions {
  /** Where its HSMs store their state; made if missing. */
  readonly folder: string;
  readonly subscription: string;
  readonly tenant: string;
  /** Where Azure offers everything, as its provider's list names them: "South India". */
  readonly regions: readonly string[];
  readonly people: readonly Person[];
  readonly clock: () => Date;
  readonly random: (length: number) => Uint8Array;
  /** How often a long operation reports that it is running, before it ends. */
  readonly polls?: number;
}

/** The role that a service needs on its key. */
const SERVICE_ROLE = "33413926-3206-4cdd-b39a-83574fe37a17";

export class World {
  readonly resources = new Map<string, Resource>();
  /** HSMs that were deleted and not purged, by name in lower case. */
  readonly deleted = new Map<string, Resource>();
  /** Namespaces of providers, and names of features, in lower case. */
  readonly registered = new Set<string>();
  /** The addresses of the DNS servers that forward the HSM's names to Azure's own DNS. */
  readonly forwarders = new Set<string>();
  /** Troubles on demand; the first that matches applies. */
  readonly troubles: Trouble[] = [];
  /** Long operations by name: how often each still reports that it runs, and its result. */
  readonly operations = new Map<string, { left: number; result: JsonObject | null }>();
  readonly #machines = new Map<string, Machine>();
  readonly options: WorldOptions;

  constructor(options: WorldOptions) {
    this.options = options;
  }

  get = (id: string): Resource | undefined => this.resources.get(keyOf(id));

  keep(resource: Resource): Resource {
    this.resources.set(keyOf(resource.id), resource);
    return resource;
  }

  drop(id: string): void {
    for (const key of [...this.resources.keys()])
      if (key === keyOf(id) || key.startsWith(`${keyOf(id)}/`)) this.resources.delete(key);
  }

  ofKind = (kind: ResourceKind): readonly Resource[] =>
    [...this.resources.values()].filter(({ id }) => kindOfType(typeIn(id)) === kind);

  newGuid = (): string => guid(this.options.random);

  now = (): string => this.options.clock().toISOString();

  /** The rehearsal HSM of a name; `order` if it is made now. */
  machine(name: string, order?: Omit<Order, "tenant">): Machine | undefined {
    const key = name.toLowerCase();
    const known = this.#machines.get(key);
    if (known !== undefined || order === undefined) return known;
    const { folder, tenant, clock, random } = this.options;
    const machine = openMachine({
      folder: join(folder, key),
      store: join(folder, "store"),
      name,
      pendingMs: 0,
      clock,
      random,
      quote: "known",
      endpoints: "none",
      order: { tenant, ...order },
    });
    this.#machines.set(key, machine);
    return machine;
  }

  /** Purges a deleted HSM: its name is free again, and nothing of it is left. */
  purge(name: string): void {
    this.deleted.delete(keyOf(name));
    this.#machines.delete(name.toLowerCase());
    removeTree(this.folderOf(name));
  }

  /** An HSM's folder, which must exist before the HSM is made. */
  folderOf = (name: string): string => join(this.options.folder, name.toLowerCase());

  /** The newest version's address of the key in an address, with or without a version. */
  newest(kid: string): string | null {
    const { host = "", name = "" } = placeOf(kid);
    const machine = this.machine(host.split(".")[0] ?? "");
    const key = machine === undefined ? undefined : latest(machine, name);
    return key === undefined ? null : `https://${host}/keys/${name}/${key.version}`;
  }

  /** When the newest version was made and when it expires, in seconds since 1970. */
  datesOf(kid: string): { readonly created: number; readonly expires?: number } | null {
    const { host = "", name = "" } = placeOf(kid);
    const machine = this.machine(host.split(".")[0] ?? "");
    return (machine && latest(machine, name)) ?? null;
  }

  /** Whether a service may wrap with a key: by its role in the HSM. */
  mayUse(principal: string, kid: string): boolean {
    const { host = "", name = "" } = placeOf(kid);
    const assignments = this.machine(host.split(".")[0] ?? "")?.state.assignments ?? [];
    return assignments.some(
      (one) =>
        one.principal === principal.toLowerCase()
        && one.role === SERVICE_ROLE
        && covers(one.scope, `/keys/${name}`),
    );
  }
}

/** Host and key of a key's address. */
export function placeOf(kid: string): { readonly host?: string; readonly name?: string } {
  const [, host, name] = /^https:\/\/([^/:]+)(?::443)?\/keys\/([\w-]+)(?:\/|$)/i.exec(kid) ?? [];
  return host === undefined || name === undefined ? {} : { host: host.toLowerCase(), name };
}
