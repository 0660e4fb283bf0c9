// Lint: typescript-eslint's strictest rules, and names not to reach for, with what to use instead.
import { builtinModules } from "node:module";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const unprefixed = builtinModules
  .filter((name) => !name.startsWith("_") && !name.includes(":"))
  .map((name) => ({ name, message: `Write "node:${name}".` }));

const narrow = [
  { name: "node-forge", message: "Only crypto/forge.ts imports it; use what that file exports." },
  { name: "node:crypto", message: "Only crypto/native*.ts imports it; use crypto/index.ts." },
];

const outside = [
  { name: "fetch", message: "Only electron/hsm talks to a network, through its pipeline." },
  { name: "WebSocket", message: "Only electron/hsm talks to a network, through its pipeline." },
  { name: "EventSource", message: "Only electron/hsm talks to a network, through its pipeline." },
];

export default defineConfig(
  { ignores: ["node_modules/", "dist/", ".runtime/"] },
  // No comment in a file switches a rule off.
  { linterOptions: { noInlineConfig: true } },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      // All rooms as one program: with a program for each room, types of the lower ones are made
      // again in every room above. That no room uses what it may not is tsc's to say, and tidy's.
      parserOptions: { project: "build/tsconfig.lint.json", tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // `== null` asks for both kinds of nothing at once.
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-restricted-globals": ["error", ...outside],
      "no-restricted-imports": ["error", { paths: [...unprefixed, ...narrow] }],
      "@typescript-eslint/consistent-type-imports": "error",
      // A number in a sentence is plain; anything else must be turned into words on purpose.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // Members that a format names are told from our own by their brackets.
      "@typescript-eslint/dot-notation": ["error", { allowIndexSignaturePropertyAccess: true }],
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      // A function may be async for the sake of its interface.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["crypto/forge.ts", "crypto/native*.ts"],
    rules: { "no-restricted-imports": ["error", { paths: unprefixed }] },
  },
  {
    files: ["crypto/**/*.ts"],
    ignores: ["crypto/forge.ts", "crypto/native*.ts", "crypto/bytes.ts", "**/*.test.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...outside,
        { name: "Buffer", message: "Bytes are Uint8Array here; use crypto/bytes.ts." },
      ],
    },
  },
  {
    // Tests are judges: they use what node has, and expectations read best unguarded.
    files: ["**/*.test.ts", "**/*.fixture.ts", "e2e/**/*.ts"],
    rules: {
      "no-restricted-globals": "off",
      "no-restricted-imports": ["error", { paths: unprefixed }],
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    extends: [tseslint.configs.recommended, tseslint.configs.disableTypeChecked],
  },
);
