// What reads Azure or is carried out by simulated people at this moment, how far it is, and its stop; and
// the sign-in, where somebody must sign in first.
import { useEffect } from "react";
import type { WorkView } from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import { answerQuietly, useAction } from "../../stores/action.ts";
import { glance, stop } from "../../stores/deployment.ts";
import { WORK, workLine } from "../../text/deployment.ts";
import { SIGN_IN, WAYS } from "../../text/sign-in.ts";
import styles from "./work.module.css";

const GLANCE_MS = 400;

/** Nothing while nothing takes a while. */
export function Work({ work }: { readonly work: WorkView | null }) {
  const { pending } = useAction();
  const isOn = pending === "deployment" || work !== null;
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = window.setInterval(() => void glance(), GLANCE_MS);
    return () => window.clearInterval(timer);
  }, [isOn]);
  if (work === null) return null;
  return (
    <section className={styles["work"]} aria-label={WORK.title}>
      <SignIn signIn={work.signIn} />
      <div className={styles["line"]}>
        <p role="status">{workLine(work)}</p>
        <progress
          aria-label={WORK.title}
          {...(work.all === 0 ? {} : { value: work.done, max: work.all })}
        />
        <Button kind="second" small onPress={() => void stop()}>
          {WORK.stop}
        </Button>
      </div>
    </section>
  );
}

function SignIn({ signIn }: Pick<WorkView, "signIn">) {
  if (signIn.kind !== "asking") return null;
  const { way, tenant, address, code } = signIn;
  const copy = (what: "address" | "code") => void answerQuietly("copySignIn", { what });
  return (
    <div className={styles["sign-in"]} aria-live="polite">
      {code === "" ? (
        <p>{WAYS[way].now}</p>
      ) : (
        <>
          <p>
            {SIGN_IN.device} <b>{address}</b>{" "}
            <Button kind="second" small onPress={() => copy("address")}>
              {SIGN_IN.copyAddress}
            </Button>
          </p>
          <p>
            {SIGN_IN.code} <b>{code}</b>{" "}
            <Button kind="second" small onPress={() => copy("code")}>
              {SIGN_IN.copyCode}
            </Button>
          </p>
        </>
      )}
      <p>
        {SIGN_IN.tenant} <code>{tenant}</code>
      </p>
    </div>
  );
}
