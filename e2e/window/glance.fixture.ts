// A glance at the room in the window, for who waits for it to change.
import { PATIENCE_MS } from "../../build/test/patience.mjs";
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
async function glance({ page }: Pick<OpenApp, "page">): Promise<Glance> {
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

/**
 * Waits for the room's next change, in the page itself: each question from here would cost a
 * picture of the page for the trace.
 */
export async function untilChanged(
  { page }: Pick<OpenApp, "page">,
  { revision }: Pick<Glance, "revision">,
): Promise<void> {
  const hasChanged = await page.evaluate(
    async ([from, patience]) => {
      const isSame = async (): Promise<boolean> => {
        const reply = await window.ceremony.look({});
        return !("fault" in reply) && reply.ok.revision === from;
      };
      for (const end = Date.now() + patience; await isSame();) {
        if (Date.now() > end) return false;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return true;
    },
    [revision, PATIENCE_MS.question] as const,
  );
  if (!hasChanged) throw new Error("nothing in the room changes any more");
}

/** Waits until a glance shows this. */
export async function untilGlance(
  open: Pick<OpenApp, "page">,
  isOver: (seen: Glance) => boolean,
): Promise<Glance> {
  for (;;) {
    const seen = await glance(open);
    if (isOver(seen)) return seen;
    await untilChanged(open, seen);
  }
}
