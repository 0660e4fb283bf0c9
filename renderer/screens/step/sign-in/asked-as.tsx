// At a step that asks a site's HSM: which one that is, and who is signed in.
import type { RoomView } from "../../../../electron/bridge/room.ts";
import { SIGN_IN, WAYS } from "../../../text/sign-in.ts";
import type { KindName } from "../../../text/titles.ts";
import type { Scene } from "../scene.ts";
import styles from "../step.module.css";

const ASKS: readonly KindName[] = [
  "read-activation", "read-active", "download-domain", "download-again", "fetch-exchange-key",
  "upload-blob", "backup-empty", "restore-backup", "compare-keys",
];

/** Nothing where the built-in HSM is asked, or none. */
export function AskedAs({ scene: { room, stop } }: { readonly scene: Scene }) {
  const { site } = room;
  if (site === null || !ASKS.includes(stop.kind)) return null;
  return (
    <dl className={`${styles["facts"] ?? ""} ${styles["asked"] ?? ""}`}>
      <dt>HSM</dt><dd>{SIGN_IN.willAsk(site)}</dd>
      <dt>{SIGN_IN.as}</dt><dd>{whoIs(room)}</dd>
    </dl>
  );
}

/** Now, or as the record has it from before. */
function whoIs({ signIn }: RoomView) {
  if (signIn.kind !== "signed-in") return SIGN_IN.notYet;
  const { name, id, way } = signIn.as;
  return (
    <>
      <b>{name === "" ? SIGN_IN.nameless : name}</b>{" "}<code>{id}</code>
      {way === "rehearsal" ? null : `, ${WAYS[way].short}`}
    </>
  );
}
