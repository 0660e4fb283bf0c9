// Beliefs about how any long operation is asked for its status.
import { isObject, type Json } from "../../crypto/index.ts";
import {
  header,
  isText,
  member,
  never,
  sent,
  status,
  textOf,
  type Belief,
  type Exchange,
  type Given,
  type On,
} from "./belief.ts";

/** One kind of operation: its status, and the words for it. */
export interface Operation {
  /** Begins the ids of its rows. */
  readonly id: string;
  /** As a sentence names it. */
  readonly name: string;
  readonly status: On;
  /** The path of what begins it, which no GET does. */
  readonly begin: RegExp;
  readonly why: string;
  readonly relies: readonly string[];
  /** Azure's word for success here, and the other one. */
  readonly success: readonly [believed: string, other: string];
}

const wordOf = ({ body }: Given): Json | undefined => (isObject(body) ? body["status"] : undefined);
const says =
  (...words: readonly string[]) =>
  (given: Given): boolean =>
    words.includes(textOf(wordOf(given)));

/** The rows of an operation's status. */
export function statusOf({
  id,
  name,
  status: on,
  begin,
  why,
  relies,
  success,
}: Operation): readonly Belief[] {
  const [believed, other] = success;
  const isRunning = says("InProgress");
  const isDone = says("Success", "Succeeded");
  const about = { why, relies };
  const hasBegun = (before: readonly Exchange[]): boolean =>
    before.some(({ method, path, given }) => method !== "GET" && begin.test(path) && isGood(given));
  const rows: readonly Belief[] = [
    {
      id: `${id}-status-200`,
      ...about,
      believed: `The status of ${name} is 200 while it runs.`,
      otherwise: "It is 202 while it runs.",
      ...status(on, 200, 202, { only: isRunning }),
    },
    {
      id: `${id}-status-body`,
      ...about,
      believed: `Each status of ${name} has a body.`,
      otherwise: "While it runs, the status is 204 without one.",
      ...status(on, 200, 204, { empty: true, only: isRunning }),
      holds: ({ given }) => (given.status === 204 ? false : isRunning(given) ? true : null),
    },
    {
      id: `${id}-status-known`,
      ...about,
      believed: `The status of ${name} can be asked as soon as it was begun.`,
      otherwise: "The first two questions get 404.",
      on: { method: "*", path: new RegExp(`${begin.source}|${on.path.source}`) },
      holds: ({ path, given }, before) =>
        on.path.test(path) && hasBegun(before)
          ? given.status !== 404
            || before.some((one) => on.path.test(one.path) && isGood(one.given))
          : null,
      turn: () => {
        const turn = never(on, NOT_FOUND, { times: 2 }).turn();
        return (asked, right, levers) =>
          on.path.test(asked.path) ? turn(asked, right, levers) : right();
      },
    },
    {
      id: `${id}-status-kept`,
      ...about,
      believed: `The status of ${name} can still be asked after it has ended.`,
      otherwise: "Once it has ended, its status is 404.",
      ...sent(
        on,
        ({ status: code }) => code !== 404,
        (given) => (isDone(given) ? { ...given, ...NOT_FOUND } : given),
      ),
    },
    {
      id: `${id}-status-available`,
      ...about,
      believed: `The status of ${name} is always available.`,
      otherwise: "The first two questions for it get 503.",
      ...never(
        on,
        {
          status: 503,
          body: { error: { code: "ServiceUnavailable", message: "Try again later." } },
        },
        { times: 2 },
      ),
    },
    {
      id: `${id}-word-running`,
      ...about,
      believed: `While ${name} runs, its status is InProgress.`,
      otherwise: "It is Running.",
      ...member(
        on,
        "status",
        (word) => word === "InProgress",
        () => "Running",
        says("InProgress", "Running"),
      ),
    },
    {
      id: `${id}-word-success`,
      ...about,
      believed: `When ${name} has succeeded, its status is ${believed}.`,
      otherwise: `It is ${other}.`,
      ...member(
        on,
        "status",
        (word) => word === believed,
        () => other,
        isDone,
      ),
    },
    {
      id: `${id}-word-known`,
      ...about,
      believed: `The word for its success is one of those that were recorded (${name}).`,
      otherwise: "It is Completed.",
      ...member(
        on,
        "status",
        (word) => word !== "Completed",
        () => "Completed",
        says("Success", "Succeeded", "Completed"),
      ),
    },
    {
      id: `${id}-word-case`,
      ...about,
      believed: `The words of the status of ${name} are spelled with a capital.`,
      otherwise: "They are in lower case.",
      ...member(
        on,
        "status",
        (word) => isText(word) && /^[A-Z]/.test(word),
        (word) => textOf(word).toLowerCase(),
      ),
    },
    {
      id: `${id}-word-member`,
      ...about,
      believed: `The status of ${name} is in the member status.`,
      otherwise: "It is in properties.status, as in Resource Manager.",
      ...sent(
        on,
        ({ status: code, body }) =>
          isObject(body) && code < 300 ? body["status"] !== undefined : null,
        (given) => {
          if (!isObject(given.body) || given.status >= 300) return given;
          const { status: word = null, ...others } = given.body;
          return { ...given, body: { ...others, properties: { status: word } } };
        },
      ),
    },
    {
      id: `${id}-succeeds`,
      ...about,
      believed: `What was asked rightly succeeds (${name}).`,
      otherwise: "Its end is reported as Failed.",
      ...sent(
        on,
        (given) => !says("Failed")(given),
        (given) =>
          isDone(given) && isObject(given.body)
            ? {
                ...given,
                body: { ...given.body, status: "Failed", status_details: "An internal error." },
              }
            : given,
      ),
    },
    {
      id: `${id}-status-poll-header`,
      ...about,
      believed: `Each status of ${name} repeats where it is asked for.`,
      otherwise: "The header Azure-AsyncOperation is missing.",
      ...header(on, "azure-asyncoperation", (value) => value !== null, null),
    },
  ];
  // An HSM that knows of no such operation says so: until one was seen, that shows nothing.
  return rows.map((row) => ({
    ...row,
    holds: (exchange, before) =>
      row.on === on && exchange.given.status === 404 && !before.some(({ given }) => isGood(given))
        ? null
        : row.holds(exchange, before),
  }));
}

const isGood = ({ status: code }: Given): boolean => code < 300;

const NOT_FOUND = {
  status: 404,
  body: { error: { code: "NotFound", message: "The operation was not found.", innererror: null } },
};
