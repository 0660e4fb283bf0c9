// The form of an exception: what was expected, what happened, what was decided, and by whom.
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { RoomView } from "../../../electron/bridge/room.ts";
import { Button, WaitingButton } from "../../parts/button.tsx";
import { Check } from "../../parts/check.tsx";
import { Field } from "../../parts/field.tsx";
import { ask, forget, useAction } from "../../stores/action.ts";
import { dropDrafts, useDraft } from "../../stores/draft.ts";
import { peopleOf, type Person } from "../../stores/people.ts";
import { EXCEPTION, roleTitle } from "../../text/frame.ts";
import styles from "./exception.module.css";

const LONGEST = 400;

interface ExceptionProps {
  readonly room: RoomView;
  readonly onClose: () => void;
}

/** The dialog; what is written stays when it is closed without writing. */
export function ExceptionDialog({ room, onClose }: ExceptionProps) {
  return (
    <ModalOverlay
      className={styles["overlay"] ?? ""} isOpen isDismissable={false}
      onOpenChange={(isOpen) => { if (!isOpen) onClose(); }}
    >
      <Modal className={styles["modal"] ?? ""}>
        <Dialog className={styles["dialog"] ?? ""}>
          <Heading slot="title" level={1}>{EXCEPTION.title}</Heading>
          <p className={styles["intro"]}>{EXCEPTION.intro}</p>
          <Form people={peopleOf(room)} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface FormProps {
  readonly people: readonly Person[];
  readonly onClose: () => void;
}

function Form({ people, onClose }: FormProps) {
  const [expected, setExpected] = useDraft("except.expected");
  const [happened, setHappened] = useDraft("except.happened");
  const [decided, setDecided] = useDraft("except.decided");
  const [by, setBy] = useDraft("except.by");
  const { pending, fault } = useAction();
  const decidedBy = by.split(" ").filter(Boolean);
  const ready = [expected, happened, decided].every((text) => text.trim() !== "")
    && decidedBy.length >= 2;
  const note = async () => {
    const texts = { expected: expected.trim(), happened: happened.trim(), decided: decided.trim() };
    if (!await ask("except", { ...texts, decidedBy })) return;
    dropDrafts("except.");
    onClose();
  };
  const close = () => {
    if (fault !== null) forget();
    onClose();
  };
  return (
    <>
      <div className={styles["fields"]}>
        <Line label={EXCEPTION.expected} value={expected} onChange={setExpected} autoFocus />
        <Line label={EXCEPTION.happened} value={happened} onChange={setHappened} />
        <Line label={EXCEPTION.decided} value={decided} onChange={setDecided} />
      </div>
      <Deciders people={people} decidedBy={decidedBy} onChange={setBy} />
      {fault === null ? null : <p className={styles["fault"]} role="alert">{fault.message}</p>}
      <div className={styles["buttons"]}>
        <Button kind="second" onPress={close}>{EXCEPTION.cancel}</Button>
        {ready ? (
          <Button kind="main" isBusy={pending !== null} onPress={() => { void note(); }}>
            {EXCEPTION.note}
          </Button>
        ) : <WaitingButton reason={EXCEPTION.missing}>{EXCEPTION.note}</WaitingButton>}
      </div>
    </>
  );
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly autoFocus?: boolean;
}

function Line({ label, value, onChange, autoFocus }: LineProps) {
  return (
    <Field
      label={label} value={value} onChange={onChange} lines={2} maxLength={LONGEST}
      autoFocus={autoFocus === true}
    />
  );
}

interface DecidersProps {
  readonly people: readonly Person[];
  readonly decidedBy: readonly string[];
  /** The roles, with a space between. */
  readonly onChange: (roles: string) => void;
}

function Deciders({ people, decidedBy, onChange }: DecidersProps) {
  const tick = (role: string, isSelected: boolean) => {
    const others = decidedBy.filter((one) => one !== role);
    onChange([...others, ...(isSelected ? [role] : [])].join(" "));
  };
  return (
    <fieldset className={styles["by"]}>
      <legend>{EXCEPTION.by} <span>{EXCEPTION.atLeastTwo}</span></legend>
      <div className={styles["people"]}>
        {people.map(({ role, name }) => (
          <Check
            key={role} isSelected={decidedBy.includes(role)}
            onChange={(isSelected) => { tick(role, isSelected); }}
          >
            {name} <span className={styles["role"]}>{roleTitle(role)}</span>
          </Check>
        ))}
      </div>
    </fieldset>
  );
}
