// The app with short waits: nobody has to read what it shows.
import { startApp } from "../../electron/main/app.ts";
import { QUICK, TWO_OF_THREE } from "./quick.ts";

startApp({ waits: QUICK, proposedCounts: TWO_OF_THREE });
