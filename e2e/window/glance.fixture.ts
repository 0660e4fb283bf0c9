// A glance at the room in the window, for who waits for it to change.
import { PATIENCE_MS } from "../../build/test/patience.mjs";
import type { Bridge } from "../../electron/bridge/contract.ts";
import type { WindowView } from "../../electron/bridge/view.ts";
import type { OpenApp } from "./app.fixture.ts";

declare const window: {
  readonly ceremony: Bridge;
  /** Who waits in this page for the next view, once the first did. */
  waiting?: Set<(revision: number) => void>;
};

/** What of the room tells how far a step is: little, for it is asked for again and again. */
export interface Glance {
  readonly refusal: string | null;
  readonly step: string | undefined;
  readonly isPerformed: boolean;
  readonly kind: WindowView["activity"]["kind"];
  /** Of the officer who is called or types; else 0. */
  readonly seat: number;
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
      seat: "seat" in activity ? activity.seat : 0,
      lines: activity.kind === "hearing" ? activity.lines.length : -1,
      isWaiting: activity.kind === "working" && activity.waiting !== null,
      revision,
    };
  });
  if ("fault" in seen) throw new Error(seen.fault);
  return seen;
}

/**
 * Waits for the room's next change, in the page itself, which main sends each one: to ask again and
 * again would make main build the view each time, and cost a picture of the page for the trace.
 */
export async function untilChanged(
  { page }: Pick<OpenApp, "page">,
  { revision }: Pick<Glance, "revision">,
): Promise<void> {
  const hasChanged = await page.evaluate(
    async ([from, patience]) => {
      const { ceremony } = window;
      const listen = (): Set<(revision: number) => void> => {
        const all = new Set<(revision: number) => void>();
        ceremony.onView((view) => {
          for (const one of all) one(view.revision);
        });
        return all;
      };
      // One for all: a listener cannot be taken away, and each is given a copy of every view.
      const waiting = (window.waiting ??= listen());
      let hear: (revision: number) => void = () => undefined;
      const changed = new Promise<boolean>((resolve) => {
        hear = (now) => {
          if (now !== from) resolve(true);
        };
        setTimeout(() => resolve(false), patience);
      });
      waiting.add(hear);
      // What came before it listened is asked for.
      const reply = await ceremony.look({});
      if (!("fault" in reply)) hear(reply.ok.revision);
      return changed.finally(() => waiting.delete(hear));
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
