// Signing in to the HSM: what to do now, the code in large type, who waits, and how to stop.
import { useState } from "react";
import type { WindowView } from "../../electron/bridge/view.ts";
import { Button } from "../parts/button.tsx";
import { NothingToPress } from "../parts/main-action.tsx";
import { Section } from "../parts/section.tsx";
import type { StepProps } from "./step-row.ts";
import { ask } from "../stores/action.ts";
import { say } from "../text/say.ts";
import { PowerLine } from "./working.tsx";
import shared from "./step.module.css";
import styles from "./sign-in.module.css";

type Asking = Extract<WindowView["signIn"], { readonly kind: "asking" }>;

/** The screen while a person must sign in, also during a long wait. */
export function SignIn({ step, asking }: StepProps & { readonly asking: Asking }) {
  const { activity } = step.view;
  const isPolling = activity.kind === "working" && activity.waiting !== null;
  return (
    <>
      <Section label={say("step-frame.step.now")} now grow>
        {isPolling ? <p className={shared["warning"]}>{say("sign-in.poll")}</p> : null}
        {asking.code === "" ? (
          <p className={styles["now"]}>{say(`sign-in.ways.${asking.way}.now`)}</p>
        ) : (
          <DeviceCode asking={asking} />
        )}
        <dl className={`${shared["facts"] ?? ""} ${styles["facts"] ?? ""}`}>
          <dt>{say("sign-in.tenant")}</dt>
          <dd>
            <code>{asking.tenant}</code>
          </dd>
        </dl>
        <div className={styles["cancel"]}>
          <Button kind="second" small onPress={() => void ask("cancelSignIn", {})}>
            {say("sign-in.cancel")}
          </Button>
        </div>
        <PowerLine step={step} />
      </Section>
      <NothingToPress>{say("sign-in.waiting")}</NothingToPress>
    </>
  );
}

function DeviceCode({ asking: { address, code } }: { readonly asking: Asking }) {
  return (
    <div className={styles["device"]} aria-live="polite">
      <p>{say("sign-in.device")}</p>
      <p className={styles["address"]}>
        <b>{address}</b>
        <Copy what="address">{say("sign-in.copyAddress")}</Copy>
      </p>
      <p>{say("sign-in.code")}</p>
      <p className={styles["code"]}>
        <b>{code}</b>
        <Copy what="code">{say("sign-in.copyCode")}</Copy>
      </p>
      <p className={styles["then"]}>{say("sign-in.thenWait")}</p>
    </div>
  );
}

/** Asks main to copy it: the page itself may not. */
function Copy({
  what,
  children,
}: {
  readonly what: "address" | "code";
  readonly children: string;
}) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    setCopied(await ask("copySignIn", { what }));
  };
  return (
    <Button kind="second" small onPress={() => void copy()}>
      {isCopied ? say("sign-in.copied") : children}
    </Button>
  );
}
