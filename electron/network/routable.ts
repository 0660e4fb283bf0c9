// Which addresses reach beyond their own cable.

/**
 * True for an address that other networks can be reached from: not loopback, not link-local, not
 * unspecified. Private ones (10/8, fc00::/7, ...) count: they lead to routers.
 * @param address IPv4 or IPv6 as text, as node:os gives it
 */
export function isRoutable(address: string): boolean {
  const text = address.toLowerCase();
  // IPv4 within IPv6 is judged as what it is.
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(text)?.[1];
  const unroutable = mapped === undefined && text.includes(":")
    // fe80::/10 reaches to febf.
    ? /^(::1?$|fe[89ab])/
    : /^(127\.|169\.254\.|0\.)/;
  return !unroutable.test(mapped ?? text);
}
