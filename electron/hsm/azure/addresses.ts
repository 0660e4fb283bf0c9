// The addresses of an HSM's name on this machine: private, or public.
import { lookup } from "node:dns/promises";

/** @param host without a port @returns none if no name server answers */
export async function addressesOf(host: string): Promise<readonly string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}
