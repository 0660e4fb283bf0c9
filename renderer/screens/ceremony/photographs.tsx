// The sheet for photographs of seals: import them, compare them with the last ones, and record them.
import type {
  PhotographedView,
  PhotographsView,
  ShownPhotograph,
} from "../../../electron/bridge/photograph-views.ts";
import { Button } from "../../parts/button.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { objectOf } from "../../text/objects.ts";
import { said, say } from "../../text/say.ts";
import { Fields, Sheet, SheetEnd } from "./sheet.tsx";
import styles from "./photographs.module.css";

interface PhotographsProps {
  readonly photographs: PhotographsView;
  readonly onClose: () => void;
}

/** The sheet. Photographs are optional: the ceremony continues without them. */
export function PhotographsSheet({ photographs, onClose }: PhotographsProps) {
  const { pending } = useAction();
  const { objects, others } = photographs;
  const fresh = objects.flatMap(({ now }) => now.filter(({ isRecorded }) => !isRecorded));
  const shown = fresh.map(({ sha256 }) => sha256);
  const canCompare = objects.some(
    ({ before, now }) => before.some(({ isHere }) => isHere) && now.some(({ isHere }) => isHere),
  );
  return (
    <Sheet title={say("photographs.title")} intro={say("photographs.intro")} onClose={onClose}>
      <Fields>
        <p className={styles["keep"]}>{say("photographs.keep")}</p>
        <div>
          <Button
            kind="second"
            small
            autoFocus
            isBusy={pending === "bringPhotographs"}
            onPress={() => void ask("bringPhotographs", {})}>
            {say("photographs.choose")}
          </Button>
        </div>
        {others === 0 ? null : <p role="status">{say("photographs.others", { count: others })}</p>}
        <ul className={styles["objects"]} aria-label={say("photographs.objects")}>
          {objects.map((one) => (
            <Compared key={one.object} one={one} />
          ))}
        </ul>
        {canCompare ? <p>{say("photographs.look")}</p> : null}
      </Fields>
      <SheetEnd
        cancel={say("photographs.close")}
        button={say("photographs.record", { count: fresh.length })}
        missing={fresh.length === 0 ? say("photographs.missing") : null}
        onClose={onClose}
        onWrite={() => void ask("recordPhotographs", { shown })}
      />
    </Sheet>
  );
}

/** One bag: last time's photographs on the left, this time's on the right. */
function Compared({ one }: { readonly one: PhotographedView }) {
  const name = objectOf(one.object);
  return (
    <li className={styles["object"]}>
      <p className={styles["name"]}>
        {said(name)}{" "}
        <span className={styles["seal"]}>{say("photographs.seal", { seal: one.seal })}</span>
      </p>
      <div className={styles["pair"]}>
        <div>
          <p className={styles["when"]}>{say("photographs.before")}</p>
          {one.before.length === 0 ? <p>{say("photographs.none")}</p> : null}
          {one.before.map((photograph) => (
            <Picture
              key={photograph.sha256}
              photograph={photograph}
              name={say("photographs.of", { object: name, seal: photograph.seal })}
              away={say("photographs.notHere", { day: photograph.at.slice(0, 10) })}
              said={say("photographs.seal", { seal: photograph.seal })}
            />
          ))}
        </div>
        <div>
          <p className={styles["when"]}>{say("photographs.now")}</p>
          {one.now.length === 0 ? <p>{say("photographs.noneNow")}</p> : null}
          {one.now.map((photograph) => (
            <Picture
              key={photograph.sha256}
              photograph={photograph}
              name={say("photographs.of", { object: name, seal: one.seal })}
              away={say("photographs.recordedAway")}
              said={photograph.isRecorded ? say("photographs.recorded") : say("photographs.fresh")}
            />
          ))}
        </div>
      </div>
    </li>
  );
}

interface PictureProps {
  readonly photograph: ShownPhotograph;
  /** The object shown. */
  readonly name: string;
  /** Shown if its file is not here. */
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
