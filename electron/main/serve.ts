// The one place that receives the window's questions: who asks, what, and in which form.
import { ipcMain, type WebContents, type WebFrameMain } from "electron";
import { faultTable } from "../../crypto/index.ts";
import { rateLimit, readAsked } from "../bridge/asked.ts";
import type { Reply } from "../bridge/contract.ts";
import { ASK, type Method } from "../bridge/methods.ts";
import { faultOf } from "../disk/refusal.ts";
import { asData } from "../pipe/pipe.ts";
import { ORIGIN } from "./scheme.ts";

/** The answering functions, by method. */
export type Handlers = Readonly<Record<Method, (request: never) => Promise<unknown>>>;

const fault = faultTable("main-faults");

/**
 * Answers the window's questions from now on. Only its own main frame at our own address may ask,
 * at a limited rate, with requests that its method's parser accepts. The room's window may only
 * look. Nothing is thrown across.
 */
export function serve(
  window: () => WebContents | null,
  room: () => WebContents | null,
  handlers: Handlers,
): void {
  const mayAsk = rateLimit(() => performance.now());
  ipcMain.handle(ASK, async ({ sender, senderFrame }, method: unknown, request: unknown) => {
    try {
      const isHeard = sender === window() || (sender === room() && method === "look");
      if (!isHeard || !isOurs(sender, senderFrame)) throw fault("E-BRIDGE-SENDER");
      if (!mayAsk()) throw fault("E-BRIDGE-RATE");
      return { ok: await answer(handlers, method, request) } as Reply<Method>;
    } catch (error) {
      return { fault: asData(faultOf(error, () => fault("E-BRIDGE-BUG"))) } as Reply<Method>;
    }
  });
}

const isOurs = (sender: WebContents, frame: WebFrameMain | null): boolean =>
  frame !== null && frame === sender.mainFrame && frame.url.startsWith(`${ORIGIN}/`);

async function answer(handlers: Handlers, method: unknown, request: unknown): Promise<unknown> {
  const asked = readAsked(method, request);
  if (asked === "size") throw fault("E-BRIDGE-SIZE");
  if (asked === "shape") throw fault("E-BRIDGE-SHAPE");
  return handlers[asked.method](asked.request as never);
}
