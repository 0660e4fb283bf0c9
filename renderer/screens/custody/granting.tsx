// Who can download the security domain again, without an officer's key: no ceremony's record says it, the
// deployment's may.
import { useEffect } from "react";
import { glance, useDeployment } from "../../stores/deployment.ts";
import { granterLine, isSameHsm } from "../../text/custody.ts";
import { say } from "../../text/say.ts";
import styles from "./custody.module.css";

/** @param hsm the name of the custody's HSM */
export function Granting({ hsm }: { readonly hsm: string }) {
  const known = useDeployment()?.granting ?? null;
  // Refused at the offline station, which has no deployment: then it is not known.
  useEffect(() => void glance(), []);
  const granting = known !== null && isSameHsm(known.hsm, hsm) ? known : null;
  return (
    <>
      <h2>{say("custody.granting")}</h2>
      {granting === null ? (
        <p>{say("custody.grantingUnknown")}</p>
      ) : (
        <>
          <p>{say("custody.grantingLead", { at: granting.at })}</p>
          <ul className={styles["lines"]}>
            {granting.who.map((one) => (
              <li key={`${one.role} ${one.name}`}>{granterLine(one)}</li>
            ))}
          </ul>
        </>
      )}
      <p>{say("custody.grantingOthers")}</p>
    </>
  );
}
