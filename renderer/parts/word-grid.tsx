// Spoken words: eight numbered lines of four, and the choices for a line.
import { useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { ListBox, ListBoxItem, type Selection } from "react-aria-components";
import { Icon } from "./icon.tsx";
import { bringIntoSight } from "./scroller.tsx";
import { TypeAhead } from "./type-ahead.ts";
import { pickedAfter } from "./word-picks.ts";
import styles from "./word-grid.module.css";
import { say } from "../text/say.ts";

const LINES = [1, 2, 3, 4, 5, 6, 7, 8];
const WORDS = [0, 1, 2, 3];

interface WordsToWriteProps {
  readonly lines: readonly (readonly string[])[];
}

/** All lines, large, to be written down. */
export function WordsToWrite({ lines }: WordsToWriteProps) {
  const list = useRef<HTMLOListElement | null>(null);
  useLayoutEffect(() => {
    // If they do not fit below the text, all eight lines are shown, and the text scrolls away.
    bringIntoSight(list.current);
  }, []);
  return (
    <ol
      ref={list}
      className={`${styles["lines"]} ${styles["large"]}`}
      aria-label={say("hearing.wordsToWrite")}>
      {lines.map((words, index) => (
        <li
          key={index}
          className={styles["line"]}
          aria-label={say("hearing.line", { line: index + 1 })}>
          <b>{index + 1}</b>
          {words.map((word, at) => (
            <span key={at} lang="en">
              {word}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}

interface WordsHeardProps {
  /** The lines that are right. */
  readonly lines: readonly (readonly string[])[];
  /** The words picked for the next line. */
  readonly picked: readonly string[];
  /** The words picked for it last, if the line was wrong: seen until others are picked. */
  readonly wrong?: readonly string[];
}

/** The lines heard so far, the current one, and those to come. */
export function WordsHeard({ lines, picked, wrong = [] }: WordsHeardProps) {
  return (
    <ol className={styles["lines"]} aria-label={say("hearing.lines")}>
      {LINES.map((line) => (
        <HeardLine
          key={line}
          line={line}
          picked={picked}
          wrong={wrong}
          words={lines[line - 1]}
          away={line - lines.length - 1}
        />
      ))}
    </ol>
  );
}

interface HeardLineProps {
  readonly line: number;
  readonly words: readonly string[] | undefined;
  readonly picked: readonly string[];
  readonly wrong: readonly string[];
  /** The distance from the current line; negative before it. */
  readonly away: number;
}

function HeardLine({ line, words, picked, wrong, away }: HeardLineProps) {
  const isNow = away === 0;
  const isWrong = isNow && picked.length === 0 && wrong.length > 0;
  const state = words !== undefined ? "heard" : isNow ? "now" : "ahead";
  const shown = words ?? (isWrong ? wrong : isNow ? picked : []);
  return (
    <li
      className={styles["line"]}
      data-state={state}
      data-wrong={isWrong}
      data-far={away < -2 || away > 1}
      aria-label={say("hearing.line", { line })}
      {...(isNow ? { "aria-current": true } : {})}>
      <b>{line}</b>
      {WORDS.map((at) =>
        shown[at] === undefined ? (
          <i key={at} className={styles["blank"]} />
        ) : (
          <span key={at} lang="en">
            {shown[at]}
          </span>
        ),
      )}
      {words === undefined ? null : <Icon name="check" label={say("hearing.rightLine")} />}
      {isWrong ? <Icon name="cross" label={say("hearing.wrongLine")} /> : null}
    </li>
  );
}

interface WordChoicesProps {
  readonly choices: readonly string[];
  /** Indexes into `choices`, in the order they were picked. */
  readonly picked: readonly number[];
  readonly onPicked: (picked: readonly number[]) => void;
  readonly isDisabled: boolean;
}

/** Twelve words. Arrow keys and letters move to a word, Enter picks it, Backspace takes it back. */
export function WordChoices({ choices, picked, onPicked, isDisabled }: WordChoicesProps) {
  const take = (selection: Selection) => {
    if (!isDisabled) onPicked(pickedAfter(picked, places(selection, choices.length)));
  };
  const list = useRef<HTMLDivElement | null>(null);
  const typed = useRef(new TypeAhead());
  const onKeys = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (!/^[a-z]$/i.test(key) || ctrlKey || metaKey || altKey) {
      typed.current.forget();
      if (key === "Backspace" && !isDisabled) onPicked(picked.slice(0, -1));
      return;
    }
    // Replaces the list's own search, which would join letters typed for two words.
    event.stopPropagation();
    // If the line has a word twice, the one not yet picked.
    const left = choices.map((word, at) => (picked.includes(at) ? "" : word));
    const place = typed.current.take(key, left, event.timeStamp);
    if (place === null) return;
    list.current?.querySelectorAll<HTMLElement>("[role=option]")[place]?.focus();
  };
  return (
    <div className={styles["picking"]} ref={list} onKeyDownCapture={onKeys}>
      <ListBox
        aria-label={say("hearing.choices")}
        className={styles["choices"] ?? ""}
        layout="grid"
        selectionMode="multiple"
        selectionBehavior="toggle"
        escapeKeyBehavior="none"
        selectedKeys={picked}
        onSelectionChange={take}
        autoFocus="first"
        shouldFocusWrap>
        {choices.map((word, place) => (
          <ListBoxItem key={place} id={place} textValue={word} className={styles["choice"] ?? ""}>
            <span lang="en">{word}</span>
            {picked.includes(place) ? <b>{picked.indexOf(place) + 1}</b> : null}
          </ListBoxItem>
        ))}
      </ListBox>
    </div>
  );
}

const places = (selection: Selection, all: number): readonly number[] =>
  selection === "all" ? Array.from({ length: all }, (_, i) => i) : [...selection].map(Number);
