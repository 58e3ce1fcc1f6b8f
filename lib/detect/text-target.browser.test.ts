import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSelected } from "./text-target.ts";

const page = `<style>p { margin: 0 }</style><h1>Soles</h1>
<p id="one">The soles gave up. <em>Twice.</em> And again:</p>
<p id="two">the soles gave up.</p><div id="shadow"></div>`;

beforeEach(() => {
  document.body.innerHTML = page;
});

afterEach(() => {
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

/** Selects from a place in a text to another, as a person with a mouse. */
function select(from: Node, start: number, to: Node, end: number): void {
  getSelection()?.setBaseAndExtent(from, start, to, end);
}

const textIn = (selector: string): Node => document.querySelector(selector)!.firstChild!;

describe("a selection", () => {
  it("has its exact words, what stands beside them, and its place in the page's text", () => {
    select(textIn("#one"), 4, textIn("#one em"), 6);
    const { text, target } = readSelected(document, 5000)!;
    expect(text).toBe("soles gave up. Twice.");
    expect(target.exact).toBe("soles gave up. Twice.");
    expect(target.prefix).toBe("p { margin: 0 }Soles\nThe ");
    expect(target.suffix).toBe(" And again:\nthe soles gave up.");
    const whole = document.body.textContent;
    expect(whole.slice(target.start, target.end)).toBe(target.exact);
    expect(whole.indexOf(target.prefix + target.exact + target.suffix)).toBeGreaterThanOrEqual(0);
  });

  it("tells the second of two equal quotes from the first", () => {
    select(textIn("#two"), 4, textIn("#two"), 18);
    const { target } = readSelected(document, 5000)!;
    expect(target.prefix.length).toBe(32);
    expect(target.exact).toBe("soles gave up.");
    expect(document.body.textContent.indexOf(target.exact)).not.toBe(target.start);
    expect(document.body.textContent.slice(target.start, target.end)).toBe(target.exact);
  });

  it("leaves out space around what was meant", () => {
    select(textIn("#one"), 18, textIn("#one em"), 6);
    const { target, text } = readSelected(document, 5000)!;
    expect([text, target.exact]).toEqual(["Twice.", "Twice."]);
    expect(document.body.textContent.slice(target.start, target.end)).toBe("Twice.");
    expect(target.prefix.endsWith("gave up. ")).toBe(true);
  });

  it("shows line breaks as the page does, and keeps the page's own text beside", () => {
    select(textIn("#one"), 0, textIn("#two"), 3);
    const { text, target } = readSelected(document, 5000)!;
    expect(text).toMatch(/^The soles gave up\. Twice\. And again:\n+the$/);
    expect(document.body.textContent.slice(target.start, target.end)).toBe(target.exact);
  });

  it("is cut where it is too long, never within a character", () => {
    document.body.innerHTML = "<p>ab👟cd</p>";
    getSelection()?.selectAllChildren(document.body);
    const selected = readSelected(document, 3)!;
    expect(selected.text).toBe("ab");
    expect(selected.target).toMatchObject({ exact: "ab", start: 0, end: 2, suffix: "👟cd" });
    expect(selected.isCut).toBe(true);
  });

  it("is none where nothing is selected, or only space", () => {
    expect(readSelected(document, 5000)).toBeUndefined();
    select(document.body, 1, document.body, 1);
    expect(readSelected(document, 5000)).toBeUndefined();
  });

  it("is none where the person is writing: that is their own", () => {
    document.body.innerHTML = "<textarea>My password is hunter2</textarea>";
    const field = document.querySelector("textarea")!;
    field.focus();
    field.select();
    expect(readSelected(document, 5000)).toBeUndefined();
    document.body.innerHTML = "<div contenteditable>My draft</div>";
    const draft = document.querySelector<HTMLElement>("div")!;
    draft.focus();
    getSelection()?.selectAllChildren(draft);
    expect(readSelected(document, 5000)).toBeUndefined();
  });

  it("quotes alone where a page's component hides its place", () => {
    const root = document.querySelector("#shadow")!.attachShadow({ mode: "open" });
    root.innerHTML = "<p>Inside a component.</p>";
    getSelection()?.selectAllChildren(root.querySelector("p")!);
    expect(readSelected(document, 5000)).toMatchObject({
      text: "Inside a component.",
      target: { exact: "Inside a component.", prefix: "", suffix: "" },
    });
  });
});
