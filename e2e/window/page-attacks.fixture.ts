// What a page that was taken over would try, each as a piece of script, and what its policy says.
import type { Page } from "playwright";

/** How it ended: what it threw ("" when nothing), and every directive that was violated. */
export interface Ended {
  readonly threw: string;
  readonly violated: readonly string[];
}

/** Somewhere else. Nothing is there: the policy must refuse before anything is looked up. */
const ELSEWHERE = "http://127.0.0.1:9";

const appended = (tag: string, more: string): string =>
  `const it = document.createElement("${tag}"); ${more}; document.body.append(it)`;

/** Each by name: the script, the error it must meet, the directive that it must violate. */
export const ATTACKS: Readonly<Record<string, readonly [string, string, string]>> = {
  "an inline script": [
    appended("script", 'it.append(document.createTextNode("window.taken = true"))'),
    "TypeError",
    "require-trusted-types-for",
  ],
  "a script's text": [
    appended("script", 'it.text = "window.taken = true"'),
    "TypeError",
    "require-trusted-types-for",
  ],
  "a script from elsewhere": [
    appended("script", `it.src = "${ELSEWHERE}/x.js"`),
    "TypeError",
    "require-trusted-types-for",
  ],
  "a module from elsewhere": [`await import("${ELSEWHERE}/x.js")`, "TypeError", "script-src-elem"],
  "a module in an address": [
    'await import("data:text/javascript,window.taken=true")',
    "TypeError",
    "script-src-elem",
  ],
  innerHTML: ['document.body.innerHTML = "<b>x</b>"', "TypeError", "require-trusted-types-for"],
  "document.write": ['document.write("<b>x</b>")', "TypeError", "require-trusted-types-for"],
  "a handler in an attribute": [
    appended("b", 'it.setAttribute("onclick", "window.taken = true")'),
    "TypeError",
    "require-trusted-types-for",
  ],
  "a policy for trusted types": [
    'trustedTypes.createPolicy("x", {})',
    "TypeError",
    "trusted-types",
  ],
  eval: ['(0, eval)("window.taken = true")', "EvalError", "require-trusted-types-for"],
  "a function from text": [
    'new Function("window.taken = true")()',
    "EvalError",
    "require-trusted-types-for",
  ],
  "a timer with text": [
    'setTimeout("window.taken = true")',
    "TypeError",
    "require-trusted-types-for",
  ],
  "a worker": ['new Worker("renderer.js")', "TypeError", "require-trusted-types-for"],
  "a style without the nonce": [
    appended("style", 'it.textContent = "body { color: red }"'),
    "",
    "style-src-elem",
  ],
  "a style in an attribute": [
    'document.body.setAttribute("style", "color: red")',
    "",
    "style-src-attr",
  ],
  "a stylesheet from elsewhere": [
    appended("link", `it.rel = "stylesheet"; it.href = "${ELSEWHERE}/x.css"`),
    "",
    "style-src-elem",
  ],
  fetch: [`await fetch("${ELSEWHERE}/")`, "TypeError", "connect-src"],
  "fetch of our own file": ['await fetch("renderer.css")', "TypeError", "connect-src"],
  XMLHttpRequest: [
    `const it = new XMLHttpRequest(); it.open("GET", "${ELSEWHERE}/"); it.send()`,
    "",
    "connect-src",
  ],
  "a WebSocket": [`new WebSocket("${ELSEWHERE.replace("http", "ws")}/")`, "", "connect-src"],
  "an event source": [`new EventSource("${ELSEWHERE}/")`, "", "connect-src"],
  "a beacon": [`navigator.sendBeacon("${ELSEWHERE}/", "x")`, "", "connect-src"],
  "an image from elsewhere": [appended("img", `it.src = "${ELSEWHERE}/x.png"`), "", "img-src"],
  "an image in an address": [
    appended("img", 'it.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw="'),
    "",
    "img-src",
  ],
  "a font": [
    `await new FontFace("x", "url(${ELSEWHERE}/x.woff)").load()`,
    "NetworkError",
    "font-src",
  ],
  "a film": [appended("video", `it.src = "${ELSEWHERE}/x.webm"`), "", "media-src"],
  "a frame from elsewhere": [appended("iframe", `it.src = "${ELSEWHERE}/"`), "", "frame-src"],
  "a frame of our own": [appended("iframe", 'it.src = "index.html"'), "", "frame-src"],
  "an object": [
    appended("object", `it.setAttribute("data", "${ELSEWHERE}/x.swf")`),
    "TypeError",
    "require-trusted-types-for",
  ],
  "a form": [
    appended("form", `it.action = "${ELSEWHERE}/"; it.method = "post"`) + "; it.submit()",
    "",
    "form-action",
  ],
  "another base": [appended("base", `it.href = "${ELSEWHERE}/"`), "", "base-uri"],
};

/**
 * Runs it as the page's own script would run: a debugger's evaluation may do what a page may not,
 * but not what it leaves behind for later.
 */
export function attack(page: Page, script: string): Promise<Ended> {
  return page.evaluate<Ended>(`new Promise((resolve) => {
    const violated = [];
    const note = (event) => violated.push(event.effectiveDirective);
    document.addEventListener("securitypolicyviolation", note);
    setTimeout(async () => {
      let threw = "";
      try { ${script} } catch (error) { threw = error.name; }
      const tell = () => {
        document.removeEventListener("securitypolicyviolation", note);
        resolve({ threw, violated: [...new Set(violated)] });
      };
      // Each violates something; some of it is checked in another process, which says so later.
      const look = () => setTimeout(violated.length === 0 ? look : tell, 100);
      look();
    });
  })`);
}
