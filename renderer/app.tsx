// Which screen the window shows.
import { useEffect, type ComponentType } from "react";
import type { WindowView } from "../electron/bridge/view.ts";
import { Audit } from "./screens/audit/audit.tsx";
import { Aborted } from "./screens/ceremony/aborted.tsx";
import { Away } from "./screens/ceremony/away.tsx";
import { WithCrew } from "./screens/ceremony/crew-strip.tsx";
import { CeremonyFrame } from "./screens/ceremony/frame.tsx";
import { OfficerCall } from "./screens/ceremony/officer-call.tsx";
import { Preparing } from "./screens/ceremony/preparing.tsx";
import { Recess } from "./screens/ceremony/recess.tsx";
import { SpokenNow } from "./screens/ceremony/spoken-now.tsx";
import { Resumption } from "./screens/ceremony/resumption.tsx";
import { Custody } from "./screens/custody/custody.tsx";
import { Deployment } from "./screens/deployment/deployment.tsx";
import { Drives } from "./screens/drives/drives.tsx";
import { End } from "./screens/end/end.tsx";
import { Home } from "./screens/home/home.tsx";
import { HomeRefusal } from "./screens/home/home-refusal.tsx";
import { StationRoleChoice } from "./screens/station-role/station-role.tsx";
import { HelpSheet } from "./screens/learn/help-sheet.tsx";
import { WithShow } from "./screens/learn/show.tsx";
import { Tour } from "./screens/learn/tour.tsx";
import { Reconcile } from "./screens/reconcile/reconcile.tsx";
import { Trainer } from "./screens/trainer/trainer.tsx";
import { goTo, useRoute, type Route } from "./stores/route.ts";
import { shownScreen } from "./stores/shown-screen.ts";
import { setSheet, useSheet } from "./stores/sheet.ts";
import { useAction } from "./stores/action.ts";
import { useMaybeView } from "./stores/ceremony.ts";
import { useLanguage } from "./text/language.ts";
import { windowTitle } from "./text/station-role.ts";

/** The whole window. Before the first view it is blank. */
export function App() {
  // Draws every sentence again when the language changes.
  useLanguage();
  const view = useMaybeView();
  return (
    <>
      <Window view={view} />
      {view === null ? null : <Help view={view} />}
    </>
  );
}

function Window({ view }: { readonly view: WindowView | null }) {
  const { fault } = useAction();
  const title = view === null ? null : windowTitle(view.stationRole);
  useEffect(() => {
    if (title !== null) document.title = title;
  }, [title]);
  if (view === null) return fault === null ? null : <HomeRefusal view={null} fault={fault} />;
  if (view.open === null) return <AtHome view={view} />;
  return <WithShow view={view}>{(shown) => <Opened view={shown} />}</WithShow>;
}

/** A ceremony that is open, or being opened. */
function Opened({ view }: { readonly view: WindowView }) {
  return (
    <>
      <SpokenNow view={view} />
      {view.open !== null && view.ceremony === null && view.away === null ? (
        <Preparing view={view} name={view.open} />
      ) : (
        <WithCrew view={view}>
          <InCeremony view={view} />
        </WithCrew>
      )}
    </>
  );
}

/** Help anywhere: F1 is about the shown screen. While an officer types, keys go to the small window alone. */
function Help({ view }: { readonly view: WindowView }) {
  const open = useSheet();
  const { fault } = useAction();
  const screen = shownScreen(view, useRoute(), fault !== null);
  const isTyping = view.activity.kind === "typing";
  const close = () => setSheet(null);
  useEffect(() => {
    const ask = (event: KeyboardEvent) => {
      if (event.key !== "F1" || open !== null) return;
      event.preventDefault();
      if (!isTyping) setSheet("terms");
    };
    window.addEventListener("keydown", ask);
    return () => window.removeEventListener("keydown", ask);
  }, [open, isTyping]);
  if (isTyping) return null;
  if (open === "terms") return <HelpSheet view={view} screen={screen} onClose={close} />;
  return open === "tour" && screen !== "call" ? <Tour onClose={close} /> : null;
}

const SCREENS: Readonly<Record<Route, ComponentType<{ readonly view: WindowView }>>> = {
  custody: Custody,
  reconcile: Reconcile,
  drives: Drives,
  deployment: Deployment,
  audit: Audit,
  "station-role": StationRoleChoice,
  trainer: Trainer,
};

function AtHome({ view }: { readonly view: WindowView }) {
  const route = useRoute();
  const { fault } = useAction();
  // A closed ceremony leads back to Home.
  useEffect(() => () => goTo("home"), []);
  if (route !== "home") {
    const Shown = SCREENS[route];
    return <Shown view={view} />;
  }
  const refused = view.refusal ?? fault;
  return refused === null ? <Home view={view} /> : <HomeRefusal view={view} fault={refused} />;
}

function InCeremony({ view }: { readonly view: WindowView }) {
  const { activity, away, ceremony, resumption } = view;
  const screen = shownScreen(view, "home", false);
  if (activity.kind === "calling" || activity.kind === "typing")
    return <OfficerCall view={view} seat={activity.seat} typing={activity.kind === "typing"} />;
  if (away !== null) return <Away view={view} away={away} />;
  if (ceremony === null) return null;
  if (resumption !== null)
    return <Resumption view={view} ceremony={ceremony} certain={resumption} />;
  if (screen === "recess") return <Recess view={view} ceremony={ceremony} />;
  if (screen === "end") return <End view={view} ceremony={ceremony} />;
  if (screen === "aborted") return <Aborted view={view} ceremony={ceremony} />;
  return <CeremonyFrame view={view} />;
}
