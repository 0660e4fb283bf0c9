// Intel's files on the exchange key's hardware: people may bring them, and see how old they are.
import type { AttestationView } from "../../../../electron/bridge/view.ts";
import { Button } from "../../../parts/button.tsx";
import type { StepProps } from "../../../steps/step-row.ts";
import { ask } from "../../../stores/action.ts";
import { ATTESTATION, notChecked } from "../../../text/attestation.ts";
import shared from "../step.module.css";

interface IntelFilesProps extends StepProps {
  readonly attestation: AttestationView;
}

/** What is checked by them, what is not, and the way to bring them; nothing without a quote. */
export function IntelFiles({ step, attestation }: IntelFilesProps) {
  const { hardware, collateral } = attestation;
  const open = notChecked(attestation);
  return (
    <>
      {hardware === null ? null : (
        <dl className={shared["facts"]}>
          <dt>{ATTESTATION.hardware}</dt>
          <dd>{ATTESTATION.named(hardware.fmspc, hardware.pceId)}</dd>
          {collateral.map((file) => (
            <Row key={file.file} file={file} />
          ))}
        </dl>
      )}
      {open === "" ? null : <p className={shared["lead"]}>{open}</p>}
      {hardware === null ? null : (
        <Button kind="second" small onPress={() => void ask("collateral", { step: step.id })}>
          {collateral.length === 0 ? ATTESTATION.bring : ATTESTATION.bringAgain}
        </Button>
      )}
    </>
  );
}

const Row = ({ file }: { readonly file: AttestationView["collateral"][number] }) => (
  <>
    <dt>{file.file}</dt>
    <dd>{ATTESTATION.file(file)}</dd>
  </>
);
