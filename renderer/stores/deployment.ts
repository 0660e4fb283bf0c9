// The deployment as main last sent it. Every act returns all of it.
import { create } from "zustand";
import type { RequestOf } from "../../electron/bridge/contract.ts";
import type { DeploymentView } from "../../electron/bridge/deployment-views.ts";
import { answer, answerQuietly } from "./action.ts";

interface DeploymentStore {
  readonly view: DeploymentView | null;
}

const useStore = create<DeploymentStore>(() => ({ view: null }));

/** The deployment; null before main's first answer. */
export const useDeployment = (): DeploymentView | null => useStore(({ view }) => view);

/** Reads the progress of a long act, beside its open request. */
export async function glance(): Promise<void> {
  const view = await answerQuietly("deployment", { act: "look" });
  if (view !== null) useStore.setState({ view });
}

/** Stops it where it is. */
export async function stop(): Promise<void> {
  const view = await answerQuietly("deployment", { act: "stop" });
  if (view !== null) useStore.setState({ view });
}

/** Sends main an act. True if it succeeded; false if it was refused, or nobody chose a file. */
export async function act(request: RequestOf<"deployment">): Promise<boolean> {
  const view = await answer("deployment", request);
  if (view === null) {
    // A stopped or refused act may have made progress, and nothing is running any more.
    if (useStore.getState().view?.work != null) await glance();
    return false;
  }
  useStore.setState({ view });
  return true;
}
