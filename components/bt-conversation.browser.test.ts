import { background, commands, fakeBrowser, useLanguage } from "./testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "./bt-talk.ts";
import type { Conversation } from "../lib/model/conversation.ts";
import { ok, problem } from "../lib/model/result.ts";
import { databases } from "./databases.ts";
import {
  deepAll,
  deepText,
  emptyDatabases,
  expectAccessible,
  expectReflow,
  find,
  mount,
  picture,
  until,
  useTheme,
} from "./testing/mount.ts";
import { brandPage } from "./testing/tab-states.ts";
import { commentOf, conversationRow, someAnswers, talkThread } from "./testing/talk.ts";

const answers = someAnswers();
const thread = answers[0]!.threads[0]!;

const talk: Partial<Conversation> = {
  body: [
    {
      kind: "paragraph",
      runs: [
        { text: "They came off after two months. " },
        { text: "Here is a picture", href: "https://pics.example/soles" },
      ],
    },
    { kind: "paragraph", runs: [{ text: "the soles", href: "https://pics.example/1.jpg", isImage: true }] },
    { kind: "heading", runs: [{ text: "What I did" }] },
    { kind: "item", runs: [{ text: "wrote to them" }] },
    { kind: "item", runs: [{ text: "sent the picture" }] },
    { kind: "quote", runs: [{ text: "A new pair is on its way." }] },
    { kind: "code", runs: [{ text: "order = 12" }] },
  ],
  comments: [
    commentOf("a"),
    commentOf("b", "a", {
      author: "דנה",
      score: 12,
      body: [{ kind: "paragraph", runs: [{ text: "גם אצלי" }] }],
    }),
    commentOf("c", "b"),
    commentOf("d", "c"),
    commentOf("e", "d"),
    commentOf("f", "e", { author: "Femke" }),
    commentOf("g", "f"),
    commentOf("h", undefined, { body: [] }),
  ],
};

async function store(changes: Partial<Conversation> = talk): Promise<void> {
  await databases().community.conversations.put(conversationRow(thread, changes));
}

async function open(changes: { readonly readonly?: boolean } = {}): Promise<void> {
  mount(
    Object.assign(document.createElement("bt-talk"), { subject: brandPage.resolution.brand, ...changes }),
  );
  const title = await until(() => find<HTMLButtonElement>(".title", "soles come off"));
  title.focus();
  title.click();
}

async function both(name: string, height = 900, width = 380): Promise<void> {
  useTheme("light");
  await picture(`conversation-${name}-light`, width, height);
  useTheme("dark");
  await picture(`conversation-${name}-dark`, width, height);
}

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  background.listSources = async () => ok([]);
  background.readThread = async () => ok(undefined);
  await emptyDatabases();
  await databases().community.answers.bulkPut([...answers]);
});
afterEach(() => useLanguage("en", "ltr"));

describe("reading a conversation", () => {
  it("shows what was said, indented, with links that tell nobody where one comes from", async () => {
    await store();
    await open();
    await until(() => find("h2:focus", "soles come off"), "the title with the focus");
    expect(commands.find(({ name }) => name === "readThread")?.data).toEqual({
      brandId: "northwind.example",
      thread,
    });
    const text = deepText(document.body);
    expect(text).toContain("Hacker News");
    expect(text).toContain("As of 30 minutes ago.");
    expect(text).toContain("Removed.");
    expect(deepAll(".rich ul li").map((item) => deepText(item).trim())).toEqual([
      "wrote to them",
      "sent the picture",
    ]);
    for (const link of deepAll<HTMLAnchorElement>("bt-conversation a, .rich a")) {
      expect([link.target, link.rel]).toEqual(["_blank", "noopener noreferrer nofollow ugc"]);
    }
    expect(deepAll("[role=listitem][aria-level='3']")).toHaveLength(1);
    expect(find("button", "pics.example")).toBeDefined();
    expect(deepAll("img")).toEqual([]);
    await both("read");
    await picture("conversation-320", 320, 900);
    expectReflow();
    await expectAccessible();
  });

  it("folds long branches, and opens them by keyboard", async () => {
    await store();
    await open();
    const fold = await until(() =>
      find<HTMLButtonElement>("button[aria-expanded=false]", "4 replies to Ann"),
    );
    expect(deepText(document.body)).not.toContain("What e says");
    fold.focus();
    fold.click();
    await until(() => find(".comment", "What g says"), "the branch");
    expect(find(".comment", "What g says")?.ariaLevel).toBe("7");
    expect(deepText(document.body)).toContain("to Femke");
    await until(() => find("button[aria-expanded=true]:focus", "4 replies to Ann"), "the focus where it was");
    await both("unfolded", 1100);
    await expectAccessible();
    find<HTMLButtonElement>("button", "7 replies to Ann")?.click();
    find<HTMLButtonElement>("button", "6 replies to Ann")?.click();
    await until(() => deepAll(".comment").length === 2, "the folded branch");
  });

  it("goes back to the same place and focus, by button or Esc", async () => {
    await store();
    document.body.style.paddingBlock = "1200px";
    try {
      for (const back of [
        () => find("button", "All conversations")?.click(),
        () =>
          deepAll("h2:focus")[0]?.dispatchEvent(
            new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true, cancelable: true }),
          ),
      ]) {
        mount(Object.assign(document.createElement("bt-talk"), { subject: brandPage.resolution.brand }));
        const title = await until(() => find<HTMLButtonElement>(".title", "soles come off"));
        scrollTo(0, 700);
        title.focus({ preventScroll: true });
        title.click();
        await until(() => find("h2:focus", "soles come off"));
        back();
        await until(() => find(".title:focus", "soles come off"), "the focus");
        expect(scrollY).toBe(700);
        expect(find("bt-conversation")).toBeUndefined();
      }
    } finally {
      document.body.style.paddingBlock = "";
    }
  });

  it("opens one of several places of a story by its line", async () => {
    await databases().community.conversations.put(conversationRow(answers[1]!.threads[0]!));
    mount(Object.assign(document.createElement("bt-talk"), { subject: brandPage.resolution.brand }));
    (await until(() => find<HTMLButtonElement>("button.line", "Lemmy (lemmy.world)"))).click();
    await until(() => find("h2", "Sohlen lösen sich"));
    expect(find("h2", "Sohlen")?.lang).toBe("de");
    await until(() => find("p", "Nobody has answered yet."));
  });

  it("says that a place holds more, and fetches it again on a press", async () => {
    await store({ ...talk, isWhole: false });
    await open();
    await until(() => find("p", "Hacker News holds more than it gave."));
    (await until(() => find("button", "Fetch again"))).click();
    await until(() => commands.some(({ data }) => (data as { anew?: boolean } | undefined)?.anew === true));
  });
});

