// One picture as SVG: areas side by side, with boxes that react to mouse and keyboard.
import { useId, type KeyboardEvent, type ReactNode } from "react";
import type { BoxView, PictureView } from "../../../electron/bridge/deployment-views.ts";
import { langOf } from "../../text/deployment.ts";
import { said, say } from "../../text/say.ts";
import { layoutOf, short, WIDTH, type Place, type PlacedBox } from "./picture-layout.ts";
import { Says } from "./says.tsx";
import styles from "./picture.module.css";

interface PictureProps {
  readonly picture: PictureView;
  readonly onBox: (box: BoxView) => void;
}

export function Picture({ picture, onBox }: PictureProps) {
  const { areas, height } = layoutOf(picture.areas);
  const id = useId();
  return (
    <svg
      className={styles["picture"]}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="group"
      aria-label={say(`deployment.pictures.${picture.name}`)}>
      {areas.map((area, at) => (
        <g key={at} role="group" aria-labelledby={`${id}-${at}`}>
          <rect
            className={styles["area"]}
            x={area.x + 1}
            y={area.y + 1}
            width={area.width - 2}
            height={area.height - 2}
          />
          <Heard id={`${id}-${at}`} at={area}>
            <Says value={area.title} />
          </Heard>
          <text
            className={styles["title"]}
            x={area.x + 12}
            y={area.y + 23}
            lang={langOf(area.title)}
            aria-hidden="true">
            {short(said(area.title), Math.floor((area.width - 24) / 9.6))}
          </text>
          {picture.name === "flow" && at > 0 ? (
            <path
              className={styles["arrow"]}
              d={`M${area.x - 15} 18h10m-5 -5l6 5l-6 5`}
              aria-hidden="true"
            />
          ) : null}
          {area.boxes.map((placed, n) => (
            <Box key={n} placed={placed} onBox={onBox} />
          ))}
        </g>
      ))}
    </svg>
  );
}

function Box({
  placed,
  onBox,
}: {
  readonly placed: PlacedBox;
  readonly onBox: (box: BoxView) => void;
}) {
  const { box, x, y, width, height, lines } = placed;
  const detail = said(box.detail);
  const word = say(`deployment.boxStates.${box.state}`);
  const press = (event: KeyboardEvent<SVGGElement>) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onBox(box);
  };
  const letters = Math.floor((width - 18) / 8.4);
  return (
    <g
      className={`${styles["box"]} ${styles[box.state]}`}
      role="button"
      tabIndex={0}
      onClick={() => onBox(box)}
      onKeyDown={press}>
      <rect x={x} y={y} width={width} height={height} />
      <Heard at={placed}>
        <Says value={box.title} />, {detail === "" ? null : <Says value={box.detail} />}
        {detail === "" ? null : ", "}
        {word}
      </Heard>
      <g aria-hidden="true">
        {lines.map((line, n) => (
          <text
            key={line}
            className={styles["name"]}
            lang={langOf(box.title)}
            x={x + 9}
            y={y + 19 + n * 18}>
            {line}
          </text>
        ))}
        {lines.length > 1 || detail === "" ? null : (
          <text className={styles["detail"]} lang={langOf(box.detail)} x={x + 9} y={y + 39}>
            {short(detail, letters)}
          </text>
        )}
        <text className={styles["word"]} x={x + 9} y={y + height - 8}>
          {word}
        </text>
      </g>
    </g>
  );
}

interface HeardProps {
  readonly id?: string;
  readonly at: Place;
  readonly children: ReactNode;
}

/**
 * What a screen reader says in place of the drawing, which may be cut short. It is text, because an
 * attribute has only one language, and this mixes English with the window's.
 */
const Heard = ({ id, at: { x, y }, children }: HeardProps) => (
  <foreignObject x={x} y={y} width={1} height={1}>
    <div id={id} className={styles["heard"]}>
      {children}
    </div>
  </foreignObject>
);
