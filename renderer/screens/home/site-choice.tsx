// Which HSM the next ceremony asks: the built-in one, or one of a site file that a person chooses.
import type { RoomView } from "../../../electron/bridge/room.ts";
import { ask } from "../../stores/action.ts";
import { SITE } from "../../text/sign-in.ts";
import { Row } from "./group.tsx";

interface SiteChoiceProps {
  readonly room: RoomView;
  readonly onHint: (line: string) => void;
}

/** A row that lets a file be chosen; once it was, it says so and leads back. */
export function SiteChoice({ room: { site }, onHint }: SiteChoiceProps) {
  const press = async () => {
    await ask("site", { on: site === null });
    onHint("");
  };
  return (
    <Row
      title={site === null ? SITE.choose : SITE.chosen(site.name)}
      line={site === null ? SITE.line : SITE.asked(site)}
      onPress={() => { void press(); }} onHint={onHint}
    />
  );
}
