// The entry of the main window: the page's name is painted first, then the app is fetched.
import "./design/sheet.module.css";

const root = document.getElementById("app");
if (root !== null) {
  // A frame has been painted when the timer after it comes.
  requestAnimationFrame(() =>
    setTimeout(() => void import("./mount.tsx").then(({ mount }) => mount(root))),
  );
}
