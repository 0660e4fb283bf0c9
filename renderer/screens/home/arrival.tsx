// Home at the connected station: the site file first, then what the transfer medium brings.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { ask, useAction } from "../../stores/action.ts";
import { useBegin } from "../../stores/begin.ts";
import { arrivedLine, takePart } from "../../text/arrival.ts";
import { say } from "../../text/say.ts";
import shared from "../../design/shared.module.css";
import styles from "./arrival.module.css";
import { Now, NowQuiet } from "./now.tsx";

/** The next thing to do here. */
export function Arrival({ view }: { readonly view: WindowView }) {
  const { pending } = useAction();
  const begin = useBegin(view);
  const {
    site,
    home: { arrival },
  } = view;
  const isBusy = pending !== null;
  if (site === null) {
    return (
      <Now
        title={say("arrival.site")}
        line={say("arrival.siteLine")}
        isBusy={isBusy}
        onPress={() => void ask("site", { on: true })}
      />
    );
  }
  if (arrival === null) return <NowQuiet>{say("arrival.wait")}</NowQuiet>;
  return (
    <Now
      title={takePart(arrival)}
      line={arrivedLine(arrival)}
      isBusy={isBusy}
      onPress={() => begin(arrival.ceremony)}
    />
  );
}

/** In place of the verbs: how a ceremony arrives here and leaves again. */
export function Way() {
  return (
    <section className={`${shared["verbs"]} ${styles["way"]}`} aria-label={say("arrival.way")}>
      <h2>{say("arrival.way")}</h2>
      <ol className={shared["verbs"]}>
        {([0, 1, 2] as const)
          .map((n) => say(`arrival.steps.${n}`))
          .map((step, i) => (
            <li key={step}>
              <b>{i + 1}</b>
              <span>{step}</span>
            </li>
          ))}
      </ol>
    </section>
  );
}
