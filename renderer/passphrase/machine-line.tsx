// The state of the machine while a person types: Caps Lock, layout, network.
import type { PassphraseTurn } from "../../electron/bridge/passphrase.ts";
import { layoutLine, networkLine } from "../text/passphrase.ts";
import { say } from "../text/say.ts";
import { useLayout, type CapsLock } from "./use-keyboard.ts";
import styles from "./machine-line.module.css";

interface MachineLineProps {
  readonly caps: CapsLock;
  readonly networkUp: boolean;
  readonly mode: PassphraseTurn["mode"];
}

/** Three facts in one line, always visible. */
export function MachineLine({ caps, networkUp, mode }: MachineLineProps) {
  const layout = useLayout();
  return (
    <dl className={styles["line"]}>
      <div className={styles["fact"]} data-loud={caps === "on"}>
        <dt>{say("passphrase.machine.caps")}</dt>
        <dd>{say(`passphrase.machine.capsIs.${caps}`)}</dd>
      </div>
      <div className={styles["fact"]}>
        <dt>{say("passphrase.machine.layout")}</dt>
        <dd>{layoutLine(layout)}</dd>
      </div>
      <div className={styles["fact"]} data-loud={networkUp && mode === "PRODUCTION"}>
        <dt>{say("passphrase.machine.network")}</dt>
        <dd>{networkLine(networkUp, mode)}</dd>
      </div>
    </dl>
  );
}
