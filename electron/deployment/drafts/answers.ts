// The answers from which a first plan is written.
import type { Plan } from "../plan/plan.ts";

/** What a plan may have under a key. */
export const DRAFT_SERVICES = ["sql", "disks", "storage", "cosmos", "aks"] as const;
export type DraftService = (typeof DRAFT_SERVICES)[number];

/** A person with a role in the HSM. */
export interface DraftPerson {
  readonly name: string;
  /** In Microsoft Entra ID, a GUID. */
  readonly objectId: string;
}

/** The answers. */
export interface PlanAnswers {
  /** The plan's short name, from which the names of resources are made: lower case with hyphens. */
  readonly name: string;
  readonly title: string;
  readonly tenant: string;
  readonly subscription: string;
  /** The HSM's own region, and the one that it is extended to, if any: short names. */
  readonly region: string;
  readonly second: string | null;
  readonly hsm: string;
  readonly services: readonly DraftService[];
  readonly administrators: readonly DraftPerson[];
  readonly cryptoOfficers: readonly DraftPerson[];
  readonly cryptoUsers: readonly DraftPerson[];
  readonly officers: number;
  readonly quorum: number;
  /** The first two numbers of the first network's addresses, as in 10.1; the second region has the next. */
  readonly network: readonly [number, number];
  readonly currency: Plan["prices"]["currency"];
  /** The day on which the plan is written: 2026-11-27. */
  readonly today: string;
}

/** A region of the draft with its place in it. */
export interface DraftRegion {
  readonly region: string;
  readonly resourceGroup: string;
  readonly network: string;
  /** The first two numbers of its addresses. */
  readonly range: string;
}
