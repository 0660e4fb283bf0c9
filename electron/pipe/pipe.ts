// A pipe between two processes of ours: calls one way, answers and faults as data the other.
import { Fault, faultTable, LaterFault, type Said } from "../../crypto/index.ts";
import { faultOf } from "../disk/refusal.ts";
import type { Refusal } from "../text/refusal.ts";

/** A call on the wire, and its answer. */
interface Call {
  readonly id: number;
  readonly method: string;
  readonly request: unknown;
}
type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly fault: FaultData };

/** A fault as data. */
export interface FaultData extends Refusal {
  readonly code: string;
  /** Present if accepting the code helps. */
  readonly overrulable?: boolean;
  /** Present if it is about fields of a form. */
  readonly fields?: readonly string[];
  /** Present if someone else said something about it. */
  readonly said?: Said;
  /** Present if it should not be asked again for so long. */
  readonly waitSeconds?: number;
}

/** One end of a pipe, whatever made it (child process, utility process). */
export interface Channel {
  readonly send: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onClose: (listener: () => void) => void;
}

/** The methods that are called over a pipe: one plain value in, one out. */
export type Methods = object;

const fault = faultTable("pipe-faults");

/** Asks whether the other end is alive: it answers at once, whatever it waits for (`silence.ts`). */
export const PING = { ping: true } as const;
const PONG = { pong: true } as const;
const isPing = (message: unknown): boolean =>
  typeof message === "object" && message !== null && "ping" in message;

/** Answers calls from a table; the first message says that it is ready, with `greeting`. */
export function serveCalls(channel: Channel, methods: Methods, greeting: unknown): void {
  const table = new Map<string, (request: never) => Promise<unknown>>(Object.entries(methods));
  channel.onMessage((message) => {
    if (isPing(message)) {
      channel.send(PONG);
      return;
    }
    const { id, method, request } = message as Call;
    // A method that throws at once is a refusal as well; it must not end this process.
    const work = Promise.resolve(request as never).then((given) => {
      const asked = table.get(method);
      if (asked === undefined) throw fault("E-WORKER-CALL");
      return asked(given);
    });
    work.then(
      (value) => channel.send({ id, value }),
      (error: unknown) => channel.send({ id, fault: asData(error) }),
    );
  });
  channel.send({ ready: greeting });
}

/** Reports, in place of being ready, why this process is not. */
export function refuseCalls(channel: Channel, error: unknown): void {
  channel.send({ refused: asData(error) });
}

/** Any error as data; one that is not a fault of ours is not described. */
export function asData(error: unknown): FaultData {
  const known = faultOf(error, () => fault("E-WORKER-BUG"));
  const { code, sentences, overrulable, fields, said } = known;
  return {
    code,
    ...sentences,
    ...(overrulable ? { overrulable: true } : {}),
    ...(fields.length > 0 ? { fields } : {}),
    // A fault of another copy of its class may be older.
    ...(said == null ? {} : { said }),
    ...(known instanceof LaterFault ? { waitSeconds: known.waitSeconds } : {}),
  };
}

/** The fault that these data were. */
function asFault(data: FaultData): Fault {
  const { code, message, next, overrulable = false, fields, said = null, waitSeconds } = data;
  return waitSeconds === undefined
    ? new Fault(code, { message, next }, overrulable, fields, said)
    : new LaterFault({ code, sentences: { message, next }, said }, waitSeconds);
}

/**
 * Waits until the other end is ready, and calls its methods.
 * @returns its greeting, and one function per method; calls reject with Fault E-WORKER-GONE when
 * the process goes
 * @throws Fault with which it refuses to be ready, E-WORKER-GONE
 */
export async function callsOver<Of extends Methods>(
  channel: Channel,
  names: readonly (keyof Of & string)[],
): Promise<{ greeting: unknown; call: Of }> {
  const pending = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Fault) => void }
  >();
  // Before it is ready, the other end may answer that it is alive.
  const settle = (answer: Answer) => {
    const waiting = pending.get(answer.id);
    pending.delete(answer.id);
    if ("value" in answer) waiting?.resolve(answer.value);
    else waiting?.reject(asFault(answer.fault));
  };
  let gone = false;
  const greeting = await new Promise((resolve, reject) => {
    channel.onMessage((message) => {
      if ("ready" in (message as object)) resolve((message as { ready: unknown }).ready);
      else if ("refused" in (message as object))
        reject(asFault((message as { refused: FaultData }).refused));
      else settle(message as Answer);
    });
    channel.onClose(() => {
      gone = true;
      reject(fault("E-WORKER-GONE"));
      for (const call of pending.values()) call.reject(fault("E-WORKER-GONE"));
    });
  });
  let next = 0;
  const call = (method: string) => (request: unknown) =>
    new Promise((resolve, reject) => {
      if (gone) {
        reject(fault("E-WORKER-GONE"));
        return;
      }
      const id = next++;
      pending.set(id, { resolve, reject });
      channel.send({ id, method, request });
    });
  return { greeting, call: Object.fromEntries(names.map((name) => [name, call(name)])) as Of };
}

/**
 * As `callsOver`, to a process that was started for this alone: if it does not become ready, it is
 * ended.
 */
export async function callsTo<Of extends Methods>(
  process: { readonly channel: Channel; readonly end: () => Promise<void> },
  names: readonly (keyof Of & string)[],
): Promise<{ greeting: unknown; call: Of }> {
  try {
    return await callsOver<Of>(process.channel, names);
  } catch (error) {
    await process.end();
    throw error;
  }
}
