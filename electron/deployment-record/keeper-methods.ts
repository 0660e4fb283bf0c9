// The methods of the deployment's process over the deployment of one folder.
import type { KeeperMethods } from "./keeper.ts";
import { KeptDeployment, type Keeping } from "./kept-deployment.ts";

/** @throws Fault as the constructor of `KeptDeployment` */
export function keeperMethods(keeping: Keeping): {
  readonly methods: KeeperMethods;
  readonly end: () => void;
} {
  const deployment = new KeptDeployment(keeping);
  return {
    methods: {
      act: async (order) => deployment.act(order),
      file: async (order) => deployment.file(order),
      papers: async () => deployment.papers(),
      existing: async ({ act, domain, answers }) => deployment.existing(act, domain, answers),
      wanted: async ({ act, domain }) => deployment.wanted(act, domain),
      history: async ({ runbook, step }) => deployment.history(runbook, step),
      simulate: async (simulated) => deployment.simulate(simulated),
    },
    end: () => deployment.end(),
  };
}
