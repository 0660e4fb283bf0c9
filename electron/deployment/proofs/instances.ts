// The plan's SQL Managed Instances that have a key, and how they name it.
import type { Plan } from "../plan/plan.ts";
import { someOf } from "./planned.ts";

export type Instance = Plan["sqlInstances"][number];

/** An instance with the name of its key. */
export type InstanceWithKey = Instance & { readonly key: string };

/** Whether an instance has a key. */
export const hasKey = (one: Instance): one is InstanceWithKey => one.key !== undefined;

/** Those with a key. @throws Fault E-PROOF-PLAN where none has one */
export const instancesWithKey = (plan: Plan): readonly InstanceWithKey[] =>
  someOf(plan.sqlInstances.filter(hasKey), "sqlInstances with a key");

/** The name that an instance gives a key of the HSM: `<first DNS label>_<key>_<version>`. */
export const serverKeyName = (hsm: string, key: string, version: string): string =>
  `${hsm.toLowerCase()}_${key}_${version}`;
