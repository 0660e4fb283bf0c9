// Which HSM the next ceremony asks, explained before the system's file dialog opens.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { ask } from "../../stores/action.ts";
import { say } from "../../text/say.ts";
import { Sheet, SheetEnd } from "../ceremony/sheet.tsx";

interface SiteSheetProps {
  readonly mode: WindowView["mode"];
  readonly onClose: () => void;
}

/** What a site file is for, and the button that chooses one. */
export function SiteSheet({ mode, onClose }: SiteSheetProps) {
  const choose = async () => {
    if (await ask("site", { on: true })) onClose();
  };
  return (
    <Sheet
      title={say(`sign-in.site.title.${mode}`)}
      intro={say(`sign-in.site.intro.${mode}`)}
      onClose={onClose}>
      <SheetEnd
        cancel={say(`sign-in.site.keep.${mode}`)}
        button={say("sign-in.site.file")}
        missing={null}
        onClose={onClose}
        onWrite={() => void choose()}
      />
    </Sheet>
  );
}
