// A subscription for rehearsals: an HTTPS server that answers like Azure Resource Manager and its
// Managed HSMs, with what exists already according to a plan.
import type { Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import type { Json, JsonObject } from "../../crypto/index.ts";
import { dnsServersOf, namespacesOf, type Plan } from "../deployment/deployment.ts";
import { makeFolder } from "../disk/disk.ts";
import {
  activated,
  CA_FILE,
  openAccount,
  openTls,
  recovered,
} from "../rehearsal-hsm/hsm-within.ts";
import { answerArm } from "./arm.ts";
import { personOf, type Person } from "./world/people.ts";
import { reachFrom } from "./reach.ts";
import { forwarderOf } from "./world/dns.ts";
import type { Resource } from "./world/resource.ts";
import { roleHolders, seeded, settled } from "./seed.ts";
import { makeProxy, makeServer, NAMES } from "./serve.ts";
import type { Trouble } from "./world/trouble.ts";
import { World } from "./world/world.ts";

export { throttled } from "./world/trouble.ts";

export interface RehearsalArmOptions {
  /** Its own folder; made if missing. */
  readonly dir: string;
  readonly plan: Plan;
  readonly clock: () => Date;
  readonly random: (length: number) => Uint8Array;
  /** How often a long operation reports that it is running; 0 by default. */
  readonly polls?: number;
}

/** Where it answers. */
export interface RunningArm {
  readonly host: string;
  readonly port: number;
  /** `http://127.0.0.1:PORT`, for clients that reach Azure's names by a proxy. */
  readonly proxy: string;
  /** PEM of the authority to trust. */
  readonly caFile: string;
  /** Who may ask, by their work. */
  readonly people: ReadonlyMap<string, Person>;
  /** Troubles on demand, until they are removed. */
  readonly troubles: Trouble[];
  /** The company has what the runbook foundation creates: groups, networks, registered providers. */
  readonly settle: () => void;
  /** People let a DNS server that is no machine of the plan forward. */
  readonly forward: (address: string) => void;
  /** The output of the script dns-forwarder on such a server. */
  readonly forwarder: (address: string) => JsonObject;
  /** A person's work in the portal: a resource exists, as given. */
  readonly place: (resource: Resource) => void;
  /** The retention of a deleted HSM ends: Azure purges it. */
  readonly lapse: (name: string) => void;
  /** The ceremony was held, if the rehearsal is about something else. */
  readonly held: (kind: "activate" | "recover") => void;
  /** A resource as Resource Manager shows it now. */
  readonly see: (id: string) => Json;
  /** The output of the script `reach` on a jump box: the address of the HSM's name, and who answers. */
  readonly reach: (box: Plan["jumpBoxes"][number]) => JsonObject;
  close(): Promise<void>;
}

/** Starts it, with nothing of the HSM's yet. @throws errors of the system */
export async function startRehearsalArm(options: RehearsalArmOptions): Promise<RunningArm> {
  const { dir, plan, clock, random, polls = 0 } = options;
  const store = join(dir, "store");
  makeFolder(dir);
  makeFolder(store);
  openAccount(store, random);
  const people = roleHolders(plan).map((one) => personOf(one, plan.tenant, random));
  const world = new World({
    folder: dir,
    subscription: plan.subscription,
    tenant: plan.tenant,
    regions: plan.regions.map(titleOf),
    people,
    clock,
    random,
    polls,
  });
  for (const resource of seeded(plan)) world.keep(resource);
  const tls = openTls(dir, clock(), random, NAMES);
  const server = makeServer(world, tls);
  const tunnels = new Set<Socket>();
  const proxy = makeProxy(server, tunnels);
  const [port, proxyPort] = [await listening(server), await listening(proxy)];
  return {
    host: "127.0.0.1",
    port,
    proxy: `http://127.0.0.1:${String(proxyPort)}`,
    caFile: join(dir, CA_FILE),
    people: new Map(people.map((one) => [one.name, one])),
    troubles: world.troubles,
    settle: () => {
      for (const namespace of namespacesOf(plan)) world.registered.add(namespace.toLowerCase());
      for (const { address } of dnsServersOf(plan)) world.forwarders.add(address);
      for (const resource of settled(plan)) world.keep(resource);
    },
    forward: (address) => void world.forwarders.add(address),
    forwarder: (address) => forwarderOf(world, address, plan.hsm.name.toLowerCase()),
    place: (resource) => void world.keep(resource),
    lapse: (name) => world.purge(name),
    held: (kind) => {
      const first = world.machine(plan.hsm.name);
      const second = world.machine(plan.recoveryHsm?.name ?? "");
      if (first === undefined) return;
      if (kind === "activate") activated(first);
      else if (second !== undefined) recovered(second, first);
    },
    see: (id) => answerArm(world, { ...SEEN, path: id }).body ?? null,
    reach: (box) => reachFrom(world, plan, box),
    close: async () => {
      tunnels.forEach((one) => one.destroy());
      await Promise.all([closed(server), closed(proxy)]);
    },
  };
}

/** A region as Azure lists it, unless the plan calls it something else: then by its short name. */
const titleOf = ({ name, title }: Plan["regions"][number]): string =>
  title.replaceAll(" ", "").toLowerCase() === name ? title : name;

const SEEN = { method: "GET", version: "", body: new Uint8Array() } as const;

const listening = (server: Server): Promise<number> =>
  new Promise((ready, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => ready((server.address() as AddressInfo).port));
  });

const closed = (server: Server): Promise<void> =>
  new Promise((ended) => {
    server.close(() => ended());
    server.closeAllConnections();
  });
