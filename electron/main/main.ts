// The entry of the app.
import { startApp } from "./app.ts";

startApp();
