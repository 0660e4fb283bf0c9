// A person leaves for good, or an officer comes late: who, why, who takes the seat, and who decided it.
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
  const comes = (view.ceremony?.mayCome.length ?? 0) > 0;
  const goes = (view.ceremony?.mayGo.length ?? 0) > 0;
  return (
    <Sheet
      title={say("running.seat.title", { comes })}
      intro={say("running.seat.intro", { comes, goes })}
      onClose={onClose}>
      <Form view={view} onClose={onClose} />
    </Sheet>
  );
}

/** In place of a person or an officer: nobody leaves, or nobody takes the seat. */
const NOBODY = "nobody";

function Form({ view, onClose }: ChangeSeatProps) {
  const [role, setRole] = useState("");
  const [seat, setSeat] = useState("");
  const [to, setTo] = useState("");
  const [reason, setReason] = useState("");
  const [by, setBy] = useState<readonly string[]>([]);
  const people = peopleOf(view);
  const { mayCome = [], mayGo = [] } = view.ceremony ?? {};
  const isGoing = mayGo.some((one) => officerRole(one) === role);
  const others = role === NOBODY ? mayCome : role.startsWith("officer-") ? absentSeats(view) : [];
  const isFree = isGoing || others.length > 0;
  const takes = seat === NOBODY && role !== NOBODY ? role : seat;
  const toRole = isFree ? takes : role;
  const isTaken = !isFree || seat !== NOBODY;
  const decidedBy = by.filter((one) => one !== role);
  const said = [role, toRole, isTaken ? to.trim() : NOBODY, reason.trim()];
  const ready = said.every(Boolean) && areEnough(decidedBy);
  const change = async () => {
    const request = {
      role: role === NOBODY ? toRole : role,
      toRole,
      to: isTaken ? to.trim() : "",
      reason: reason.trim(),
      decidedBy,
    };
    if (await ask("change", request)) onClose();
  };
  return (
    <>
      <Fields>
        <Choice
          label={say("running.seat.who")}
          value={role}
          onChange={(one) => {
            setRole(one);
            setSeat("");
          }}
          options={[
            ...people.map((one) => ({ value: one.role, label: personLine(one) })),
            ...(mayCome.length === 0 ? [] : [{ value: NOBODY, label: say("running.seat.comes") }]),
          ]}
        />
        {isFree ? (
          <Choice
            label={say("running.seat.seat")}
            value={seat}
            onChange={setSeat}
            options={[
              ...others.map((one) => ({ value: officerRole(one), label: officerTitle(one) })),
              ...(isGoing ? [{ value: NOBODY, label: say("running.seat.nobody") }] : []),
            ]}
          />
        ) : null}
        {isTaken ? (
          <Field label={say("running.seat.to")} value={to} onChange={setTo} maxLength={60} />
        ) : null}
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

/** Officers who have not come, if another than at the opening may take a seat. */
function absentSeats(view: WindowView): readonly number[] {
  const { ceremony, coming } = view;
  if (ceremony === null || coming === null || coming.least === coming.most) return [];
  const present = presentSeats(view);
  return seatsUpTo(ceremony.officers).filter((seat) => !present.includes(seat));
}
