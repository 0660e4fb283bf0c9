// Above words of someone else: whose they are.

export const SAID = {
  "saidBy.server": "What the server answered, word for word:",
  "saidBy.certificate": "Who issued the certificate that the server showed, word for word:",
} as const;
