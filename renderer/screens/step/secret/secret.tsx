// Before a secret step: the witness looks, the media go in, and then one presses.
import { useState } from "react";
import { Check } from "../../../parts/check.tsx";
import { Icon } from "../../../parts/icon.tsx";
import { MainAction } from "../../../parts/main-action.tsx";
import { OfficerMark } from "../../../parts/officer-mark.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask } from "../../../stores/action.ts";
import { nameOf } from "../../../stores/people.ts";
import { STEP } from "../../../text/step-frame.ts";
import { forSeat, STEPS } from "../../../text/steps.ts";
import type { KindName } from "../../../text/titles.ts";
import { ConsentList } from "../consent-list.tsx";
import { mediaTrouble, NeededMedia } from "../needed-media.tsx";
import { RecordPart } from "../record-part.tsx";
import type { Scene } from "../scene.ts";
import styles from "../step.module.css";

/** The screen before officers are called. */
export function Secret({ scene }: { readonly scene: Scene }) {
  const { stop, room } = scene;
  const [projector, setProjector] = useState(false);
  const [camera, setCamera] = useState(false);
  const looked = projector && camera;
  const trouble = looked ? mediaTrouble(room.media) : STEP.checksFirst;
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        {SIGNED.includes(stop.kind) ? <Signatures scene={scene} /> : (
          <p className={styles["lead"]}>{forSeat(STEPS[stop.kind].happens, stop.seat)}</p>
        )}
        <div className={styles["columns"]}>
          <div className={styles["group"]}>
            <h3 className={styles["heading"]}>{STEP.witnessSays(nameOf(room, "witness"))}</h3>
            <Check isSelected={projector} onChange={setProjector} autoFocus>{STEP.projector}</Check>
            <Check isSelected={camera} onChange={setCamera}>{STEP.camera}</Check>
          </div>
          <NeededMedia media={room.media} />
        </div>
        {SIGNED.includes(stop.kind) ? <ConsentList scene={scene} /> : null}
      </Section>
      <RecordPart scene={scene} />
      <MainAction
        label={forSeat(STEPS[stop.kind].button, stop.seat)}
        ready={trouble === null} why={trouble ?? undefined}
        onPress={() => { void ask("act", { step: stop.id, witnessed: { projector, camera } }); }}
      />
    </>
  );
}

/** Kinds in which officers sign the record, up to there or whole. */
export const SIGNED: readonly KindName[] = ["sign-act", "close"];

/** Who has signed. */
export function Signatures({ scene }: { readonly scene: Scene }) {
  const signed = scene.room.ceremony?.signed ?? [];
  return (
    <div className={styles["group"]}>
      <h3 className={styles["heading"]}>{STEP.signatures}</h3>
      <ul className={styles["signers"]} aria-live="polite">
        {(scene.room.ceremony?.signers ?? []).map((seat) => {
          const has = signed.includes(`officer-${seat}`);
          return (
            <li key={seat} data-signed={has}>
              <OfficerMark seat={seat} />
              <span>{nameOf(scene.room, `officer-${seat}`)}</span>
              <span className={styles["done"]}>
                {has ? <Icon name="check" /> : null}{has ? STEP.signed : STEP.notSigned}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
