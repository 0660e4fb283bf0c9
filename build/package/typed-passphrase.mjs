// A passphrase from standard input: typed without an echo at a terminal, else its first line.

/**
 * @returns {Promise<string>} without the end of its line
 * @throws where the input ends before the line does, or the user gives up with Ctrl-C
 */
export async function typedPassphrase() {
  const { stdin } = process;
  const isTerminal = stdin.isTTY;
  if (isTerminal) {
    process.stderr.write("Passphrase of the release key: ");
    stdin.setRawMode(true);
  }
  let typed = "";
  try {
    stdin.setEncoding("utf8");
    for await (const text of stdin) {
      for (const sign of String(text)) {
        if (sign === "\n" || sign === "\r") return typed;
        if (isTerminal && sign === "\u0003") throw new Error("given up");
        const isBackspace = isTerminal && (sign === "\u007f" || sign === "\b");
        typed = isBackspace ? typed.slice(0, -1) : typed + sign;
      }
    }
    throw new Error("a line with the release key's passphrase is missing");
  } finally {
    if (isTerminal) {
      stdin.setRawMode(false);
      process.stderr.write("\n");
    }
    stdin.destroy();
  }
}
