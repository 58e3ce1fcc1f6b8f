import { array, assert, constantFrom, integer, property, record, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Code } from "../../model/research/coding.ts";
import { codebookFile, mergedCodes, readCodebookFile } from "./codebook-file.ts";
import { idsUnder, listed, treeOf } from "./code-tree.ts";
import { changesBetween, isUnchanged } from "./compare-codebooks.ts";
import { addCode, changeCode, moveCode, newCodeId, removeCode, type Move } from "./edit-codes.ts";

const code = (id: string, parent?: string): Code => ({
  id,
  name: id.toUpperCase(),
  description: "",
  colour: 0,
  ...(parent !== undefined && { parent }),
});
/** `service, >phone, >>queue`: a code a line, as deep as its arrows. */
const drawn = (codes: readonly Code[]): string =>
  listed(codes)
    .map(({ code: { id }, depth }) => `${">".repeat(depth)}${id}`)
    .join(", ");

const codes = [
  code("service"),
  code("phone", "service"),
  code("queue", "phone"),
  code("quality"),
  code("price"),
];

describe("a codebook's codes", () => {
  test("stand under their parents, in their order", () => {
    expect(drawn(codes)).toBe("service, >phone, >>queue, quality, price");
    expect([...idsUnder(codes, "service")]).toEqual(["service", "phone", "queue"]);
  });

  test("with a parent that is not there, or in a circle, stand at the top", () => {
    expect(drawn([code("a", "gone"), code("b", "a")])).toBe("a, >b");
    const circle = [code("a", "b"), code("b", "a"), code("c", "c"), code("d", "a")];
    expect(
      listed(circle)
        .map(({ code: { id } }) => id)
        .toSorted(),
    ).toEqual(["a", "b", "c", "d"]);
  });

  test("move up, down, in and out, with what is under them", () => {
    expect(drawn(moveCode(codes, "price", "up"))).toBe("service, >phone, >>queue, price, quality");
    expect(drawn(moveCode(codes, "service", "down"))).toBe("quality, service, >phone, >>queue, price");
    expect(drawn(moveCode(codes, "quality", "in"))).toBe("service, >phone, >>queue, >quality, price");
    expect(drawn(moveCode(codes, "phone", "out"))).toBe("service, phone, >queue, quality, price");
    expect(drawn(moveCode(codes, "queue", "out"))).toBe("service, >phone, >queue, quality, price");
  });

  test("stay where there is no place to move to", () => {
    for (const [id, move] of [
      ["service", "up"],
      ["price", "down"],
      ["service", "in"],
      ["price", "out"],
    ] as const) {
      expect(drawn(moveCode(codes, id, move))).toBe(drawn(codes));
    }
  });

  test("a new one comes last under its parent; one that is removed leaves what was under it", () => {
    const more = addCode(codes, "mail", { name: "Mail", description: "", colour: 3, parent: "service" });
    expect(drawn(more)).toBe("service, >phone, >>queue, >mail, quality, price");
    expect(drawn(removeCode(more, "phone"))).toBe("service, >queue, >mail, quality, price");
    expect(drawn(removeCode(codes, "service"))).toBe("phone, >queue, quality, price");
  });

  test("a change of name keeps the id; a change of parent moves", () => {
    const renamed = changeCode(codes, "phone", {
      name: "Hotline",
      description: "",
      colour: 1,
      parent: "service",
    });
    expect(renamed.find(({ id }) => id === "phone")?.name).toBe("Hotline");
    expect(drawn(renamed)).toBe(drawn(codes));
    const moved = changeCode(codes, "phone", {
      name: "Hotline",
      description: "",
      colour: 1,
      parent: "quality",
    });
    expect(drawn(moved)).toBe("service, quality, >phone, >>queue, price");
  });

  test("an id is made of the first name and is never taken twice", () => {
    expect(newCodeId("Returns & refunds", new Set())).toBe("returns-refunds");
    expect(newCodeId("Rücksendung", new Set())).toBe("rücksendung");
    expect(newCodeId("返品", new Set())).toBe("返品");
    expect(newCodeId("!", new Set())).toBe("code");
    expect(newCodeId("Price", new Set(["price", "price-2"]))).toBe("price-3");
  });

  test("no series of moves loses or doubles a code", () => {
    const moves = array(
      tuple(constantFrom(...codes.map(({ id }) => id)), constantFrom<Move>("up", "down", "in", "out")),
    );
    assert(
      property(moves, (steps) => {
        const after = steps.reduce<readonly Code[]>((all, [id, move]) => moveCode(all, id, move), codes);
        expect(after.map(({ id }) => id).toSorted()).toEqual(codes.map(({ id }) => id).toSorted());
        return listed(after).length === codes.length;
      }),
    );
  });

  test("any parents, also circles, make a tree with every code once", () => {
    const any = array(record({ id: integer({ min: 0, max: 6 }), parent: integer({ min: 0, max: 8 }) }));
    assert(
      property(any, (rows) => {
        const all = [...new Map(rows.map(({ id, parent }) => [id, code(`c${id}`, `c${parent}`)])).values()];
        expect(
          listed(all)
            .map((each) => each.code.id)
            .toSorted(),
        ).toEqual(all.map(({ id }) => id).toSorted());
        return treeOf(all).length > 0 || all.length === 0;
      }),
    );
  });
});

describe("two versions", () => {
  test("differ by what was added, removed, changed or put in another order", () => {
    const after = [code("quality"), { ...code("service"), description: "By mail as well" }, code("mail")];
    const changes = changesBetween(codes, after);
    expect(changes.added.map(({ id }) => id)).toEqual(["mail"]);
    expect(changes.removed.map(({ id }) => id)).toEqual(["phone", "queue", "price"]);
    expect(changes.changed.map(({ id }) => id)).toEqual(["service"]);
    expect(changes.isReordered).toBe(true);
    expect(isUnchanged(changes)).toBe(false);
    expect(isUnchanged(changesBetween(codes, [...codes]))).toBe(true);
  });
});

describe("a codebook as a file", () => {
  test("comes back as it was", async () => {
    const file = await codebookFile({ version: 3, codes, note: "First round", createdAt: 1 }, 2);
    expect(await readCodebookFile(file)).toEqual({
      ok: true,
      value: { version: 3, note: "First round", codes },
    });
  });

  test("is refused when damaged, of another kind, or with one id twice", async () => {
    const file = await codebookFile({ version: 1, codes, note: "", createdAt: 1 }, 2);
    expect(await readCodebookFile(file.replace("QUEUE", "QUEUES"))).toMatchObject({
      error: { params: { reason: "checksum" } },
    });
    expect(await readCodebookFile("{}")).toMatchObject({ error: { params: { reason: "format" } } });
    const twice = await codebookFile(
      { version: 1, codes: [code("a"), code("a")], note: "", createdAt: 1 },
      2,
    );
    expect(await readCodebookFile(twice)).toMatchObject({ error: { params: { reason: "data" } } });
  });

  test("put into another codebook changes codes of the same id and adds the rest", () => {
    const merged = mergedCodes([code("a"), code("b")], [{ ...code("b"), name: "Other" }, code("c")]);
    expect(merged.map(({ id, name }) => `${id} ${name}`)).toEqual(["a A", "b Other", "c C"]);
  });
});
