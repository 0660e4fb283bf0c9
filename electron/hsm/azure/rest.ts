// Requests to the HSM's own address by path, answered with a JSON object, or a list in pages:
// `value`, and `nextLink` if there is more (azure-protocol.md 5, 7).
import { isArray, type Json, type JsonObject } from "../../../crypto/index.ts";
import { fault, UnreadFault, unreadMember } from "../faults.ts";
import { sentence } from "../../text/sentence.ts";
import { allowedUrl } from "./allow-list.ts";
import { askObject, askSomething } from "./ask.ts";
import type { BodyLimits } from "./body.ts";
import type { Question, Send } from "./request.ts";

/** A question without its host. */
export interface RestQuestion extends Omit<Question, "url"> {
  readonly path: string;
  /** Of the API, if what is asked is newer than the usual one. */
  readonly version?: string;
}

export interface Rest {
  /** @throws Fault of request.ts and ask.ts */
  readonly ask: (question: RestQuestion) => Promise<JsonObject>;
  /** As `ask`, of a change whose answer may be 204 without a body: null. */
  readonly change: (question: RestQuestion) => Promise<JsonObject | null>;
  /** A link that the HSM gave. @throws Fault E-HSM-HOST if it points elsewhere */
  readonly follow: (link: string) => Promise<JsonObject>;
  readonly urlOf: (path: string) => string;
}

export function restOf(send: Send, base: URL, apiVersion: string, limits: BodyLimits): Rest {
  const place = `${base.hostname}:${base.port || "443"}`;
  const urlOf = (path: string, version = apiVersion): string =>
    `${base.origin}/${path}?api-version=${encodeURIComponent(version)}`;
  return {
    ask: ({ path, version, ...question }) =>
      askSomething(send, { ...question, url: urlOf(path, version) }, limits),
    change: ({ path, version, ...question }) =>
      askObject(send, { ...question, url: urlOf(path, version) }, limits),
    follow: (link) =>
      askSomething(send, { method: "GET", url: allowedUrl(link, [place]).href }, limits),
    urlOf,
  };
}

/** No list of ours is longer; an endless list is stopped. */
const PAGES_MAX = 1000;
/** Of all pages together, in characters of JSON: as much as a proof accepts of one answer. */
const LIST_MAX = 16 * 1024 * 1024;

/**
 * Every item of a list, page after page.
 * @throws Fault E-HSM-BODY for a list of another form, or one that repeats a page; E-HSM-LIST for
 * one that is too long
 */
export async function* itemsOf(
  first: Promise<JsonObject>,
  follow: (link: string) => Promise<JsonObject>,
): AsyncGenerator<Json> {
  let page = await first;
  let length = 0;
  const followed = new Set<string>();
  for (let pages = 1; ; pages++) {
    const { value, nextLink } = page;
    if (!isArray(value)) throw unreadMember("value");
    length += JSON.stringify(value).length;
    if (pages > PAGES_MAX || length > LIST_MAX) throw fault("E-HSM-LIST", { pages });
    yield* value;
    if (typeof nextLink !== "string" || nextLink === "") return;
    if (followed.has(nextLink)) throw new UnreadFault(sentence("hsm-faults.bodyRepeats"));
    followed.add(nextLink);
    page = await follow(nextLink);
  }
}
