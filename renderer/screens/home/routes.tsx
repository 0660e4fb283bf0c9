// The screens that a group of Home leads to.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { sentence, type Value } from "../../../electron/text/text.ts";
import { goTo, routesOf } from "../../stores/route.ts";
import { say } from "../../text/say.ts";
import { Row } from "./group.tsx";

interface RoutesProps {
  readonly view: WindowView;
  readonly group: Parameters<typeof routesOf>[0];
  readonly onHint: (line: Value) => void;
}

/** A row for each. */
export const Routes = ({ view, group, onHint }: RoutesProps) =>
  routesOf(group, view.stationRole.role).map((route) => (
    <Row
      key={route}
      title={say(`home.${route}`)}
      line={sentence(`home.${route}Line`)}
      onPress={() => goTo(route)}
      onHint={onHint}
    />
  ));
