// The app with short waits, but a simulated crew that can be followed by taking pictures.
import { startApp } from "../../electron/main/app.ts";
import { QUICK, TWO_OF_THREE } from "./quick.ts";

startApp({ waits: { ...QUICK, crewPace: 0.4 }, proposedCounts: TWO_OF_THREE });
