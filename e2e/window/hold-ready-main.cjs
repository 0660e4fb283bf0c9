// Started by Electron before the app: holds `ready` until Playwright has joined, which says so by
// calling `__playwright_run`. A page that is being loaded while Playwright joins is told to it as
// empty, and it waits for ever for what has passed: one start in thirty, on a busy machine.
// Playwright's own loader does this only for an Electron that it finds itself, and it changes
// Chromium's switches too.
const { app } = require("electron");

const ready = app.whenReady();
const joined = new Promise((resolve) => {
  globalThis.__playwright_run = resolve;
});
app.whenReady = () => joined.then(() => ready);
