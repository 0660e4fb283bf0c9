// Signing in to the HSM: what the person does now, the code large, who waits, and how to stop it.
import { useState } from "react";
import type { WindowView } from "../../../../electron/bridge/view.ts";
import { Button } from "../../../parts/button.tsx";
import { NothingToPress } from "../../../parts/main-action.tsx";
import { Section } from "../../../parts/section.tsx";
import type { StepProps } from "../../../steps/step-row.ts";
import { ask } from "../../../stores/action.ts";
import { SIGN_IN, WAYS } from "../../../text/sign-in.ts";
import { STEP } from "../../../text/step-frame.ts";
import { PowerLine } from "../work/working.tsx";
import shared from "../step.module.css";
import styles from "./sign-in.module.css";

type Asking = Extract<WindowView["signIn"], { readonly kind: "asking" }>;

/** The screen while somebody must sign in; also in the middle of a long wait. */
export function SignIn({ step, asking }: StepProps & { readonly asking: Asking }) {
  const { activity } = step.view;
  const isPolling = activity.kind === "working" && activity.waiting !== null;
  return (
    <>
      <Section label={STEP.now} now grow>
        {isPolling ? <p className={shared["warning"]}>{SIGN_IN.poll}</p> : null}
        {asking.code === "" ? (
          <p className={styles["now"]}>{WAYS[asking.way].now}</p>
        ) : (
          <DeviceCode asking={asking} />
        )}
        <dl className={`${shared["facts"] ?? ""} ${styles["facts"] ?? ""}`}>
          <dt>{SIGN_IN.tenant}</dt>
          <dd>
            <code>{asking.tenant}</code>
          </dd>
        </dl>
        <div className={styles["cancel"]}>
          <Button kind="second" small onPress={() => void ask("cancelSignIn", {})}>
            {SIGN_IN.cancel}
          </Button>
        </div>
        <PowerLine step={step} />
      </Section>
      <NothingToPress>{SIGN_IN.waiting}</NothingToPress>
    </>
  );
}

function DeviceCode({ asking: { address, code } }: { readonly asking: Asking }) {
  return (
    <div className={styles["device"]} aria-live="polite">
      <p>{SIGN_IN.device}</p>
      <p className={styles["address"]}>
        <b>{address}</b>
        <Copy what="address">{SIGN_IN.copyAddress}</Copy>
      </p>
      <p>{SIGN_IN.code}</p>
      <p className={styles["code"]}>
        <b>{code}</b>
        <Copy what="code">{SIGN_IN.copyCode}</Copy>
      </p>
      <p className={styles["then"]}>{SIGN_IN.thenWait}</p>
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
      {isCopied ? SIGN_IN.copied : children}
    </Button>
  );
}
