import { expect, type Locator, type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";

/** A file as the browser saved it. */
export interface SavedFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The research workspace as a person uses it: its buttons, dialogs, table and files. */
export class Workspace {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get grid(): Locator {
    return this.page.getByRole("grid", { name: "Mentions" });
  }

  get mention(): Locator {
    return this.page.getByRole("complementary", { name: "Mention" });
  }

  get bar(): Locator {
    return this.page.getByRole("region", { name: "Recording", exact: true });
  }

  row(index: number): Locator {
    return this.grid.locator(`[data-index="${index}"]`);
  }

  /** How many mentions there are, as the table says it. */
  count(words: string): Locator {
    return this.page.getByText(words, { exact: true });
  }

  /** Presses a button of the head and answers with the dialog that it opens. */
  async open(button: string, dialog: string | RegExp): Promise<Locator> {
    await this.page.getByRole("button", { name: button, exact: true }).first().click();
    const opened = this.page.getByRole("dialog", { name: dialog });
    await expect(opened).toBeVisible();
    return opened;
  }

  /** Chooses in the menu of the head and answers with the dialog that opens. */
  async choose(item: string, dialog: string | RegExp): Promise<Locator> {
    await this.page.getByRole("button", { name: /^More for/ }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
    const opened = this.page.getByRole("dialog", { name: dialog });
    await expect(opened).toBeVisible();
    return opened;
  }

  /** A collection of posts of which nothing says who may read them: the researcher says why they are kept. */
  async newCollection(name: string, coder: string): Promise<void> {
    const dialog = await this.open("New collection", "New collection");
    await dialog.getByRole("textbox", { name: "Name of the collection" }).fill(name);
    await dialog.getByRole("textbox", { name: "Your name as a coder" }).fill(coder);
    await dialog.getByRole("radio", { name: "Others as well, and I say why" }).check();
    await dialog.getByRole("textbox", { name: /^Why posts are kept/ }).fill("The sample world is ours.");
    await dialog.getByRole("button", { name: "Create the collection" }).click();
    await expect(this.page.getByRole("heading", { level: 1, name })).toBeVisible();
  }

  /** Records everything on every platform, for an hour. */
  async record(): Promise<void> {
    const dialog = await this.open("Record…", /^Record into/);
    await dialog.getByRole("radio", { name: "Everything seen" }).check();
    await dialog.getByRole("button", { name: "Record", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(this.bar).toContainText("Recording into");
  }

  /** Puts codes into the codebook, as its next version. */
  async addCodes(...names: readonly string[]): Promise<void> {
    const dialog = await this.open("Codebook", /^Codebook of/);
    for (const name of names) {
      await dialog.getByRole("button", { name: "Add a code" }).click();
      await dialog.getByRole("textbox", { name: "Name" }).fill(name);
      await dialog.getByRole("button", { name: "Add", exact: true }).click();
    }
    await dialog.getByRole("button", { name: "Save as next version" }).click();
    await expect(dialog.getByText("Version 2 is in force.")).toBeVisible();
    await dialog.getByRole("button", { name: "Close", exact: true }).click();
  }

  /** What a press saves as a file. */
  async saved(press: Locator): Promise<SavedFile> {
    const downloading = this.page.waitForEvent("download");
    await press.click();
    const download = await downloading;
    const path = await download.path();
    return { name: download.suggestedFilename(), path, bytes: new Uint8Array(await readFile(path)) };
  }

  /** Presses what asks for a file, and gives one. */
  async give(press: Locator, { bytes, name }: SavedFile): Promise<void> {
    const choosing = this.page.waitForEvent("filechooser");
    await press.click();
    await (
      await choosing
    ).setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  }
}

/** Gives each item of a sample one code, `D`urability or `R`eturns, whatever it had; from the first to the last. */
export async function codeAll(coding: Locator, codes: readonly string[]): Promise<void> {
  const back = coding.getByRole("button", { name: "Back" });
  await expect(coding.getByText(/^Item \d of 4/)).toBeVisible();
  while (await back.isEnabled()) await back.click();
  for (const [at, wanted] of codes.entries()) {
    await expect(coding.getByText(new RegExp(`^Item ${at + 1} of 4`))).toBeVisible();
    for (const name of ["Durability", "Returns"]) {
      const code = coding.getByRole("button", { name: new RegExp(name) });
      await expect(code).toHaveAttribute("aria-disabled", "false");
      const isWanted = String(name.startsWith(wanted));
      if ((await code.getAttribute("aria-pressed")) !== isWanted) await code.click();
      await expect(code).toHaveAttribute("aria-pressed", isWanted);
    }
    if (at < codes.length - 1) await coding.getByRole("button", { name: "Next" }).click();
  }
  await coding.getByRole("button", { name: "Enough for now" }).click();
  await expect(coding).toBeHidden();
}
