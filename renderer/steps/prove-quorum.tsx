// The proof stays visible until the witness has confirmed it.
import { QuorumPicture } from "../parts/quorum-picture.tsx";
import shared from "./step.module.css";
import { officerName, seatsUpTo } from "../stores/people.ts";
import type { StepProps } from "./step-row.ts";

/** The triangle with the time of each pair. */
export const Proven = ({ step: { view, officers, quorum } }: StepProps) => (
  <div className={shared["picture"]}>
    <QuorumPicture
      officers={seatsUpTo(officers).map((seat) => ({ seat, name: officerName(view, seat) }))}
      quorum={quorum}
      opened={view.quorum.opened}
      proven={view.quorum.proven}
      times
    />
  </div>
);
