// Intel's files on the exchange key's hardware: people may bring them, and see how old they are.
import type { AttestationView } from "../../electron/bridge/view.ts";
import { Button } from "../parts/button.tsx";
import type { StepProps } from "./step-row.ts";
import { ask } from "../stores/action.ts";
import { capital } from "../../electron/text/text.ts";
import { notChecked, fileLine } from "../text/attestation.ts";
import { said, say } from "../text/say.ts";
import shared from "./step.module.css";
import styles from "./hearing.module.css";

interface IntelFilesProps extends StepProps {
  readonly attestation: AttestationView;
}

/** What the files check, what they do not, and a button to bring them; no button without a quote. */
export function IntelFiles({ step, attestation }: IntelFilesProps) {
  const { hardware, collateral, verdict } = attestation;
  const open = notChecked(attestation);
  // If nothing is proven, there is no hardware to check.
  if (hardware === null) return verdict === "attested" ? <p>{open}</p> : null;
  return (
    <>
      {collateral.length === 0 ? null : (
        <dl className={shared["facts"]}>
          {collateral.map((file) => (
            <Row key={file.file} file={file} />
          ))}
        </dl>
      )}
      <div className={styles["files"]}>
        <p>
          {[open, say("attestation.hardware", hardware)].filter((text) => text !== "").join(" ")}
        </p>
        <Button kind="second" small onPress={() => void ask("collateral", { step: step.id })}>
          {collateral.length === 0 ? say("attestation.bring") : say("attestation.bringAgain")}
        </Button>
      </div>
    </>
  );
}

const Row = ({ file }: { readonly file: AttestationView["collateral"][number] }) => (
  <>
    <dt>{said(capital(file.file))}</dt>
    <dd>{fileLine(file)}</dd>
  </>
);
