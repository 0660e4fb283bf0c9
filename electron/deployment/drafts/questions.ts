// What a draft assumes and asks: open, each with the runbooks that wait for it.
import type { Plan } from "../plan/plan.ts";
import type { RunbookName } from "../plan/runbook-names.ts";
import type { DraftService, PlanAnswers } from "./answers.ts";

type Asked = Pick<PlanAnswers, "region" | "second" | "services">;

interface Row {
  readonly text: string;
  readonly impact: string;
  readonly owner: string;
  readonly blocks: readonly RunbookName[];
  /** Only with one of these services; always if it is left out. */
  readonly with?: readonly DraftService[];
}

const ASSUMED = ({ region, second }: Asked, all: readonly RunbookName[]): readonly Row[] => [
  {
    text:
      second === null
        ? `The HSM is in ${region}, and in no other region.`
        : `The HSM is in ${region}, and extended to ${second}.`,
    impact: "An HSM's own region cannot be changed after it was created.",
    owner: "Infrastructure",
    blocks: all,
  },
  {
    text: "The HSM is reached through private endpoints only.",
    impact: "Disks, storage and Cosmos DB need the bypass for trusted services all the same.",
    owner: "Network",
    blocks: ["public-access"],
  },
  {
    text: "Keys are rotated once a year, and their versions expire after two.",
    impact: "The policies, and how long old versions are kept.",
    owner: "Key management",
    blocks: ["rotation-policies", "rotation"],
  },
  {
    text: "Nobody needs the keys outside the HSM: none is exportable.",
    impact: "It cannot be changed for a key that exists.",
    owner: "Key management",
    blocks: ["keys"],
  },
];

const ASKED: readonly Row[] = [
  {
    text: "Does Microsoft offer a Managed HSM in these regions, and have room for it?",
    impact: "Without it there is nothing to deploy.",
    owner: "Microsoft account team",
    blocks: ["provision", "extend"],
  },
  {
    text: "What does a pool cost for an hour in these regions?",
    impact: "It is billed from its first minute.",
    owner: "Microsoft account team",
    blocks: ["provision"],
  },
  {
    text: "Who are the officers, and where does each keep their key?",
    impact: "Whoever loses the security domain and the quorum's keys loses every key.",
    owner: "Security",
    blocks: ["activate"],
  },
  {
    text: "Is there a failover group already, and do the instances have user-assigned identities?",
    impact: "The order of the steps; a user-assigned identity would be removed.",
    owner: "Databases",
    blocks: ["sql-mi"],
    with: ["sql"],
  },
  {
    text: "How long are backups of the databases kept?",
    impact: "As long as every version of the key that they need.",
    owner: "Databases",
    blocks: ["sql-mi", "rotation"],
    with: ["sql"],
  },
  {
    text: "Was Azure Disk Encryption ever used on the machines, and do disks have incremental snapshots?",
    impact: "Then the machine is built again, or the key can never be taken from its disks.",
    owner: "Infrastructure",
    blocks: ["other-vms"],
    with: ["disks"],
  },
  {
    text: "Must queues and tables of the storage accounts be under the key?",
    impact: "It can only be chosen when the account is created.",
    owner: "Infrastructure",
    blocks: ["storage"],
    with: ["storage"],
  },
  {
    text: "May the Cosmos DB accounts never leave the key again?",
    impact: "It cannot be undone, and each query costs more.",
    owner: "Infrastructure",
    blocks: ["cosmos-db"],
    with: ["cosmos"],
  },
  {
    text: "May the Kubernetes cluster be built again?",
    impact: "A disk encryption set can only be given at its creation.",
    owner: "Infrastructure",
    blocks: ["aks"],
    with: ["aks"],
  },
];

/** All open. @param all every runbook */
export function draftQuestions(
  answers: Asked,
  all: readonly RunbookName[],
): Pick<Plan, "assumptions" | "questions"> {
  const items = (rows: readonly Row[], letter: "A" | "Q") =>
    rows
      .filter((row) => row.with?.some((one) => answers.services.includes(one)) !== false)
      .map(({ text, impact, owner, blocks }, at) => ({
        id: `${letter}${String(at + 1)}`,
        text,
        status: "Open",
        impact,
        owner,
        blocks: [...blocks],
      }));
  return { assumptions: items(ASSUMED(answers, all), "A"), questions: items(ASKED, "Q") };
}
