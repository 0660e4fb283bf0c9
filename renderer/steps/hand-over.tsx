// What whoever confirms a hand-over or a take-over is told besides.
import shared from "../screens/step/step.module.css";
import { CONFIRM } from "../text/running.ts";

export const HandedOver = () => <p className={shared["warning"]}>{CONFIRM.close}</p>;

export const TakenOver = () => <p className={shared["lead"]}>{CONFIRM.arrived}</p>;
