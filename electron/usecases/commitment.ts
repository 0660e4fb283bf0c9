// What a quorum opened is what the record before says was opened: compared before it is recorded.
import { Fault } from "../../crypto/index.ts";
import { follows, OPENED_OTHER } from "../meaning/meaning.ts";
import type { Committed } from "../vault/vault.ts";
import { fault } from "./faults.ts";
import type { Turn } from "./turn.ts";

/** The commitment of the record before, hex; "" if it has none. */
export const commitmentBefore = ({ state: { opened } }: Turn): string =>
  opened?.earlier[0]?.commitment ?? "";

/**
 * The member of the entry that records it; none in a record under the first version of the rules.
 * @param domainSha256 of the domain that was opened
 * @throws Fault E-OPENED-OTHER
 */
export function committedIn(
  { state: { opened, accepted } }: Turn,
  domainSha256: string,
  { commitment }: Committed,
): Partial<Committed> {
  if (opened?.rules === undefined) return {};
  const [earlier] = opened.earlier;
  const before = earlier?.domainSha256 === domainSha256 ? earlier.commitment : undefined;
  const isSame = before === undefined || follows(commitment, before);
  // A recovery must not depend on what an earlier record says.
  if (!isSame && !accepted.includes(OPENED_OTHER))
    throw new Fault(OPENED_OTHER, fault(OPENED_OTHER).sentences, true);
  return { commitment };
}
