// The centre column: the step that is now, from its head to what is recorded of it.
import type { RoomView } from "../../../electron/bridge/room.ts";
import { Band } from "../../parts/band.tsx";
import { Stage } from "../../parts/stage.tsx";
import { stepHeading, type KindName } from "../../text/titles.ts";
import { bandNow } from "./band-now.ts";
import { BackupForm } from "./backup/backup-form.tsx";
import { BackupSheet } from "./backup/backup-sheet.tsx";
import { BackupWanted } from "./backup/backup-wanted.tsx";
import { Choosing } from "./choosing.tsx";
import { Confirm } from "./confirm.tsx";
import { CustodyForm } from "./custody/custody-form.tsx";
import { DestroyForm } from "./custody/destroy-form.tsx";
import { FoundForm } from "./custody/found-form.tsx";
import { HandOffForm } from "./custody/hand-off-form.tsx";
import { PartForm } from "./custody/part-form.tsx";
import { SealsForm } from "./custody/seals-form.tsx";
import { TroubleForm } from "./custody/trouble-form.tsx";
import { Download } from "./download/download.tsx";
import { Hearing } from "./hearing/hearing.tsx";
import { Opening } from "./opening/opening.tsx";
import { Plain } from "./plain.tsx";
import { ProofTurn } from "./secret/proof-turn.tsx";
import { isHeldUp, Preflight } from "./preflight/preflight.tsx";
import { SignIn } from "./sign-in/sign-in.tsx";
import { sceneOf, type Scene } from "./scene.ts";
import { Secret } from "./secret/secret.tsx";
import { SignAct } from "./sign-act.tsx";
import { Waiting } from "./work/waiting.tsx";
import { Working } from "./work/working.tsx";
import styles from "./step.module.css";

/** The step that is now; nothing when there is none. */
export function Step({ room }: { readonly room: RoomView }) {
  const scene = sceneOf(room);
  if (scene === null) return null;
  const { stop, number } = scene;
  // What was ticked in one step is not ticked in the next.
  return (
    <div className={styles["step"]} key={stop.id}>
      <Stage number={number} title={stepHeading(stop)} minutes={stop.minutes} />
      <Band {...bandNow(scene)} />
      <Now scene={scene} />
    </div>
  );
}

/** Kinds in which officers open shares, and the triangle shows it. */
const PROOFS: readonly KindName[] = ["prove-quorum", "make-restore-blob"];

function Now({ scene }: { readonly scene: Scene }) {
  const { activity } = scene.room;
  const { kind } = scene.stop;
  const { signIn } = scene.room;
  if (activity.kind === "working" && signIn.kind === "asking")
    return <SignIn scene={scene} asking={signIn} />;
  if (activity.kind === "hearing") return <Hearing scene={scene} hearing={activity} />;
  if (activity.kind === "idle" && scene.room.ceremony?.isPerformed === true)
    return <Confirm scene={scene} />;
  if (activity.kind === "idle" && isHeldUp(scene)) return <Preflight scene={scene} />;
  if (activity.kind === "idle") return <Idle scene={scene} />;
  if (activity.kind === "working" && activity.waiting !== null)
    return <Waiting scene={scene} waiting={activity.waiting} />;
  if (PROOFS.includes(kind)) return <ProofTurn scene={scene} />;
  return <Working scene={scene} />;
}

/** Nothing runs: the room gets ready, and one presses. */
function Idle({ scene }: { readonly scene: Scene }) {
  switch (scene.stop.kind) {
    case "open": return <Opening scene={scene} />;
    case "sign-act": return <SignAct scene={scene} />;
    case "make-key":
    case "check-key":
    case "prove-quorum":
    case "make-restore-blob":
    case "close": return <Secret scene={scene} />;
    case "download-domain": return <Download scene={scene} />;
    case "know-backup": return scene.room.backupWanted === null ? <BackupSheet scene={scene} />
      : <BackupWanted scene={scene} wanted={scene.room.backupWanted} />;
    case "check-seals":
    case "check-objects":
    case "check-copy-seal": return <SealsForm scene={scene} />;
    case "report-trouble": return <TroubleForm scene={scene} />;
    case "destroy-old": return <DestroyForm scene={scene} />;
    case "hand-off": return <HandOffForm scene={scene} />;
    case "find-domain": return <FoundForm scene={scene} />;
    case "take-part": return <PartForm scene={scene} />;
    case "name-backup": return <BackupForm scene={scene} />;
    case "choose": return <Choosing scene={scene} />;
    case "record-custody":
    case "take-into-custody": return <CustodyForm scene={scene} />;
    case "open-bag":
    case "read-active":
    case "download-again":
    case "retire-domain":
    case "rehash-copy":
    case "attest-custody":
    case "confirm-thumbprint":
    case "export-certificates":
    case "hand-over":
    case "take-over":
    case "read-activation":
    case "read-aloud":
    case "match-domain":
    case "fetch-exchange-key":
    case "compare-exchange-key":
    case "close-on-paper":
    case "upload-blob":
    case "backup-empty":
    case "restore-backup":
    case "compare-keys": return <Plain scene={scene} />;
  }
}
