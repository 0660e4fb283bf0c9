// Which HSM the next ceremony asks, said before the system's own dialog asks for a file.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { ask } from "../../stores/action.ts";
import { SITE } from "../../text/sign-in.ts";
import { Sheet, SheetEnd } from "../ceremony/sheet.tsx";

interface SiteSheetProps {
  readonly mode: WindowView["mode"];
  readonly onClose: () => void;
}

/** What a site file is for, and the button that lets one be chosen. */
export function SiteSheet({ mode, onClose }: SiteSheetProps) {
  const choose = async () => {
    if (await ask("site", { on: true })) onClose();
  };
  return (
    <Sheet title={SITE.title[mode]} intro={SITE.intro[mode]} onClose={onClose}>
      <SheetEnd
        cancel={SITE.keep[mode]}
        button={SITE.file}
        missing={null}
        onClose={onClose}
        onWrite={() => void choose()}
      />
    </Sheet>
  );
}
