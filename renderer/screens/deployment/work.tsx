// The work in progress (reading Azure, or simulated people acting): its progress, its stop button,
// and the sign-in if one is needed.
import { useEffect } from "react";
import type { WorkView } from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import { answerQuietly, useAction } from "../../stores/action.ts";
import { glance, stop } from "../../stores/deployment.ts";
import { workLine } from "../../text/deployment.ts";
import { say } from "../../text/say.ts";
import styles from "./work.module.css";

const GLANCE_MS = 400;

/** Renders nothing while no work is in progress. */
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
    <section className={styles["work"]} aria-label={say("deployment.work.title")}>
      <SignIn signIn={work.signIn} />
      <div className={styles["line"]}>
        <p role="status">{workLine(work)}</p>
        <progress
          aria-label={say("deployment.work.title")}
          {...(work.all === 0 ? {} : { value: work.done, max: work.all })}
        />
        <Button kind="second" small onPress={() => void stop()}>
          {say("deployment.work.stop")}
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
        <p>{say(`sign-in.ways.${way}.now`)}</p>
      ) : (
        <>
          <p>
            {say("sign-in.device")} <b>{address}</b>{" "}
            <Button kind="second" small onPress={() => copy("address")}>
              {say("sign-in.copyAddress")}
            </Button>
          </p>
          <p>
            {say("sign-in.code")} <b>{code}</b>{" "}
            <Button kind="second" small onPress={() => copy("code")}>
              {say("sign-in.copyCode")}
            </Button>
          </p>
        </>
      )}
      <p>
        {say("sign-in.tenant")} <code>{tenant}</code>
      </p>
    </div>
  );
}
