// The pre-flight: the list, what people decide of it, and the way to check again.
import { Field } from "../../../parts/field.tsx";
import { MainAction } from "../../../parts/main-action.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask } from "../../../stores/action.ts";
import { setDraft, useDrafts } from "../../../stores/draft.ts";
import { PREFLIGHT } from "../../../text/preflight.ts";
import { STEP } from "../../../text/step-frame.ts";
import { areEnough, Deciders, useDeciders } from "../deciders.tsx";
import { RecordPart } from "../record-part.tsx";
import type { Scene } from "../scene.ts";
import { AskedAs } from "../sign-in/asked-as.tsx";
import shared from "../step.module.css";
import { Points, undecided } from "./points.tsx";
import styles from "./points.module.css";

type PointsFound = NonNullable<Scene["room"]["preflight"]>;

const REASON_MAX = 200;
const draftOf = (step: string, point: string): string => `preflight.${step}.${point}`;

/** Whether the step is held up by what was found. */
export function isHeldUp({ room: { preflight }, stop }: Scene): boolean {
  return ["read-activation", "download-domain"].includes(stop.kind) && preflight !== null
    && (undecided(preflight).length > 0 || isWrong(preflight));
}

const isWrong = (points: PointsFound): boolean => points.some(({ verdict }) => verdict === "wrong");

/** The screen while something holds the step up. */
export function Preflight({ scene }: { readonly scene: Scene }) {
  const points = scene.room.preflight ?? [];
  const open = undecided(points);
  return (
    <>
      <Section label={STEP.do} now grow>
        <p className={shared["warning"]} role="alert">
          {isWrong(points) ? PREFLIGHT.wrong : PREFLIGHT.decide}
        </p>
        <AskedAs scene={scene} />
        <Points points={points} />
        {open.length === 0 || isWrong(points) ? null : <Decision scene={scene} open={open} />}
      </Section>
      <RecordPart scene={scene} />
      {open.length === 0 || isWrong(points) ? <Again scene={scene} /> : null}
    </>
  );
}

function Again({ scene: { stop } }: { readonly scene: Scene }) {
  return (
    <MainAction
      label={PREFLIGHT.again} autoFocus onPress={() => { void ask("act", { step: stop.id }); }}
    />
  );
}

/** A reason for each point, and who decided; then all is asked once more. */
function Decision({ scene, open }: { readonly scene: Scene; readonly open: PointsFound }) {
  const { stop: { id } } = scene;
  const drafts = useDrafts();
  const decidedBy = useDeciders(scene);
  const points = open.map(({ point }) =>
    ({ point, reason: (drafts[draftOf(id, point)] ?? "").trim() }));
  const isReady = areEnough(decidedBy) && points.every(({ reason }) => reason !== "");
  const decide = async () => {
    const isDone = await ask("points", { step: id, points, decidedBy: [...decidedBy] });
    if (isDone) await ask("act", { step: id });
  };
  return (
    <div className={styles["form"]}>
      {open.map(({ point, sentence }) => (
        <Field
          key={point} label={PREFLIGHT.reason(sentence)} value={drafts[draftOf(id, point)] ?? ""}
          onChange={(text) => { setDraft(draftOf(id, point), text); }} maxLength={REASON_MAX}
        />
      ))}
      <Deciders scene={scene} />
      <MainAction
        label={PREFLIGHT.decideNow} ready={isReady} why={PREFLIGHT.needs}
        onPress={() => { void decide(); }}
      />
    </div>
  );
}
