// The forms of what the connected station finds.
import { like, listOf, role, shape, text, type Check } from "./shape.ts";
import type { PointFound, StationEvents } from "./station-events.ts";

const points = listOf(shape<PointFound>({
  point: like(/^[a-z-]{1,40}$/), verdict: like(/^(good|decide|wrong)$/), sentence: text, next: text,
}));

export const STATION_FORMS: Readonly<Record<keyof StationEvents, Check>> = {
  "signed-in": shape<StationEvents["signed-in"]>({
    way: like(/^(browser|device-code|azure-cli|managed-identity|client-certificate)$/),
    tenant: text, id: text, name: text,
  }),
  "preflight-judged": shape<StationEvents["preflight-judged"]>({ points }),
  "point-accepted": shape<StationEvents["point-accepted"]>({
    point: text, sentence: text, reason: text, decidedBy: listOf(role),
  }),
  "aftercheck-judged": shape<StationEvents["aftercheck-judged"]>({ points }),
};
