// The entry of the app.
import { join } from "node:path";
import { app } from "electron";
import { startApp } from "./app.ts";
import { checkRuntime } from "./runtime.ts";

startApp(() =>
  checkRuntime(join(__dirname, "runtime.json"), {
    isPackaged: app.isPackaged,
    program: process.execPath,
    version: process.versions.electron,
  }),
);
