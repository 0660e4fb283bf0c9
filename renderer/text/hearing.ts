// What is said and shown while words are written down, read aloud and heard.

const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
const ORDINALS = ["first", "second", "third", "fourth"];

/** A line's number as it is spoken, from 1. */
const spoken = (line: number): string => NUMBERS[line - 1] ?? String(line);

/** The sentences of a hearing. */
export const HEARING = {
  writeVerb: "Write them down",
  writeOnCard: "on your card, line by line",
  writeOnPaper: "on paper, line by line",
  written: "Written down: hide the words",
  wordsToWrite: "The words, eight lines of four",
  listenVerb: "Listen and pick",
  reader: (name: string): string => `${name} reads`,
  sayLine: (line: number): string => `Line ${spoken(line)}.`,
  thenRead: "Then its four words, slowly, from the paper. Then stop.",
  thenReadImage:
    "Then its four words, slowly, from the paper that came with the live image. Then stop.",
  notRight: (line: number): string => `Line ${line} was misheard. Read line ${line} again.`,
  differsAgain: "If it differs again, this is not the same file: note an exception.",
  imageDiffersAgain:
    "If it differs again, this is not the image on the paper: abort the ceremony, and find out why "
    + "before anybody uses this medium.",
  which: (word: number): string => `Which word did you hear ${ORDINALS[word - 1] ?? "next"}?`,
  judging: "One moment",
  full: "Undo a word, or read the line again",
  choices: "Words to pick from",
  heard: (words: number): string => `${words} of 32 words heard.`,
  howWrong: "A wrong word is shown when its line is full.",
  again: (line: number): string => `Read line ${line} again`,
  showAgain: "Show the words again",
  fromStart: "From the first line again",
  allHeard: "All 32 words were heard, and all are right.",
  heardSay: "All words are the same.",
  heardVerb: "Confirm",
  heardDetail: "all eight lines are right",
  lines: "Lines heard so far",
  line: (line: number): string => `Line ${line}`,
  rightLine: "right",
  keys: "Type the first letters or use the arrows. Enter picks, Backspace undoes.",
  notHere: "Preparing the words.",
  show: "Show the words",
  decideVerb: "Decide",
  decideDetail: "two officers, aloud",
  decide: "These officers decide to continue, although the key is not attested",
  needTwo: "Two officers must decide",
} as const;
