// The ids and addresses that a plan's resources have in Azure.
import { pathOf, type ResourceKind } from "../plan/azure-resources.ts";
import type { Plan } from "../plan/plan.ts";

/** The id of a resource group. */
export const groupId = ({ subscription }: Plan, resourceGroup: string): string =>
  `/subscriptions/${subscription}/resourceGroups/${resourceGroup}`;

/** A resource's id. @param path type and name below the provider: `Microsoft.Sql/managedInstances/x` */
export const idIn = (plan: Plan, resourceGroup: string, path: string): string =>
  `${groupId(plan, resourceGroup)}/providers/${path}`;

/** A resource of a plan, by its name and its group. */
export interface Placed {
  readonly name: string;
  readonly resourceGroup: string;
}

/**
 * The id of a resource of the plan, or of one below it by the names that are further down. Where the last
 * name is left out, it ends with the slash before it.
 */
export const idOf = (
  plan: Plan,
  kind: ResourceKind,
  { name, resourceGroup }: Placed,
  ...below: readonly string[]
): string => idIn(plan, resourceGroup, pathOf(kind, name, ...below));

/** The HSM's name in every address of it: in lower case. */
export const hostOf = (hsm: { readonly name: string }): string =>
  `${hsm.name.toLowerCase()}.managedhsm.azure.net`;

/** Where HSMs are in Microsoft's public cloud, in that of the US government, and in China. */
const DOMAINS = ["azure.net", "usgovcloudapi.net", "azure.cn"];

/** Whether a host is this HSM's, in any of these clouds. */
export const isHostOf = (host: string, { name }: { readonly name: string }): boolean =>
  DOMAINS.some((domain) => host.toLowerCase() === `${name.toLowerCase()}.managedhsm.${domain}`);

/** A key's address without a version, as Azure writes it. */
export const keyAddress = (hsm: { readonly name: string }, key: string): string =>
  `https://${hostOf(hsm)}/keys/${key}`;
