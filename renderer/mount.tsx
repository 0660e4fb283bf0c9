// Mounts the app: listens for views, and asks for the first.
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { bridge } from "./stores/bridge.ts";
import { Room } from "./room/room.tsx";
import { ask } from "./stores/action.ts";
import { replaceView } from "./stores/ceremony.ts";
import { keepMoments } from "./stores/show.ts";

/** Draws the app into this element. */
export function mount(root: HTMLElement): void {
  keepMoments();
  bridge().onView(replaceView);
  createRoot(root).render(location.hash === "#room" ? <Room /> : <App />);
  void ask("look", {});
}
