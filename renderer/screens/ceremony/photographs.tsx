// The sheet on which photographs of seals are brought, compared with those of last time, and recorded.
import type {
  PhotographedView,
  PhotographsView,
  ShownPhotograph,
} from "../../../electron/bridge/photograph-views.ts";
import { Button } from "../../parts/button.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { objectName, seatOf } from "../../text/objects.ts";
import { PHOTOGRAPHS } from "../../text/photographs.ts";
import { Fields, Sheet, SheetEnd } from "./sheet.tsx";
import styles from "./photographs.module.css";

interface PhotographsProps {
  readonly photographs: PhotographsView;
  readonly onClose: () => void;
}

/** The sheet. Nobody needs a photograph: the ceremony goes on without. */
export function PhotographsSheet({ photographs, onClose }: PhotographsProps) {
  const { pending } = useAction();
  const { objects, others } = photographs;
  const fresh = objects.flatMap(({ now }) => now.filter(({ isRecorded }) => !isRecorded));
  const shown = fresh.map(({ sha256 }) => sha256);
  const canCompare = objects.some(
    ({ before, now }) => before.some(({ isHere }) => isHere) && now.some(({ isHere }) => isHere),
  );
  return (
    <Sheet title={PHOTOGRAPHS.title} intro={PHOTOGRAPHS.intro} onClose={onClose}>
      <Fields>
        <p className={styles["keep"]}>{PHOTOGRAPHS.keep}</p>
        <div>
          <Button
            kind="second"
            small
            autoFocus
            isBusy={pending === "bringPhotographs"}
            onPress={() => void ask("bringPhotographs", {})}>
            {PHOTOGRAPHS.choose}
          </Button>
        </div>
        {others === 0 ? null : <p role="status">{PHOTOGRAPHS.others(others)}</p>}
        <ul className={styles["objects"]} aria-label={PHOTOGRAPHS.objects}>
          {objects.map((one) => (
            <Compared key={one.object} one={one} />
          ))}
        </ul>
        {canCompare ? <p>{PHOTOGRAPHS.look}</p> : null}
      </Fields>
      <SheetEnd
        cancel={PHOTOGRAPHS.close}
        button={PHOTOGRAPHS.record(fresh.length)}
        missing={fresh.length === 0 ? PHOTOGRAPHS.missing : null}
        onClose={onClose}
        onWrite={() => void ask("recordPhotographs", { shown })}
      />
    </Sheet>
  );
}

/** One bag: last time's photographs on the left, this time's on the right. */
function Compared({ one }: { readonly one: PhotographedView }) {
  const name = PHOTOGRAPHS.object(objectName(one.object), seatOf(one.object));
  return (
    <li className={styles["object"]}>
      <p className={styles["name"]}>
        {name} <span className={styles["seal"]}>{PHOTOGRAPHS.seal(one.seal)}</span>
      </p>
      <div className={styles["pair"]}>
        <div>
          <p className={styles["when"]}>{PHOTOGRAPHS.before}</p>
          {one.before.length === 0 ? <p>{PHOTOGRAPHS.none}</p> : null}
          {one.before.map((photograph) => (
            <Picture
              key={photograph.sha256}
              photograph={photograph}
              name={PHOTOGRAPHS.of(name, photograph.seal)}
              away={PHOTOGRAPHS.notHere(photograph.at.slice(0, 10))}
              said={PHOTOGRAPHS.seal(photograph.seal)}
            />
          ))}
        </div>
        <div>
          <p className={styles["when"]}>{PHOTOGRAPHS.now}</p>
          {one.now.length === 0 ? <p>{PHOTOGRAPHS.noneNow}</p> : null}
          {one.now.map((photograph) => (
            <Picture
              key={photograph.sha256}
              photograph={photograph}
              name={PHOTOGRAPHS.of(name, one.seal)}
              away={PHOTOGRAPHS.recordedAway}
              said={photograph.isRecorded ? PHOTOGRAPHS.recorded : PHOTOGRAPHS.fresh}
            />
          ))}
        </div>
      </div>
    </li>
  );
}

interface PictureProps {
  readonly photograph: ShownPhotograph;
  /** Of what it is. */
  readonly name: string;
  /** What is said where its file is not here. */
  readonly away: string;
  readonly said: string;
}

function Picture({ photograph: { sha256, isHere }, name, away, said }: PictureProps) {
  if (!isHere) return <p>{away}</p>;
  return (
    <figure className={styles["picture"]}>
      <img src={`photograph/${sha256}`} alt={name} />
      <figcaption>{said}</figcaption>
    </figure>
  );
}
