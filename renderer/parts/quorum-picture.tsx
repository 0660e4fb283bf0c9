// The quorum as a picture: a triangle for two of three officers, a ring for every other number.
import type { QuorumProps } from "./quorum-props.ts";
import { Ring } from "./ring.tsx";
import { isTriangle, quorumOf } from "./triangle-geometry.ts";
import { Triangle } from "./triangle.tsx";

/** Which officers were proven to open the domain together. */
export function QuorumPicture(props: QuorumProps) {
  const isSmall = isTriangle(props.officers.length, quorumOf(props));
  return isSmall ? <Triangle {...props} /> : <Ring {...props} />;
}
