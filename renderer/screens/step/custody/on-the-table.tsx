// Which of the objects in custody lie on the table: a box for each.
import { Check } from "../../../parts/check.tsx";
import { setDraft, useDrafts } from "../../../stores/draft.ts";
import { named } from "../../../text/custody.ts";
import { TABLE } from "../../../text/hand-off.ts";
import type { Scene } from "../scene.ts";
import shared from "../step.module.css";

const draftOf = (step: string, object: string): string => `seals.${step}.${object}.here`;

/** The objects that are ticked in this step. */
export function useOnTheTable({ room, stop }: Scene): readonly string[] {
  const drafts = useDrafts();
  return room.sealsWanted.map(({ object }) => object)
    .filter((object) => (drafts[draftOf(stop.id, object)] ?? "") !== "");
}

/** The boxes. */
export function OnTheTable({ scene }: { readonly scene: Scene }) {
  const { room, stop } = scene;
  const here = useOnTheTable(scene);
  return (
    <fieldset className={shared["decide"]}>
      <legend className={shared["heading"]}>{TABLE.label}</legend>
      <div className={shared["columns"]}>
        {room.sealsWanted.map(({ object }, at) => (
          <Check
            key={object} isSelected={here.includes(object)} autoFocus={at === 0}
            onChange={(isSelected) => {
              setDraft(draftOf(stop.id, object), isSelected ? "yes" : "");
            }}
          >
            {named(object)}
          </Check>
        ))}
      </div>
    </fieldset>
  );
}
