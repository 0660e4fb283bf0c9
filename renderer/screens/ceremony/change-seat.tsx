// A person leaves for good: who, why, who takes the seat, and who decided it.
import { useState } from "react";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Choice } from "../../parts/choice.tsx";
import { areEnough, Deciders } from "../../parts/deciders.tsx";
import { Field } from "../../parts/field.tsx";
import { ask } from "../../stores/action.ts";
import { officerRole, peopleOf, personLine, presentSeats, seatsUpTo } from "../../stores/people.ts";
import { officerTitle } from "../../text/frame.ts";
import { say } from "../../text/say.ts";
import { Fields, Sheet, SheetEnd } from "./sheet.tsx";

interface ChangeSeatProps {
  readonly view: WindowView;
  readonly onClose: () => void;
}

export function ChangeSeat({ view, onClose }: ChangeSeatProps) {
  return (
    <Sheet title={say("running.seat.title")} intro={say("running.seat.intro")} onClose={onClose}>
      <Form view={view} onClose={onClose} />
    </Sheet>
  );
}

function Form({ view, onClose }: ChangeSeatProps) {
  const [role, setRole] = useState("");
  const [seat, setSeat] = useState("");
  const [to, setTo] = useState("");
  const [reason, setReason] = useState("");
  const [by, setBy] = useState<readonly string[]>([]);
  const people = peopleOf(view);
  const absent = role.startsWith("officer-") ? absentOfficers(view) : [];
  const toRole = absent.length === 0 ? role : seat;
  const decidedBy = by.filter((one) => one !== role);
  const ready = [role, toRole, to.trim(), reason.trim()].every(Boolean) && areEnough(decidedBy);
  const change = async () => {
    const request = { role, toRole, to: to.trim(), reason: reason.trim(), decidedBy };
    if (await ask("change", request)) onClose();
  };
  return (
    <>
      <Fields>
        <Choice
          label={say("running.seat.who")}
          value={role}
          onChange={setRole}
          options={people.map((one) => ({ value: one.role, label: personLine(one) }))}
        />
        {absent.length === 0 ? null : (
          <Choice
            label={say("running.seat.seat")}
            value={seat}
            onChange={setSeat}
            options={absent.map((one) => ({ value: officerRole(one), label: officerTitle(one) }))}
          />
        )}
        <Field label={say("running.seat.to")} value={to} onChange={setTo} maxLength={60} />
        <Field
          label={say("running.seat.reason")}
          value={reason}
          onChange={setReason}
          maxLength={400}
        />
      </Fields>
      <Deciders
        legend={say("running.seat.by")}
        note={say("running.seat.byLine")}
        decidedBy={decidedBy}
        onChange={setBy}
        people={people.filter((person) => person.role !== role)}
      />
      <SheetEnd
        cancel={say("running.seat.cancel")}
        button={say("running.seat.note")}
        missing={ready ? null : say("running.seat.missing")}
        onClose={onClose}
        onWrite={() => void change()}
      />
    </>
  );
}

/** Officers of a recovery who are absent so far: one of them may come instead. */
function absentOfficers(view: WindowView): readonly number[] {
  if (view.open !== "recovery" || view.ceremony === null) return [];
  const present = presentSeats(view);
  return seatsUpTo(view.ceremony.officers).filter((seat) => !present.includes(seat));
}
