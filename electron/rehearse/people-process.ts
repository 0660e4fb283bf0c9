// The simulated people as a child of plain Node, who type into this process's vaults.
import { PEOPLE_COMMAND, PEOPLE_METHODS, type PeopleMethods } from "../people/protocol.ts";
import { forkChild } from "../pipe/node-child.ts";
import { callsTo } from "../pipe/pipe.ts";
import { ownKey, type Acquainted } from "../vault/vault.ts";

/** People, until their end. */
export interface People {
  readonly call: PeopleMethods;
  /** Resolves when they are gone. */
  readonly end: () => Promise<void>;
}

/**
 * @param entry the command line's own file
 * @param papers the file of what they write
 * @throws Fault E-WORKER-GONE
 */
export async function startPeople(
  entry: string,
  papers: string,
  passphraseFile: string | null = null,
): Promise<People> {
  const given = passphraseFile === null ? [] : [passphraseFile];
  const child = forkChild(entry, [PEOPLE_COMMAND, papers, ...given]);
  const methods = [...PEOPLE_METHODS, "acquaint"] as const;
  const { call } = await callsTo<PeopleMethods & Acquainted>(child, methods);
  await call.acquaint(ownKey());
  return { call, end: () => child.end() };
}
