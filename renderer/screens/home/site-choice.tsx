// Which HSM the next ceremony asks: the one of a site file that a person chooses; in a rehearsal
// else the built-in one.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { ask } from "../../stores/action.ts";
import { SITE, siteLine } from "../../text/sign-in.ts";
import { Row } from "./group.tsx";

interface SiteChoiceProps {
  readonly view: WindowView;
  readonly onHint: (line: string) => void;
}

/** A row that lets a file be chosen; once it was, it says so and leads back. */
export function SiteChoice({ view: { site, mode }, onHint }: SiteChoiceProps) {
  const press = async () => {
    await ask("site", { on: site === null });
    onHint("");
  };
  return (
    <Row
      title={site === null ? SITE.choose[mode] : SITE.chosen(site.name)}
      line={site === null ? SITE.line[mode] : siteLine(site, mode)}
      onPress={() => void press()}
      onHint={onHint}
    />
  );
}
