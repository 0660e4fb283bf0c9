// Questions with small answers: the whole body, read and checked, or a fault.
import { isFault, isObject, readJson, type JsonObject } from "../../../crypto/index.ts";
import { fault } from "../faults.ts";
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
 * The whole answer, which says it is JSON (or says nothing of its type).
 * @throws Fault E-HSM-BODY, -SIZE, -SLOW; where a change was asked for, E-HSM-UNKNOWN-OUTCOME
 */
export async function askBytes(
  send: Send,
  question: Question,
  limits: BodyLimits,
): Promise<SmallAnswer> {
  const answer = await send(question);
  return judged(question, async () => {
    const { bytes, complete } = await receiveAll(answer.body, limits);
    if (!complete || !saysJson(answer)) throw fault("E-HSM-BODY");
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
  return judged(question, async () => {
    const reading = readJson(bytes);
    if (!reading.ok || !isObject(reading.value)) throw fault("E-HSM-BODY");
    return reading.value;
  });
}

/** As `askObject`, where 204 is no answer. */
export async function askSomething(
  send: Send,
  question: Question,
  limits: BodyLimits,
): Promise<JsonObject> {
  const answer = await askObject(send, question, limits);
  return judged(question, async () => {
    if (answer === null) throw fault("E-HSM-BODY");
    return answer;
  });
}

const judged = async <T>(question: Question, judge: () => Promise<T>): Promise<T> =>
  question.method === "GET" ? judge() : judgedChange(judge);

/** An answer to a change that cannot be used leaves open whether it was done. */
export async function judgedChange<T>(judge: () => T | Promise<T>): Promise<T> {
  try {
    return await judge();
  } catch (error) {
    if (!isFault(error)) throw error;
    throw fault("E-HSM-UNKNOWN-OUTCOME", { why: sentence("hsm-faults.brokenAnswer") });
  }
}

const saysJson = ({ type }: OpenAnswer): boolean =>
  type === "" || /^application\/json\s*(;|$)/i.test(type);
