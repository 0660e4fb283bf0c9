// The entry of the main window: reads the first view, listens for the next ones, mounts the app.
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { bridge } from "./bridge.ts";
import "./design/sheet.module.css";
import { ask } from "./stores/action.ts";
import { replaceRoom } from "./stores/ceremony.ts";

const root = document.getElementById("app");
if (root !== null) {
  bridge().onView(replaceRoom);
  createRoot(root).render(<App />);
  void ask("look", {});
}
