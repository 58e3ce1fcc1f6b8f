import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Firefox asks nobody anything by itself, and shows nothing of its own. */
const quietPreferences: Readonly<Record<string, string | number | boolean>> = {
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "remote.active-protocols": 1,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "startup.homepage_welcome_url": "",
};

const startMs = 120_000;
const answerMs = 120_000;

/** The commands that tests use, by name: what they take and what they give. */
interface Commands {
  "browser.close": { takes: object; gives: object };
  "browsingContext.activate": { takes: { context: string }; gives: object };
  "browsingContext.close": { takes: { context: string }; gives: object };
  "browsingContext.create": { takes: { type: "tab" }; gives: { context: string } };
  "browsingContext.getTree": { takes: { root?: string }; gives: { contexts: Context[] } };
  "browsingContext.navigate": {
    takes: { context: string; url: string; wait: "none" | "complete" };
    gives: { url: string };
  };
  "input.performActions": { takes: { context: string; actions: object[] }; gives: object };
  "script.evaluate": { takes: object; gives: Evaluated };
  "session.new": { takes: { capabilities: object }; gives: { capabilities: { browserVersion: string } } };
  "webExtension.install": {
    takes: { extensionData: { type: "path"; path: string } };
    gives: { extension: string };
  };
}

export interface Context {
  readonly context: string;
  readonly url: string;
  readonly children: readonly Context[] | null;
}

type Evaluated =
  | { readonly type: "success"; readonly result: { readonly value?: unknown } }
  | { readonly type: "exception"; readonly exceptionDetails: { readonly text: string } };

interface Answer {
  readonly id?: number;
  readonly type: "success" | "error" | "event";
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/** A headless Firefox, driven over WebDriver BiDi. @see https://w3c.github.io/webdriver-bidi/ */
export class Firefox {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #commands = 0;
  version = "";

  private constructor(process: ChildProcess, profile: string, socket: WebSocket) {
    this.#process = process;
    this.#profile = profile;
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    });
  }

  static async start(
    program: string,
    preferences: Readonly<Record<string, string | number | boolean>>,
  ): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), "backtalk-firefox-"));
    const lines = Object.entries({ ...quietPreferences, ...preferences }).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(profile, "user.js"), lines.join("\n"));
    const process = spawn(
      program,
      [
        "--headless",
        "--no-remote",
        "--profile",
        profile,
        "--remote-debugging-port=0",
        "--remote-allow-system-access",
      ],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    try {
      const firefox = new Firefox(process, profile, await openSocket(`${await addressOf(process)}/session`));
      const session = await firefox.send("session.new", {
        capabilities: { alwaysMatch: { acceptInsecureCerts: true } },
      });
      firefox.version = session.capabilities.browserVersion;
      return firefox;
    } catch (error) {
      process.kill("SIGKILL");
      throw error;
    }
  }

  /** @throws {Error} With Firefox's own words, or after two minutes without an answer. */
  async send<K extends keyof Commands>(
    method: K,
    params: Commands[K]["takes"],
  ): Promise<Commands[K]["gives"]> {
    const id = ++this.#commands;
    const answer = await new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), answerMs);
      this.#waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    }).finally(() => this.#waiting.delete(id));
    if (answer.type === "error") throw new Error(`${method}: ${answer.error}: ${answer.message}`);
    return answer.result as Commands[K]["gives"];
  }

  /** Runs an expression in a page (or in the browser's own scope) and gives its JSON value. */
  async evaluate(context: string, expression: string, options: { system?: boolean } = {}): Promise<unknown> {
    const answer = await this.send("script.evaluate", {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context },
      awaitPromise: true,
      ...(options.system && { "moz:scope": "chrome" }),
    });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
    const json = answer.result.value;
    return typeof json === "string" ? (JSON.parse(json) as unknown) : undefined;
  }

  /** Opens an address in a new tab. Extension pages never say that they are complete, so those are not waited for. */
  async open(url: string): Promise<string> {
    const { context } = await this.send("browsingContext.create", { type: "tab" });
    const wait = url.startsWith("http") ? "complete" : "none";
    await this.send("browsingContext.navigate", { context, url, wait });
    return context;
  }

  /** A real press of the mouse at a place in a page. */
  async click(context: string, x: number, y: number): Promise<void> {
    await this.send("input.performActions", {
      context,
      actions: [
        {
          type: "pointer",
          id: "mouse",
          parameters: { pointerType: "mouse" },
          actions: [
            { type: "pointerMove", x: Math.round(x), y: Math.round(y) },
            { type: "pointerDown", button: 0 },
            { type: "pointerUp", button: 0 },
          ],
        },
      ],
    });
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    await this.send("browser.close", {}).catch(() => undefined);
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(timer);
    rmSync(this.#profile, { recursive: true, force: true });
  }
}

async function openSocket(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("error", () => reject(new Error("no session with Firefox")));
  });
  return socket;
}

/** Where a starting Firefox listens. */
function addressOf(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error(`Firefox does not listen: ${said}`)), startMs);
    const listen = (data: Buffer): void => {
      said += String(data);
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    process.stderr?.on("data", listen);
    process.stdout?.on("data", listen);
    process.once("exit", (code) => reject(new Error(`Firefox ended with ${code}: ${said}`)));
  });
}
