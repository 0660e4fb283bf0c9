// How many officers there are, and how many of them open the security domain: chosen before a first
// ceremony is opened, in the file of a domain that is found, and known in every other one.
import { Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { ask } from "../stores/action.ts";
import { mediumOf } from "../text/objects.ts";
import { say } from "../text/say.ts";
import type { StepProps } from "./step-row.ts";

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
  const found = foundIn(view);
  if (found?.officers === officers && found.quorum === quorum)
    return <p>{say("opening.countsFound", found)}</p>;
  const choose = (counts: { readonly officers: number; readonly quorum: number }): void =>
    void ask("counts", counts);
  return (
    <>
      {found === null ? null : (
        <p role="status">
          {say("opening.countsOther", found)}{" "}
          <Button kind="second" small onPress={() => choose(found)}>
            {say("opening.countsTake")}
          </Button>
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
      <p role="status">{meaningOf(officers, quorum)}</p>
    </>
  );
}

/** The numbers in the security domain's file, and where it is in words. */
function foundIn({ countsFound }: StepProps["step"]["view"]) {
  if (countsFound === null) return null;
  const { label, name, ...counts } = countsFound;
  return { ...counts, name, medium: mediumOf(label) };
}

/** What may be lost with these numbers, and how few can open the domain. */
function meaningOf(officers: number, quorum: number): string {
  if (quorum === officers) return say("opening.countsAll", { officers });
  if (quorum === SMALLEST) return say("opening.countsTwo", { spare: officers - quorum });
  return say("opening.countsSpare", { quorum, spare: officers - quorum, few: quorum - 1 });
}
