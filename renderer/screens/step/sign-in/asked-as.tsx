// At a step that asks a site's HSM: which one that is, and who is signed in.
import type { WindowView } from "../../../../electron/bridge/view.ts";
import type { StepProps } from "../../../steps/step-row.ts";
import { SIGN_IN, WAYS } from "../../../text/sign-in.ts";
import styles from "../step.module.css";

/** Nothing where the built-in HSM is asked, or none. */
export function AskedAs({ step: { view, traits } }: StepProps) {
  const { site } = view;
  if (site === null || traits.asksHsm !== true) return null;
  return (
    <dl className={`${styles["facts"] ?? ""} ${styles["asked"] ?? ""}`}>
      <dt>HSM</dt>
      <dd>{SIGN_IN.willAsk(site)}</dd>
      <dt>{SIGN_IN.as}</dt>
      <dd>{whoIs(view)}</dd>
      {site.cloud === "own" ? (
        <>
          <dt>{SIGN_IN.vouches}</dt>
          <dd>
            {SIGN_IN.ownCa} <code>{caOf(view)}</code>
          </dd>
        </>
      ) : null}
    </dl>
  );
}

/** The file of the site's own authority, once it was read: who signs in has trusted it. */
const caOf = ({ signIn }: WindowView): string =>
  signIn.kind === "signed-in" && signIn.as.ca !== undefined ? `SHA-256 ${signIn.as.ca}` : "";

/** Now, or as the record has it from before. */
function whoIs({ signIn }: WindowView) {
  if (signIn.kind !== "signed-in") return SIGN_IN.notYet;
  const { name, id, way } = signIn.as;
  return (
    <>
      <b>{name === "" ? SIGN_IN.nameless : name}</b> <code>{id}</code>
      {way === "rehearsal" ? null : `, ${WAYS[way].short}`}
    </>
  );
}
