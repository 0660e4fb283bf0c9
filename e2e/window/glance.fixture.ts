// A glance at the room in the window, for who waits for it to change.
import type { Bridge } from "../../electron/bridge/contract.ts";
import type { WindowView } from "../../electron/bridge/view.ts";
import type { OpenApp } from "./app.fixture.ts";

declare const window: { readonly ceremony: Bridge };

/** What of the room tells how far a step is: little, for it is asked for again and again. */
export interface Glance {
  readonly refusal: string | null;
  readonly step: string | undefined;
  readonly isPerformed: boolean;
  readonly kind: WindowView["activity"]["kind"];
  /** Of a hearing, how many lines were heard right. */
  readonly lines: number;
  readonly isWaiting: boolean;
  readonly revision: number;
}

/** A glance at the room: the window's page leaves the rest of it where it is. */
export async function glance({ page }: Pick<OpenApp, "page">): Promise<Glance> {
  const seen = await page.evaluate(async () => {
    const reply = await window.ceremony.look({});
    if ("fault" in reply) return { fault: reply.fault.code };
    const { refusal, ceremony, activity, revision } = reply.ok;
    return {
      refusal: refusal?.code ?? null,
      step: ceremony?.step?.id,
      isPerformed: ceremony?.isPerformed === true,
      kind: activity.kind,
      lines: activity.kind === "hearing" ? activity.lines.length : -1,
      isWaiting: activity.kind === "working" && activity.waiting !== null,
      revision,
    };
  });
  if ("fault" in seen) throw new Error(seen.fault);
  return seen;
}

/** Waits for the room's next change. */
export async function untilChanged(open: OpenApp, { revision }: WindowView): Promise<void> {
  while ((await glance(open)).revision === revision) await open.page.waitForTimeout(50);
}
