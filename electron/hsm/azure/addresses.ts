// Where an HSM's name leads from this machine: to a private address, or out into the world.
import { lookup } from "node:dns/promises";

/** @param host without a port @returns none where no name server answers */
export async function addressesOf(host: string): Promise<readonly string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}
