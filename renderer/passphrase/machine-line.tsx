// What the machine says of itself while somebody types: Caps Lock, layout, network.
import type { PassphraseTurn } from "../../electron/bridge/passphrase.ts";
import { MACHINE } from "../text/passphrase.ts";
import { useLayout, type CapsLock } from "./use-keyboard.ts";
import styles from "./machine-line.module.css";

interface MachineLineProps {
  readonly caps: CapsLock;
  readonly networkUp: boolean;
  readonly mode: PassphraseTurn["mode"];
}

/** Three facts in one line, always there. */
export function MachineLine({ caps, networkUp, mode }: MachineLineProps) {
  const layout = useLayout();
  return (
    <dl className={styles["line"]}>
      <div className={styles["fact"]} data-loud={caps === "on"}>
        <dt>{MACHINE.caps}</dt>
        <dd>{MACHINE.capsIs[caps]}</dd>
      </div>
      <div className={styles["fact"]}>
        <dt>{MACHINE.layout}</dt>
        <dd>{MACHINE.layoutIs(layout)}</dd>
      </div>
      <div className={styles["fact"]} data-loud={networkUp && mode === "PRODUCTION"}>
        <dt>{MACHINE.network}</dt>
        <dd>{MACHINE.networkIs(networkUp, mode)}</dd>
      </div>
    </dl>
  );
}
