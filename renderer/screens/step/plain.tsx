// A step that needs nothing but its media and one press.
import { Button } from "../../parts/button.tsx";
import { MainAction, NothingToPress } from "../../parts/main-action.tsx";
import { Say } from "../../parts/say.tsx";
import { Section } from "../../parts/section.tsx";
import { ask } from "../../stores/action.ts";
import { HEARING } from "../../text/hearing.ts";
import { STEP } from "../../text/step-frame.ts";
import { forSeat, STEPS } from "../../text/steps.ts";
import type { KindName } from "../../text/titles.ts";
import { StorageWay } from "./backup/storage-way.tsx";
import { ConsentList } from "./consent-list.tsx";
import { mediaTrouble, NeededMedia } from "./needed-media.tsx";
import { RecordPart } from "./record-part.tsx";
import type { Scene } from "./scene.ts";
import { AskedAs } from "./sign-in/asked-as.tsx";
import styles from "./step.module.css";

/** Kinds that main begins by itself, with the words. */
const HEARD: readonly KindName[] = [
  "confirm-thumbprint", "read-aloud", "match-domain", "compare-exchange-key",
];

/** What happens, what must be in, one button. */
export function Plain({ scene }: { readonly scene: Scene }) {
  const { stop, room } = scene;
  const { happens } = STEPS[stop.kind];
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <p className={styles["lead"]}>{forSeat(happens, stop.seat)}</p>
        <AskedAs scene={scene} />
        <StorageWay scene={scene} />
        <NeededMedia media={room.media} />
        {stop.kind === "close-on-paper" ? <ConsentList scene={scene} /> : null}
        {HEARD.includes(stop.kind) ? <ShowWords /> : <Press scene={scene} />}
      </Section>
      <RecordPart scene={scene} />
    </>
  );
}

function Press({ scene: { stop, room } }: { readonly scene: Scene }) {
  const trouble = mediaTrouble(room.media);
  return (
    <MainAction
      label={forSeat(STEPS[stop.kind].button, stop.seat)} autoFocus
      ready={trouble === null} why={trouble ?? undefined}
      onPress={() => { void ask("act", { step: stop.id }); }}
    />
  );
}

/** The words come by themselves; should they not, one looks again. */
function ShowWords() {
  return (
    <div className={styles["more"]}>
      <NothingToPress>{HEARING.notHere}</NothingToPress>
      <Button kind="second" small onPress={() => { void ask("look", {}); }}>
        {HEARING.show}
      </Button>
    </div>
  );
}
