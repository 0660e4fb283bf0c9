// The open request to main, and the fault of the last answer.
import { create } from "zustand";
import type {
  BridgeFault,
  InputOf,
  KindName,
  Reply,
  ReplyOf,
  RequestOf,
  Viewing,
} from "../../electron/bridge/contract.ts";
import type { Method } from "../../electron/bridge/methods.ts";
import { bridge } from "./bridge.ts";
import type { TimetableStep } from "../text/step-words.ts";
import { lostBridge } from "../text/refusal.ts";
import type { Language } from "../../electron/text/text.ts";
import { replaceView } from "./ceremony.ts";

interface ActionStore {
  readonly pending: Method | null;
  readonly fault: BridgeFault | null;
}

const useStore = create<ActionStore>(() => ({ pending: null, fault: null }));

/** The open request, and the last refusal. */
export const useAction = (): ActionStore => useStore();

/** The last refusal, or null. */
export const lastFault = (): BridgeFault | null => useStore.getState().fault;

/** Dismisses the refusal. */
export function forget(): void {
  useStore.setState({ fault: null });
}

/** Takes a refusal that is said beside the pressed button; false if the screen says it. */
type Taker = (fault: BridgeFault) => boolean;
let taker: Taker | null = null;

/** Starts requests whose refusals `take` says, where they were asked for; those that it leaves, the screen does. */
export function besides<Value>(take: Taker, start: () => Promise<Value>): Promise<Value> {
  taker = take;
  try {
    return start();
  } finally {
    taker = null;
  }
}

/** Sends main a request that returns a view. True if it succeeded. */
export async function ask<M extends Viewing>(method: M, request: RequestOf<M>): Promise<boolean> {
  const reply = await put(method, request);
  if (reply === null || "fault" in reply) return false;
  replaceView(reply.ok);
  return true;
}

type ReadonlyDeep<T> = T extends object ? { readonly [Key in keyof T]: ReadonlyDeep<T[Key]> } : T;

/** What people enter in a step of this kind; without a kind, main alone checks its form. */
export type Entered<K extends KindName> = KindName extends K
  ? Readonly<Record<string, unknown>>
  : ReadonlyDeep<InputOf<K>>;

/**
 * Performs the current step. True if it succeeded.
 * @param input what people entered, in the form of the step's kind
 * @param witnessed before a passphrase is typed: what the witness saw
 */
export const perform = <K extends KindName = KindName>(
  { id }: Pick<TimetableStep, "id">,
  input?: Entered<K>,
  witnessed?: RequestOf<"perform">["witnessed"],
): Promise<boolean> =>
  ask("perform", {
    step: id,
    input: { ...input },
    ...(witnessed === undefined ? {} : { witnessed }),
  });

/** Shows every window in this language from now on, also after a restart: main sends it with a view. */
export const changeLanguage = (language: Language): void =>
  void answerQuietly("language", { language });

/** Sends main a request that does not return a view. Null if it was refused or got no answer. */
export async function answer<M extends Method>(
  method: M,
  request: RequestOf<M>,
): Promise<ReplyOf<M> | null> {
  const reply = await put(method, request);
  return reply === null || "fault" in reply ? null : reply.ok;
}

/** The same in parallel to other requests: nothing waits for it, and its refusal is not shown. */
export async function answerQuietly<M extends Method>(
  method: M,
  request: RequestOf<M>,
): Promise<ReplyOf<M> | null> {
  const reply = await send(method, request);
  return "fault" in reply ? null : reply.ok;
}

/** One request at a time: a second press while one is open does nothing. */
async function put<M extends Method>(method: M, request: RequestOf<M>): Promise<Reply<M> | null> {
  if (useStore.getState().pending !== null) return null;
  const take = taker;
  useStore.setState({ pending: method, fault: null });
  const reply = await send(method, request);
  const isTaken = "fault" in reply && take?.(reply.fault) === true;
  useStore.setState({ pending: null, fault: "fault" in reply && !isTaken ? reply.fault : null });
  return reply;
}

async function send<M extends Method>(method: M, request: RequestOf<M>): Promise<Reply<M>> {
  // The bridge has one signature for each method; here only their union is known.
  const asked = bridge()[method] as (request: RequestOf<M>) => Promise<Reply<M>>;
  return asked(request).catch((): Reply<M> => ({ fault: lostBridge() }));
}
