// A sheet over the window for entries that are not a step, and who decided them.
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { BridgeFault } from "../../../electron/bridge/contract.ts";
import { said, say } from "../../text/say.ts";
import { useAttention } from "../../parts/attention.ts";
import { Button, WaitingButton } from "../../parts/button.tsx";
import { Quoted } from "../../parts/quoted.tsx";
import { forget, useAction } from "../../stores/action.ts";
import styles from "./sheet.module.css";

interface SheetProps {
  readonly title: string;
  readonly intro: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Entered text survives closing the sheet without recording it. */
export function Sheet({ title, intro, onClose, children }: SheetProps) {
  return (
    <ModalOverlay
      className={styles["overlay"] ?? ""}
      isOpen
      isDismissable={false}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}>
      <Modal className={styles["modal"] ?? ""}>
        <Dialog className={styles["dialog"] ?? ""}>
          <Heading slot="title" level={1}>
            {title}
          </Heading>
          <p className={styles["intro"]}>{intro}</p>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The fields of a sheet. */
export const Fields = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles["fields"]}>{children}</div>
);

function FaultLine({ fault: { message, next, said: theirs } }: { readonly fault: BridgeFault }) {
  const line = useAttention<HTMLParagraphElement>(said(message));
  return (
    <>
      <p className={styles["fault"]} role="alert" tabIndex={-1} ref={line}>
        {say("refusal.both", { message, next })}
      </p>
      <Quoted said={theirs} />
    </>
  );
}

interface EndProps {
  readonly cancel: string;
  readonly button: string;
  /** What is still missing, or null if it can be recorded. */
  readonly missing: string | null;
  readonly onWrite: () => void;
  readonly onClose: () => void;
}

/** The refusal, if any, and the two buttons. */
export function SheetEnd({ cancel, button, missing, onWrite, onClose }: EndProps) {
  const { pending, fault } = useAction();
  const close = () => {
    if (fault !== null) forget();
    onClose();
  };
  return (
    <>
      {fault === null ? null : <FaultLine fault={fault} />}
      <div className={styles["buttons"]}>
        <Button kind="second" onPress={close}>
          {cancel}
        </Button>
        {missing === null ? (
          <Button kind="main" isBusy={pending !== null} onPress={onWrite}>
            {button}
          </Button>
        ) : (
          <WaitingButton reason={missing}>{button}</WaitingButton>
        )}
      </div>
    </>
  );
}
