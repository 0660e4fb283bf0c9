// How many officers there are, and how many of them open the security domain: chosen before a first
// ceremony is opened, in the file of a domain that is found, and known in every other one.
import type { RequestOf } from "../../electron/bridge/contract.ts";
import { Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { ask } from "../stores/action.ts";
import { mediumOf } from "../text/objects.ts";
import { say } from "../text/say.ts";
import type { StepProps } from "./step-row.ts";

type Counts = RequestOf<"counts">;

/** Azure takes 3 to 10 officers, and a quorum of 2 up to all of them. */
const [FEWEST, MOST, SMALLEST] = [3, 10, 2];

const upTo = (least: number, most: number) =>
  Array.from({ length: most - least + 1 }, (_, i) => {
    const value = String(least + i);
    return { value, label: value };
  });

/** The two numbers to choose, with what they mean; else as a sentence. */
export function OfficerCounts({ step: { view, officers, quorum } }: StepProps) {
  if (!view.mayCount) return <p>{say("opening.countsKnown", { officers, quorum })}</p>;
  const given = givenIn(view);
  const isTaken = given?.officers === officers && given.quorum === quorum;
  if (isTaken && view.countsFound !== null) return <p>{given.same}</p>;
  const choose = ({ officers: n, quorum: k }: Counts): void =>
    void ask("counts", { officers: n, quorum: k });
  return (
    <>
      {given === null ? null : (
        <p role="status">
          {isTaken ? given.same : given.other}{" "}
          {isTaken ? null : (
            <Button kind="second" small onPress={() => choose(given)}>
              {say("opening.countsTake")}
            </Button>
          )}
        </p>
      )}
      <Choice
        label={say("opening.officers")}
        value={String(officers)}
        onChange={(n) => choose({ officers: Number(n), quorum: Math.min(quorum, Number(n) - 1) })}
        options={upTo(FEWEST, MOST)}
        narrow
      />
      <Choice
        label={say("opening.quorum")}
        value={String(quorum)}
        onChange={(k) => choose({ officers, quorum: Number(k) })}
        options={upTo(SMALLEST, officers)}
        narrow
      />
      <p role="status">
        {meaningOf(officers, quorum)}{" "}
        {view.mayPlan ? (
          <Button kind="second" small onPress={() => void ask("planned", {})}>
            {say("opening.countsFromPlan")}
          </Button>
        ) : null}
      </p>
    </>
  );
}

interface Given extends Counts {
  /** What is said if these numbers are chosen, and if others are. */
  readonly same: string;
  readonly other: string;
}

/** The numbers of the security domain that was found, or of the plan that was chosen. */
function givenIn({ countsFound, countsPlanned }: StepProps["step"]["view"]): Given | null {
  if (countsFound !== null) {
    const { label, ...found } = countsFound;
    const said = { ...found, medium: mediumOf(label) };
    const [same, other] = [say("opening.countsFound", said), say("opening.countsOther", said)];
    return { ...found, same, other };
  }
  if (countsPlanned === null) return null;
  const same = say("opening.countsPlanned", countsPlanned);
  return { ...countsPlanned, same, other: say("opening.countsPlannedOther", countsPlanned) };
}

/** What may be lost with these numbers, and how few can open the domain. */
function meaningOf(officers: number, quorum: number): string {
  if (quorum === officers) return say("opening.countsAll", { officers });
  if (quorum === SMALLEST) return say("opening.countsTwo", { spare: officers - quorum });
  return say("opening.countsSpare", { quorum, spare: officers - quorum, few: quorum - 1 });
}
