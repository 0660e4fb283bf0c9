// Which addresses a request may go to: an exact list of hosts and ports, over TLS only.
import { fault } from "../faults.ts";

/**
 * The parsed address if its `host:port` is on the list, letter for letter (host names are compared
 * in lower case, the port is always written). Nothing is corrected: a text that a URL parser would
 * quietly repair is refused.
 * @throws Fault E-HSM-HOST
 */
export function allowedUrl(text: string, allowHosts: readonly string[]): URL {
  if (!/^https:\/\/[\x21-\x5b\x5d-\x7e]+$/i.test(text) || !URL.canParse(text))
    throw fault("E-HSM-HOST");
  const url = new URL(text);
  const bare = url.username === "" && url.password === "" && url.hash === "";
  if (!bare || !/^https:\/\/[a-z0-9.:-]+([/?]|$)/i.test(text)) throw fault("E-HSM-HOST");
  const place = `${url.hostname}:${url.port || "443"}`;
  if (!allowHosts.some((allowed) => allowed.toLowerCase() === place)) throw fault("E-HSM-HOST");
  return url;
}
