// The HSM's memory: the state in its folder, changed only by durably replacing all of it.
import { join } from "node:path";
import { guid, isObject, readJson, utf8 } from "../../crypto/index.ts";
import { openAttesting, type Attest } from "./attesting.ts";
import { readIfThere, replaceFile } from "./disk.ts";
import { fault } from "./faults.ts";
import { openQuoting, type QuoteFor, type QuoteKind } from "./quoting.ts";
import { ADMINISTRATOR_ROLE } from "./role-definitions.ts";
import { ADMINISTRATOR } from "./sign-in.ts";
import { newState, settle, type Assignment, type State } from "./state.ts";

/**
 * How the HSM is reached: only by the public network, as in Contoso's plan during activation; or,
 * with public access off, by private endpoints, waiting or approved.
 */
export const ENDPOINTS = ["none", "waiting", "approved"] as const;
export type Endpoints = (typeof ENDPOINTS)[number];

export interface MachineOptions {
  readonly folder: string;
  /** Where backups go, for every HSM with the same folder. */
  readonly store: string;
  /** By default its existing name, or that of a first rehearsal HSM. */
  readonly name: string | undefined;
  readonly pendingMs: number;
  readonly clock: () => Date;
  readonly random: (length: number) => Uint8Array;
  readonly quote: QuoteKind;
  readonly endpoints: Endpoints;
  /** Ordered as a pilot: without keys and purge protection, with the shortest retention. */
  readonly isPilot?: boolean;
  /** How it was ordered in a subscription; by default a first rehearsal HSM's own order. */
  readonly order?: Order;
}

/** How an HSM was ordered in a subscription. It begins without keys. */
export interface Order {
  readonly tenant: string;
  /** Object ids of its first administrators. */
  readonly administrators: readonly [string, ...string[]];
  /** For how many days what was deleted can be recovered. */
  readonly retentionDays: number;
}

export interface Machine {
  readonly state: State;
  readonly store: string;
  readonly pendingMs: number;
  readonly random: (length: number) => Uint8Array;
  readonly quoteFor: QuoteFor;
  readonly attest: Attest;
  readonly endpoints: Endpoints;
  /** Whether its activation makes Contoso's three keys, so that there is something to lose. */
  readonly makesKeys: boolean;
  /** For how many days what was deleted can be recovered. */
  readonly retentionDays: number;
  /** Whether nobody can purge what was deleted. */
  readonly purgeProtection: boolean;
  /** Milliseconds since 1970. */
  now(): number;
  /** When this returns, the new state is on the disk; only then may an answer depend on it. */
  commit(next: State): void;
  /** Ends operations whose time is over, by now or by this time. */
  settle(at?: number): void;
}

const FILE = "state.json";
/** As in the ARM view of a first rehearsal HSM. */
const RETENTION_DAYS = 90;
const PILOT_DAYS = 7;
const FIRST_NAME = "Contoso-REHEARSAL-HSM";

/**
 * Opens the HSM of a folder, or makes a new one.
 * @throws Fault E-RHSM-NAME, -OTHER, -STATE; errors of the system
 */
export function openMachine(options: MachineOptions): Machine {
  const { folder, store, pendingMs, clock, random, endpoints, isPilot = false } = options;
  const now = () => clock().getTime();
  let state = load(folder) ?? first(options, now());
  if (options.name !== undefined && options.name !== state.name) throw fault("E-RHSM-OTHER");
  const commit = (next: State) => {
    try {
      replaceFile(folder, FILE, JSON.stringify(next));
      state = next;
    } catch (error) {
      // It may have failed after the new file was in place, which is then the current state.
      state = load(folder) ?? state;
      throw error;
    }
  };
  const { name, madeAt } = state;
  const quoteFor = openQuoting({ folder, madeAt, kind: options.quote, random });
  const machine: Machine = {
    get state() {
      return state;
    },
    store,
    pendingMs,
    random,
    quoteFor,
    attest: openAttesting(folder, name, madeAt),
    endpoints,
    makesKeys: options.order === undefined && !isPilot,
    retentionDays: options.order?.retentionDays ?? (isPilot ? PILOT_DAYS : RETENTION_DAYS),
    purgeProtection: !isPilot,
    now,
    commit,
    settle(at = now()) {
      const next = settle(state, at);
      if (next !== state) commit(next);
    },
  };
  if (readIfThere(join(folder, FILE)) === null) commit(state);
  return machine;
}

function first({ name = FIRST_NAME, random, order }: MachineOptions, madeAt: number): State {
  if (!/^[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/.test(name)) throw fault("E-RHSM-NAME");
  const { tenant, administrators } = order ?? {
    tenant: guid(random),
    administrators: [ADMINISTRATOR] as const,
  };
  const [one, ...others] = administrators;
  const assign = (principal: string) => firstAssignment(guid(random), principal);
  return newState(name, tenant, [assign(one), ...others.map(assign)], madeAt);
}

/** Only this file writes it, and always completely: a known version means a known form. */
function load(folder: string): State | null {
  const text = readIfThere(join(folder, FILE));
  if (text === null) return null;
  const reading = readJson(utf8(text));
  const state = reading.ok && isObject(reading.value) ? reading.value : {};
  if (state["version"] === 1) return withRoles(state as unknown as State);
  if (state["version"] !== 2) throw fault("E-RHSM-STATE", { file: FILE });
  return state as unknown as State;
}

/** Version 1 had no roles, and an administrator of its own, whose id then names the assignment. */
function withRoles(state: State): State {
  const { name, tenant, administrator, madeAt } = state;
  return {
    ...newState(name, tenant, [firstAssignment(administrator)], madeAt),
    ...state,
    version: 2,
    administrator: ADMINISTRATOR,
  };
}

const firstAssignment = (name: string, principal = ADMINISTRATOR): Assignment => ({
  name,
  role: ADMINISTRATOR_ROLE,
  principal: principal.toLowerCase(),
  scope: "/",
});
