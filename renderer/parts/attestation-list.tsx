// The checks of an exchange key, line by line: shown, wrong, or not shown.
import type { AttestationView } from "../../electron/bridge/view.ts";
import { CHECK_GROUPS, FILE_GROUPS, groupState } from "../text/attestation.ts";
import { say } from "../text/say.ts";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./attestation-list.module.css";

const MARKS = { held: "check", failed: "cross", absent: "ring" } as const satisfies Readonly<
  Record<string, IconName>
>;

/** The groups of checks, in their order. */
export function AttestationList({ attestation }: { readonly attestation: AttestationView }) {
  const groups =
    attestation.collateral.length === 0 ? CHECK_GROUPS : [...CHECK_GROUPS, ...FILE_GROUPS];
  return (
    <ul className={styles["list"]} aria-label={say("attestation.list")}>
      {groups.map((group) => {
        const state = groupState(group, attestation);
        return (
          <li key={group.id} data-state={state}>
            <Icon name={MARKS[state]} />
            <span>{say(`attestation.groups.${group.id}`)}</span>
            <span className={styles["state"]}>{say(`attestation.state.${state}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}
