// The built-in roles of a Managed HSM, in the order of Microsoft's page.
import { ROLE_IDS, type RoleName } from "../../text/built-in-roles.ts";

export const ROLE_NAMES = Object.keys(ROLE_IDS) as [RoleName, ...RoleName[]];
