// Entry of the passphrase window: one page for one officer's turn.
import { createRoot } from "react-dom/client";
import "../design/sheet.module.css";
import { PassphraseWindow } from "./passphrase-window.tsx";

const place = document.getElementById("window");
if (place !== null) createRoot(place).render(<PassphraseWindow />);
