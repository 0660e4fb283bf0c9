// The deployment as main answered it last. Every act is answered with all of it.
import { create } from "zustand";
import type { RequestOf } from "../../electron/bridge/contract.ts";
import type { DeploymentView } from "../../electron/bridge/deployment-views.ts";
import { answer } from "./action.ts";

interface DeploymentStore {
  readonly view: DeploymentView | null;
}

const useStore = create<DeploymentStore>(() => ({ view: null }));

/** How it stands; null before main has answered. */
export const useDeployment = (): DeploymentView | null => useStore(({ view }) => view);

/** Asks main to do something. True when it was done; false where it was refused, or nobody chose. */
export async function act(request: RequestOf<"deployment">): Promise<boolean> {
  const view = await answer("deployment", request);
  if (view === null) return false;
  useStore.setState({ view });
  return true;
}
