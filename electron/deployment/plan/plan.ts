// The form of a plan file: everything needed to check, perform and prove a deployment.
import * as z from "zod/mini";
import {
  backup,
  diagnostics,
  hsm,
  identity,
  key,
  peopleGroup,
  person,
  recoveryHsm,
  role,
} from "./hsm.ts";
import { endpoint, jumpBox, network, zone } from "./network.ts";
import { prices } from "./prices.ts";
import { assumption, question } from "./questions.ts";
import {
  aksCluster,
  cosmosAccount,
  diskSet,
  domainController,
  failoverGroup,
  machine,
  siteRecovery,
  sqlInstance,
  storageAccount,
} from "./services.ts";
import { count, flag, guid, listOf, mapping, name, oneOf, region, said, title } from "./values.ts";

/** What is tried once during the soak. */
export const SOAK_TESTS = [
  "rotation",
  "planned-failover",
  "test-failover",
  "key-disabled",
  "restore-before-key",
  "restore-before-rotation",
  "controller-reboot",
  "machine-restart",
] as const;

export const planForm = mapping({
  plan: said(
    "The plan's short name: lower case with hyphens.",
    z
      .string()
      .check(
        z.regex(
          /^[a-z][a-z0-9-]{0,39}$/,
          "a lower-case name: at most 40 of a to z, 0 to 9 and hyphens",
        ),
      ),
  ),
  title: said("The plan's title.", title()),
  tenant: said("The id of the Microsoft Entra tenant.", guid()),
  subscription: said("The id of the Azure subscription.", guid()),
  regions: said(
    "The regions, each once.",
    listOf(
      mapping({
        name: said("Its short name, as commands write it.", region()),
        title: said("Its name for people.", title()),
        abbreviation: said("How the plan's pictures abbreviate it.", title(10)),
        city: said("Where its data centres are.", title()),
        role: said("What it is for.", oneOf(["primary", "disaster-recovery", "recovery"])),
        zones: said("Whether it has availability zones.", flag()),
      }),
    ),
  ),
  resourceGroups: said(
    "The resource groups.",
    listOf(
      mapping({
        name: said("The resource group's name.", name()),
        region: said("The region it is in.", region()),
      }),
    ),
  ),
  networks: said("The virtual networks.", listOf(network)),
  hsm: said("The HSM.", hsm),
  recoveryHsm: said(
    "The HSM that recovery is rehearsed on, and done with.",
    z.optional(recoveryHsm),
  ),
  endpoints: said("The HSM's private endpoints.", listOf(endpoint)),
  zones: said("The private DNS zones.", listOf(zone)),
  jumpBoxes: said("From where the HSM is administered.", listOf(jumpBox)),
  keys: said("The keys.", listOf(key)),
  people: said("The people who have roles.", listOf(person)),
  groups: said("The groups of people who have roles.", listOf(peopleGroup)),
  identities: said("The user-assigned managed identities.", listOf(identity)),
  roles: said("Who has which role in the HSM.", listOf(role, 200)),
  az: said(
    "The release of az that people use, such as 2.90.0; left out if it is not decided.",
    z.optional(
      z
        .string("a release of az")
        .check(z.regex(/^2\.\d{1,3}\.\d{1,3}$/, "a release such as 2.90.0")),
    ),
  ),
  diagnostics: said("The HSM's log and its alerts.", z.optional(diagnostics)),
  backup: said("Where full backups go.", z.optional(backup)),
  sqlInstances: said("The SQL Managed Instances.", listOf(sqlInstance)),
  failoverGroup: said("The instances' failover group.", z.optional(failoverGroup)),
  diskSets: said("The disk encryption sets.", listOf(diskSet)),
  domainControllers: said("The domain controllers.", listOf(domainController)),
  machines: said("The other virtual machines.", listOf(machine)),
  siteRecovery: said("What Azure Site Recovery replicates.", z.optional(siteRecovery)),
  storageAccounts: said("The storage accounts under a key.", listOf(storageAccount)),
  cosmosAccounts: said("The Cosmos DB accounts under a key.", listOf(cosmosAccount)),
  aksClusters: said("The Kubernetes clusters under a key.", listOf(aksCluster)),
  soak: said(
    "How long everything is watched before further services follow.",
    mapping({
      days: said("For how many days.", count(1, 365)),
      sampleMinutes: said("How many minutes may be between two samples.", count(1, 1440)),
      gapMinutes: said(
        "How long samples may be missing, as while a jump box restarts; left out if none may.",
        z.optional(count(1, 1440)),
      ),
      tests: said("What is tried once meanwhile.", listOf(oneOf(SOAK_TESTS))),
    }),
  ),
  prices: said("The prices.", prices),
  assumptions: said("What is assumed.", listOf(assumption)),
  questions: said("What is asked.", listOf(question)),
});

/** A plan, as read. */
export type Plan = z.infer<typeof planForm>;

/** The JSON Schema with which editors complete and check a plan file. */
export const planSchema = () => z.toJSONSchema(planForm);
