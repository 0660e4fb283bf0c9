// The sheet that adds an earlier record: first its paper's words, then the file.
import { Field } from "../../parts/field.tsx";
import { ask } from "../../stores/action.ts";
import { useDraft } from "../../stores/draft.ts";
import { say } from "../../text/say.ts";
import { Fields, Sheet, SheetEnd } from "../ceremony/sheet.tsx";

const HEAD = "head";

/** The sheet. The entries stay if the file is refused. */
export function BringSheet({ onClose }: { readonly onClose: () => void }) {
  const draft = useDraft("bring");
  const bring = async () => {
    if (!(await ask("bring", { head: draft.text(HEAD).trim() }))) return;
    draft.drop();
    onClose();
  };
  return (
    <Sheet title={say("home.bring")} intro={say("home.bringIntro")} onClose={onClose}>
      <Fields>
        <Field
          label={say("home.bringHead")}
          hint={say("home.bringHeadHint")}
          lines={2}
          maxLength={600}
          value={draft.text(HEAD)}
          onChange={(text) => draft.write(HEAD, text)}
          autoFocus
        />
      </Fields>
      <SheetEnd
        cancel={say("home.bringCancel")}
        button={say("home.bringChoose")}
        missing={null}
        onWrite={() => void bring()}
        onClose={onClose}
      />
    </Sheet>
  );
}
