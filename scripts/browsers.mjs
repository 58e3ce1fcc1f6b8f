// Finds browsers. Plain JavaScript that Node 20 runs: it is needed before anything is installed.
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Flags that every automated Chromium here gets: nothing in the background goes to the network. */
export const sandboxArguments = [
  "--no-sandbox",
  "--disable-gpu",
  // On a machine that stands still for seconds the watchdog would end the browser.
  "--disable-gpu-watchdog",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const program = (name) => (process.env.PATH ?? "").split(":").map((folder) => join(folder, name));

// Chrome and Edge refuse --load-extension, so only their relatives that accept it are listed.
const chromiumPlaces = {
  linux: [
    ...program("chromium"),
    ...program("chromium-browser"),
    ...program("brave-browser"),
    "/opt/chrome-for-testing/chrome",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    "/Applications/Brave Browser.app/Contents/MacOS/Brave Browser",
    join(homedir(), "Applications/Chromium.app/Contents/MacOS/Chromium"),
  ],
  win32: [
    join(process.env.LOCALAPPDATA ?? "C:\\", "Chromium\\Application\\chrome.exe"),
    "C:\\Program Files\\BraveSoftware\\Brave-Browser\\Application\\brave.exe",
  ],
};

const firefoxPlaces = {
  linux: [...program("firefox-esr"), ...program("firefox"), "/snap/bin/firefox"],
  darwin: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
  win32: ["C:\\Program Files\\Mozilla Firefox\\firefox.exe"],
};

/** Path of a Chromium that loads unpacked extensions, or undefined. `BACKTALK_CHROMIUM` names one. */
export function findChromium() {
  return [process.env.BACKTALK_CHROMIUM, ...(chromiumPlaces[process.platform] ?? [])].find(
    (path) => path && existsSync(path),
  );
}

/** Path of a Firefox, or undefined. `BACKTALK_FIREFOX` names one. */
export function findFirefox() {
  return [process.env.BACKTALK_FIREFOX, ...(firefoxPlaces[process.platform] ?? [])].find(
    (path) => path && existsSync(path),
  );
}
