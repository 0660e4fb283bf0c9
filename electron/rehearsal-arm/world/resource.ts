// A resource of a subscription: its id, and what the id says.
import type { Json } from "../../../crypto/index.ts";

/** As Resource Manager shows it. */
export interface Resource {
  readonly [member: string]: Json;
  readonly id: string;
}

/** The key of a resource: Azure compares ids without case. */
export const keyOf = (id: string): string => id.toLowerCase();

/** The last name of an id. */
export const nameOf = (id: string): string => id.split("/").at(-1) ?? "";

/** The id without its last type and name. */
export const parentOf = (id: string): string => id.split("/").slice(0, -2).join("/");

/** The resource group's name in an id, or "". */
export const groupOf = (id: string): string => /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? "";
