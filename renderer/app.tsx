// Which screen the window shows.
import { useEffect, useState } from "react";
import type { RoomView } from "../electron/bridge/room.ts";
import { Audit } from "./screens/audit/audit.tsx";
import { Aborted } from "./screens/ceremony/aborted.tsx";
import { Away } from "./screens/ceremony/away.tsx";
import { CeremonyFrame } from "./screens/ceremony/frame.tsx";
import { OfficerCall } from "./screens/ceremony/officer-call.tsx";
import { Preparing } from "./screens/ceremony/preparing.tsx";
import { Recess } from "./screens/ceremony/recess.tsx";
import { Resumption } from "./screens/ceremony/resumption.tsx";
import { Custody } from "./screens/custody/custody.tsx";
import { Drives } from "./screens/drives/drives.tsx";
import { End } from "./screens/end/end.tsx";
import { Home } from "./screens/home/home.tsx";
import { HomeRefusal } from "./screens/home/home-refusal.tsx";
import { StationRoleChoice } from "./screens/station-role/station-role.tsx";
import { Reconcile } from "./screens/reconcile/reconcile.tsx";
import { Trainer } from "./screens/trainer/trainer.tsx";
import { useAction } from "./stores/action.ts";
import { useMaybeRoom } from "./stores/ceremony.ts";
import { windowTitle } from "./text/station-role.ts";

/** The whole window. Before the first view it is empty paper. */
export function App() {
  const room = useMaybeRoom();
  const { fault } = useAction();
  const title = room === null ? null : windowTitle(room.stationRole);
  useEffect(() => {
    if (title !== null) document.title = title;
  }, [title]);
  if (room === null) return fault === null ? null : <HomeRefusal room={null} fault={fault} />;
  if (room.open === null) return <AtHome room={room} />;
  return room.ceremony === null && room.away === null ? (
    <Preparing room={room} name={room.open} />
  ) : (
    <InCeremony room={room} />
  );
}

type Place = "home" | "custody" | "reconcile" | "audit" | "drives" | "trainer" | "station-role";

function AtHome({ room }: { readonly room: RoomView }) {
  const [place, setPlace] = useState<Place>("home");
  const { fault } = useAction();
  const home = () => {
    setPlace("home");
  };
  if (place === "custody")
    return (
      <Custody
        room={room}
        onBack={home}
        onReconcile={() => {
          setPlace("reconcile");
        }}
      />
    );
  if (place === "reconcile")
    return (
      <Reconcile
        room={room}
        onBack={() => {
          setPlace("custody");
        }}
      />
    );
  if (place === "audit") return <Audit room={room} onBack={home} />;
  if (place === "drives") return <Drives room={room} onBack={home} />;
  if (place === "trainer" && fault === null) return <Trainer room={room} onBack={home} />;
  if (place === "station-role") return <StationRoleChoice room={room} onBack={home} />;
  const refused = room.refusal ?? fault;
  if (refused !== null) return <HomeRefusal room={room} fault={refused} />;
  return (
    <Home
      room={room}
      onCustody={() => {
        setPlace("custody");
      }}
      onAudit={() => {
        setPlace("audit");
      }}
      onDrives={() => {
        setPlace("drives");
      }}
      onTrainer={() => {
        setPlace("trainer");
      }}
      onStationRole={() => {
        setPlace("station-role");
      }}
    />
  );
}

function InCeremony({ room }: { readonly room: RoomView }) {
  const { activity, ceremony } = room;
  // The call first: nothing may be read beside an officer who is called or types.
  if (activity.kind === "calling" || activity.kind === "typing") {
    return <OfficerCall room={room} seat={activity.seat} typing={activity.kind === "typing"} />;
  }
  if (room.away !== null) return <Away room={room} away={room.away} />;
  if (ceremony === null) return <CeremonyFrame room={room} />;
  if (room.resumption !== null) {
    return <Resumption room={room} ceremony={ceremony} certain={room.resumption} />;
  }
  if (ceremony.recess !== null) return <Recess room={room} ceremony={ceremony} />;
  if (ceremony.closed && room.refusal === null) return <End room={room} ceremony={ceremony} />;
  if (!ceremony.closed && (ceremony.abortDecided || ceremony.aborted !== null)) {
    return <Aborted room={room} ceremony={ceremony} />;
  }
  return <CeremonyFrame room={room} />;
}
