// Questions with small answers: the complete body, read and checked, or a fault.
import { isFault, isObject, readJson, type JsonObject } from "../../../crypto/index.ts";
import { fault, UnreadFault } from "../faults.ts";
import { receiveAll, type BodyLimits } from "./body.ts";
import type { OpenAnswer, Question, Send } from "./request.ts";
import { sentence } from "../../text/sentence.ts";

export interface SmallAnswer {
  readonly status: number;
  /** The Date header, or "". */
  readonly date: string;
  readonly bytes: Uint8Array;
}

/**
 * The complete answer, whose type is JSON or not given.
 * @throws Fault E-HSM-BODY, -SIZE, -SLOW; for a change, E-HSM-UNKNOWN-OUTCOME
 */
export async function askBytes(
  send: Send,
  question: Question,
  limits: BodyLimits,
): Promise<SmallAnswer> {
  const answer = await send(question);
  return readOf(question, async () => {
    const { bytes, complete } = await receiveAll(answer.body, limits);
    if (!complete) throw new UnreadFault(sentence("hsm-faults.bodyCut"));
    if (!saysJson(answer)) throw new UnreadFault(sentence("hsm-faults.bodyType"));
    return { status: answer.status, date: answer.date, bytes };
  });
}

/** As `askBytes`, read as one strict JSON object; null for an answer of 204, which has no body. */
export async function askObject(
  send: Send,
  question: Question,
  limits: BodyLimits,
): Promise<JsonObject | null> {
  const { status, bytes } = await askBytes(send, question, limits);
  if (status === 204) return null;
  return readOf(question, async () => {
    const reading = readJson(bytes);
    if (!reading.ok || !isObject(reading.value))
      throw new UnreadFault(sentence("hsm-faults.bodyJson"));
    return reading.value;
  });
}

/** As `askObject`, but 204 is not an answer. */
export async function askSomething(
  send: Send,
  question: Question,
  limits: BodyLimits,
): Promise<JsonObject> {
  const answer = await askObject(send, question, limits);
  return readOf(question, async () => {
    if (answer === null) throw new UnreadFault(sentence("hsm-faults.bodyEmpty"));
    return answer;
  });
}

const readOf = async <T>(question: Question, read: () => Promise<T>): Promise<T> =>
  question.method === "GET" ? read() : readOfChange(read);

/** An unusable answer to a change leaves open whether it was done. */
export async function readOfChange<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!isFault(error)) throw error;
    const why =
      error instanceof UnreadFault
        ? sentence("hsm-faults.unreadAnswer", { what: error.what })
        : sentence("hsm-faults.brokenAnswer");
    throw fault("E-HSM-UNKNOWN-OUTCOME", { why });
  }
}

const saysJson = ({ type }: OpenAnswer): boolean =>
  type === "" || /^application\/json\s*(;|$)/i.test(type);
