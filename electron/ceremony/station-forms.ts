// The forms of what the connected station finds.
import { like, shape, text, type Check } from "./shape.ts";
import type { StationEvents } from "./station-events.ts";

export const STATION_FORMS: Readonly<Record<keyof StationEvents, Check>> = {
  "signed-in": shape<StationEvents["signed-in"]>({
    way: like(/^(browser|device-code|azure-cli|managed-identity|client-certificate)$/),
    tenant: text, id: text, name: text,
  }),
};
