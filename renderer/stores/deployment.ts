// The deployment as main answered it last. Every act is answered with all of it.
import { create } from "zustand";
import type { RequestOf } from "../../electron/bridge/contract.ts";
import type { DeploymentView } from "../../electron/bridge/deployment-views.ts";
import { answer, answerQuietly } from "./action.ts";

interface DeploymentStore {
  readonly view: DeploymentView | null;
}

const useStore = create<DeploymentStore>(() => ({ view: null }));

/** How it stands; null before main has answered. */
export const useDeployment = (): DeploymentView | null => useStore(({ view }) => view);

/** Looks at what takes a while, beside the act that is not answered yet. */
export async function glance(): Promise<void> {
  const view = await answerQuietly("deployment", { act: "look" });
  if (view !== null) useStore.setState({ view });
}

/** Stops it where it is. */
export async function stop(): Promise<void> {
  const view = await answerQuietly("deployment", { act: "stop" });
  if (view !== null) useStore.setState({ view });
}

/** Asks main to do something. True when it was done; false where it was refused, or nobody chose. */
export async function act(request: RequestOf<"deployment">): Promise<boolean> {
  const view = await answer("deployment", request);
  if (view === null) {
    // Stopped or refused, it may have come some of the way; and nothing takes a while any more.
    if (useStore.getState().view?.work != null) await glance();
    return false;
  }
  useStore.setState({ view });
  return true;
}
