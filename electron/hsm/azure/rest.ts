// Questions to the HSM's own address by path, with a JSON object for an answer.
import type { JsonObject } from "../../../crypto/index.ts";
import { allowedUrl } from "./allow-list.ts";
import { askSomething } from "./ask.ts";
import type { BodyLimits } from "./body.ts";
import type { Question, Send } from "./request.ts";

/** A question without its host. */
export interface RestQuestion extends Omit<Question, "url"> {
  readonly path: string;
}

export interface Rest {
  /** @throws Fault of request.ts and ask.ts */
  readonly ask: (question: RestQuestion) => Promise<JsonObject>;
  /** A link that the HSM gave. @throws Fault E-HSM-HOST where it leads elsewhere */
  readonly follow: (link: string) => Promise<JsonObject>;
  readonly urlOf: (path: string) => string;
}

export function restOf(send: Send, base: URL, apiVersion: string, limits: BodyLimits): Rest {
  const place = `${base.hostname}:${base.port || "443"}`;
  const urlOf = (path: string): string =>
    `${base.origin}/${path}?api-version=${encodeURIComponent(apiVersion)}`;
  return {
    ask: ({ path, ...question }) => askSomething(send, { ...question, url: urlOf(path) }, limits),
    follow: (link) =>
      askSomething(send, { method: "GET", url: allowedUrl(link, [place]).href }, limits),
    urlOf,
  };
}
