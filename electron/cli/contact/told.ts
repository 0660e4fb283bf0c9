// What exchanges with an HSM show of each belief, as `sd contact` prints and returns it.
import type { Fault } from "../../../crypto/index.ts";
import { BELIEFS, seenIn, type Belief, type Exchange, type Seen } from "../../beliefs/beliefs.ts";
import type { Outcome } from "../shared/outcome.ts";
import { shown } from "../shared/shown.ts";

/** A question that was refused, or whose answer nobody here reads. */
export interface Unanswered {
  readonly question: string;
  readonly fault: Fault;
}

/** The order in which they count, and in which people read them. */
const VERDICTS: readonly Seen["verdict"][] = ["otherwise", "as believed", "not seen"];

/** Exit code 3 if something is otherwise than believed, or was not answered. */
const OTHERWISE_CODE = 3;

/**
 * @param what was done with which HSM, as the beginning of a sentence
 * @param sittings each shows by itself: between them names differ
 */
export function toldOf(
  what: string,
  sittings: readonly (readonly Exchange[])[],
  unanswered: readonly Unanswered[],
): Outcome {
  const exchanges = sittings.flat();
  const rows = BELIEFS.map((belief) => ({ ...belief, ...seenInAll(belief, sittings) }));
  const of = (verdict: Seen["verdict"]) => rows.filter((row) => row.verdict === verdict);
  const [otherwise, believed] = [of("otherwise"), of("as believed")];
  const isOther = otherwise.length > 0 || unanswered.length > 0;
  return {
    text: [
      `${what}: ${String(exchanges.length)} exchanges. Of ${String(rows.length)} beliefs `
        + `${String(believed.length)} are as believed, ${String(otherwise.length)} otherwise, `
        + `${String(rows.length - believed.length - otherwise.length)} not seen.`,
      ...VERDICTS.flatMap((verdict) =>
        of(verdict).flatMap(({ id, believed: sentence, came }) => [
          `  ${verdict.padEnd(11)}  ${id}: ${sentence}`,
          ...(came === "" ? [] : [`               What came: ${shown(came)}`]),
        ]),
      ),
      ...unanswered.map(
        ({ question, fault: { code, message } }) =>
          `Not answered: ${question}. ${code}: ${shown(message)}`,
      ),
    ].join("\n"),
    data: {
      exchanges: exchanges.length,
      rows: rows.map(({ id, verdict, believed: sentence, came }) => ({
        id,
        verdict,
        believed: sentence,
        came: shown(came),
      })),
      unanswered: unanswered.map(({ question, fault: { code, message } }) => ({
        question,
        code,
        message: shown(message),
      })),
    },
    ...(isOther ? { code: OTHERWISE_CODE } : {}),
  };
}

function seenInAll(belief: Belief, sittings: readonly (readonly Exchange[])[]): Seen {
  const seen = sittings.map((exchanges) => seenIn(belief, exchanges));
  const found = VERDICTS.flatMap((verdict) => seen.find((one) => one.verdict === verdict) ?? []);
  return found[0] ?? { verdict: "not seen", came: "" };
}