describe("where a conversation does not come", () => {
  it("shows that it is on its way, and nothing else", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    background.readThread = async () => ok(await promise);
    await open();
    await until(() => find("[role=progressbar]", "Loading…"));
    await expectAccessible();
    await store();
    resolve();
    await until(() => find(".comment", "What a says"));
    await until(() => !find("[role=progressbar]"), "the end of it");
  });

  it("says why, and tries again", async () => {
    background.readThread = async () => problem("offline");
    await open();
    await until(() => find("[role=alert]", "No network."));
    await both("failed", 400);
    await expectAccessible();
    background.readThread = async () => {
      await store();
      return ok(undefined);
    };
    (await until(() => find("button", "Try again"))).click();
    await until(() => find(".comment", "What a says"), "the conversation");
    expect(find("[role=alert]")).toBeUndefined();
  });

  it("keeps the copy on this device, and says so", async () => {
    background.readThread = async () => problem("timeout");
    await store();
    await open();
    await until(() => find("[role=alert]", "This is the copy on this device."));
    await until(() => find(".comment", "What a says"));
  });

  it("asks nobody inside a page", async () => {
    await open({ readonly: true });
    await until(() => find("p", "This conversation has not been read on this device yet."));
    expect(commands.map(({ name }) => name)).not.toContain("readThread");
    await picture("conversation-framed", 320, 400);
    await expectAccessible();
  });
});

it("draws a thousand comments bit by bit", async () => {
  const comments = Array.from({ length: 1500 }, (_, index) =>
    commentOf(`n${index}`, index % 3 === 0 ? undefined : `n${index - (index % 3)}`),
  );
  await store({ comments });
  await open();
  await until(() => deepAll(".comment").length >= 40);
  expect(deepAll(".comment").length).toBeLessThan(400);
  const before = deepAll(".comment").length;
  scrollTo(0, document.documentElement.scrollHeight);
  await until(() => deepAll(".comment").length > before, "more");
});

it("lets no words of strangers be more than text", async () => {
  const evil = `<script>document.title="owned"</script>${"nospace".repeat(60)}`;
  const runs = [
    { text: evil, href: "javascript:document.title='owned'" },
    { text: evil, href: "https://evil.example/?q=<b>" },
  ];
  await store({
    body: (["paragraph", "heading", "item", "quote", "code"] as const).map((kind) => ({ kind, runs })),
    comments: [
      commentOf("a", "nowhere", { author: evil, body: [{ kind: "paragraph", runs }], publishedAt: -1e300 }),
      commentOf("b", "a", { author: " " }),
    ],
  });
  await open();
  await until(() => find(".comment", "nospace"));
  await picture("conversation-hostile-320", 320, 900);
  expectReflow();
  await expectAccessible();
  expect(deepAll("script, .rich b")).toEqual([]);
  expect(deepAll<HTMLAnchorElement>(".rich a").map(({ protocol }) => protocol)).toEqual(
    deepAll(".rich a").map(() => "https:"),
  );
  expect(deepText(document.body)).toContain("Somebody");
});

it("stands from right to left", async () => {
  useLanguage("he", "rtl");
  await store();
  await open();
  await until(() => find(".comment", "גם אצלי"));
  await both("rtl", 800);
  expectReflow();
  await expectAccessible();
});

it("says so where a conversation has no title", async () => {
  const untitled = talkThread("lemmy", "u", { title: "" });
  const row = answers[1]!;
  await databases().community.answers.put({ ...row, threads: [untitled] });
  mount(Object.assign(document.createElement("bt-talk"), { subject: brandPage.resolution.brand }));
  (await until(() => find(".title", "Without a title"))).click();
  await until(() => find("h2", "Without a title"));
});
