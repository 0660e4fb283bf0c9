// The one place where a question from the window comes in: who asks, what, and in which form.
import { ipcMain, type WebContents, type WebFrameMain } from "electron";
import { faultTable, isFault } from "../../crypto/index.ts";
import { REQUESTS, type Reply } from "../bridge/contract.ts";
import { ASK, type Method } from "../bridge/methods.ts";
import { asData } from "../pipe/pipe.ts";
import { ORIGIN } from "./scheme.ts";

/** What answers, by method. */
export type Handlers = Readonly<Record<Method, (request: never) => Promise<unknown>>>;

const fault = faultTable({
  "E-BRIDGE-SENDER": [
    "This page may not send requests.",
    "Close the window and start the app again.",
  ],
  "E-BRIDGE-SHAPE": [
    "The app could not understand the request from the window.",
    "Correct the entries and press again.",
  ],
  "E-BRIDGE-BUG": [
    "This app ran into an error of its own.",
    "Nothing was lost: the record is safe. Start the app again, and report the error.",
  ],
});

/**
 * Answers the window's questions from now on. Only its own main frame at our own address is heard,
 * and only a request that its method's parser takes. The room's window may look, and no more.
 * Nothing is thrown across.
 */
export function serve(
  window: () => WebContents | null,
  room: () => WebContents | null,
  handlers: Handlers,
): void {
  ipcMain.handle(ASK, async ({ sender, senderFrame }, method: unknown, request: unknown) => {
    try {
      const mayAsk = sender === window() || (sender === room() && method === "look");
      if (!mayAsk || !isOurs(sender, senderFrame)) throw fault("E-BRIDGE-SENDER");
      return { ok: await answer(handlers, method, request) } as Reply<Method>;
    } catch (error) {
      return { fault: asData(isFault(error) ? error : fault("E-BRIDGE-BUG")) } as Reply<Method>;
    }
  });
}

const isOurs = (sender: WebContents, frame: WebFrameMain | null): boolean =>
  frame !== null && frame === sender.mainFrame && frame.url.startsWith(`${ORIGIN}/`);

async function answer(handlers: Handlers, method: unknown, request: unknown): Promise<unknown> {
  if (typeof method !== "string" || !Object.hasOwn(REQUESTS, method)) throw fault("E-BRIDGE-SHAPE");
  const known = method as Method;
  const read = REQUESTS[known].safeParse(request);
  if (!read.success) throw fault("E-BRIDGE-SHAPE");
  return handlers[known](read.data as never);
}
