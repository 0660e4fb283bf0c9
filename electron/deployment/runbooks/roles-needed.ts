// The roles of Azure and the HSM that steps require.
import { sentence } from "../../text/sentence.ts";

export const SUBSCRIPTION = sentence("roles-needed.subscription");
export const HSM_CONTRIBUTOR = sentence("roles-needed.hsmContributor");
export const ADMINISTRATOR = sentence("roles-needed.administrator");
export const CRYPTO_USER = sentence("roles-needed.cryptoUser");
export const GRANTS = sentence("roles-needed.grants");
export const READER = sentence("roles-needed.reader");
export const NETWORK = sentence("roles-needed.network");
export const SQL = sentence("roles-needed.sql");
export const COMPUTE = sentence("roles-needed.compute");
export const STORAGE = sentence("roles-needed.storage");
export const COSMOS = sentence("roles-needed.cosmos");
export const AKS = sentence("roles-needed.aks");
export const RECOVERY = sentence("roles-needed.recovery");
export const DNS = sentence("roles-needed.dns");
export const NETWORKS = sentence("roles-needed.networks");
export const BACKUP_STORAGE = sentence("roles-needed.backupStorage");
export const MONITORING = sentence("roles-needed.monitoring");
