// The app with short waits: nobody has to read what it shows.
import { startApp } from "../../electron/main/app.ts";
import { QUICK } from "./quick.ts";

startApp({ waits: QUICK });
