// At a step that asks a site's HSM: which HSM, and who is signed in.
import type { WindowView } from "../../electron/bridge/view.ts";
import type { StepProps } from "./step-row.ts";
import { say } from "../text/say.ts";
import { willAskLine } from "../text/sign-in.ts";
import styles from "./step.module.css";

/** Renders nothing if the built-in HSM is asked, or none. */
export function AskedAs({ step: { view, traits } }: StepProps) {
  const { site } = view;
  if (site === null || traits.asksHsm !== true) return null;
  return (
    <dl className={`${styles["facts"] ?? ""} ${styles["asked"] ?? ""}`}>
      <dt>{say("consent.label.hsm")}</dt>
      <dd>{willAskLine(site)}</dd>
      <dt>{say("sign-in.as")}</dt>
      <dd>{whoIs(view)}</dd>
      {site.cloud === "own" ? (
        <>
          <dt>{say("sign-in.vouches")}</dt>
          <dd>
            {say("sign-in.ownCa")} <code>{caOf(view)}</code>
          </dd>
        </>
      ) : null}
    </dl>
  );
}

/** The site's own authority file, once read: the person who signed in trusted it. */
const caOf = ({ signIn }: WindowView): string =>
  signIn.kind === "signed-in" && signIn.as.ca !== undefined ? `SHA-256 ${signIn.as.ca}` : "";

/** The current identity, or the recorded one. */
function whoIs({ signIn }: WindowView) {
  if (signIn.kind !== "signed-in") return say("sign-in.notYet");
  const { name, id, way } = signIn.as;
  return (
    <>
      <b>{name === "" ? say("sign-in.nameless") : name}</b> <code>{id}</code>
      {way === "rehearsal" ? null : <>, {say(`sign-in.ways.${way}.short`)}</>}
    </>
  );
}
