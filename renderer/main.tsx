// The entry of the main window: paints the page's name first, then loads the app.
import "./design/sheet.module.css";

const root = document.getElementById("app");
if (root !== null) {
  // The timer after a frame fires once that frame is painted.
  requestAnimationFrame(() =>
    setTimeout(() => void import("./mount.tsx").then(({ mount }) => mount(root))),
  );
}
