// The entry of the app.
import { app } from "electron";
import { startApp } from "./app.ts";

startApp(app.isPackaged ? "runtime-strange" : "not-packaged");
