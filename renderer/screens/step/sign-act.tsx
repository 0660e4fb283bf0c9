// The end of an act: officers sign it with their keys, or, where no record knows a signing key of
// anybody here, all sign a paper.
import { MainAction } from "../../parts/main-action.tsx";
import { Say } from "../../parts/say.tsx";
import { Section } from "../../parts/section.tsx";
import { ask } from "../../stores/action.ts";
import { ACT_SIGNED } from "../../text/consent.ts";
import { STEP } from "../../text/step-frame.ts";
import { HeadWords } from "../ceremony/ledger.tsx";
import { ConsentList } from "./consent-list.tsx";
import { RecordPart } from "./record-part.tsx";
import type { Scene } from "./scene.ts";
import { Secret } from "./secret/secret.tsx";
import styles from "./step.module.css";

/** Before it is signed. */
export function SignAct({ scene }: { readonly scene: Scene }) {
  const signers = scene.room.ceremony?.signers ?? [];
  return signers.length > 0 ? <Secret scene={scene} /> : <OnPaper scene={scene} />;
}

function OnPaper({ scene }: { readonly scene: Scene }) {
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <p className={styles["lead"]}>{ACT_SIGNED.paper}</p>
        <ConsentList scene={scene} />
      </Section>
      <RecordPart scene={scene} />
      <MainAction
        label={ACT_SIGNED.show} autoFocus ready
        onPress={() => { void ask("act", { step: scene.stop.id }); }}
      />
    </>
  );
}

/** Once it is done, on paper: the words that all sign there. */
export function WordsOnPaper({ scene }: { readonly scene: Scene }) {
  const signing = scene.room.ceremony?.actSigning ?? null;
  if (signing?.onPaper !== true) return null;
  return (
    <div className={styles["group"]}>
      <h3 className={styles["heading"]}>{ACT_SIGNED.write}</h3>
      <HeadWords words={signing.words} large />
    </div>
  );
}
