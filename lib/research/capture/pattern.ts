import { readPattern, type Test, type Tree } from "./read-pattern.ts";

/** One step of a compiled pattern. `next` and `or` are places in the program. */
type Step =
  | { readonly kind: "character"; readonly test: Test; readonly next: number }
  | { readonly kind: "place"; readonly holds: PlaceTest; readonly next: number }
  | { readonly kind: "fork"; next: number; or: number }
  | { readonly kind: "found" };
type PlaceTest = (characters: readonly string[], at: number) => boolean;

/** More steps than that take too long for every post. */
const mostSteps = 400;
const longestPattern = 300;

export type PatternFlaw = "syntax" | "looks-around" | "refers-back" | "too-long" | "matches-all";

/**
 * A researcher's pattern, in the syntax of JavaScript with `iu`, and tested in time that grows with the text alone: all
 * ways of reading it are followed side by side, none is tried after another, so no text and no pattern can make it hang.
 * For that, look-around and references back are refused. `\b` is the edge of a word in any script.
 */
export function compilePattern(source: string): ((text: string) => boolean) | PatternFlaw {
  if (source.length > longestPattern) return "too-long";
  const tree = readPattern(source);
  if (typeof tree === "string") return tree;
  const program = programOf(tree);
  if (!program) return "too-long";
  const test = (text: string): boolean => run(program, Array.from(text));
  return test("") ? "matches-all" : test;
}

/** Built from its end, so that each step knows the next. `undefined`: too long. */
function programOf(tree: Tree): readonly Step[] | undefined {
  const steps: Step[] = [{ kind: "found" }];
  const add = (step: Step): number => {
    if (steps.length >= mostSteps) throw tooLong;
    return steps.push(step) - 1;
  };
  let parts = 0;
  const compile = (part: Tree, next: number): number => {
    // What repeats nothing makes no step, however often it does.
    if (++parts > mostSteps * 4) throw tooLong;
    switch (part.kind) {
      case "character":
        return add({ kind: "character", test: part.test, next });
      case "place":
        return add({ kind: "place", holds: placeTests[part.place], next });
      case "all":
        return part.parts.reduceRight((after, one) => compile(one, after), next);
      case "any":
        return part.parts
          .map((one) => compile(one, next))
          .reduceRight((or, way) => add({ kind: "fork", next: way, or }));
      default:
        return repeat(part, next);
    }
  };
  const repeat = ({ part, least, most }: Extract<Tree, { kind: "times" }>, next: number): number => {
    let begin = next;
    if (most === Infinity) {
      const fork: Step = { kind: "fork", next, or: next };
      begin = add(fork);
      fork.next = compile(part, begin);
    } else
      for (let more = most - least; more > 0; more--)
        begin = add({ kind: "fork", next: compile(part, begin), or: next });
    for (let times = 0; times < least; times++) begin = compile(part, begin);
    return begin;
  };
  try {
    const begin = compile(tree, 0);
    return [...steps, { kind: "fork", next: begin, or: begin }];
  } catch (error) {
    if (error === tooLong) return undefined;
    throw error;
  }
}

const tooLong = new Error("a pattern of too many steps");

const word = /[\p{L}\p{M}\p{N}_]/u;
const isWord = (character: string | undefined): boolean => character !== undefined && word.test(character);
const isEdge: PlaceTest = (characters, at) => isWord(characters[at - 1]) !== isWord(characters[at]);

const placeTests: Readonly<Record<Extract<Tree, { kind: "place" }>["place"], PlaceTest>> = {
  start: (_, at) => at === 0,
  end: (characters, at) => at === characters.length,
  edge: isEdge,
  inside: (characters, at) => !isEdge(characters, at),
};

/** Places in the program, each once. Lists of numbers: sets would take ten times as long. */
class Places {
  readonly list: number[] = [];
  readonly #entered: Uint8Array;

  constructor(steps: number) {
    this.#entered = new Uint8Array(steps);
  }

  /** @returns Whether it is new. */
  enter(place: number): boolean {
    if (this.#entered[place] === 1) return false;
    this.#entered[place] = 1;
    this.list.push(place);
    return true;
  }

  clear(): void {
    for (const place of this.list) this.#entered[place] = 0;
    this.list.length = 0;
  }
}

/** Whether the pattern stands anywhere in the text. The program begins at its last step. */
function run(program: readonly Step[], characters: readonly string[]): boolean {
  let here = new Places(program.length);
  let after = new Places(program.length);
  // Steps that came of one repeated part have one test between them.
  const told = new Map<Test, boolean>();
  const passes = (test: Test, character: string): boolean => {
    const known = told.get(test) ?? test(character);
    told.set(test, known);
    return known;
  };
  for (let at = 0; at <= characters.length; at++) {
    if (enter(program, program.length - 1, here, characters, at)) return true;
    const character = characters[at];
    told.clear();
    for (const place of here.list) {
      const step = program[place];
      if (step?.kind !== "character" || character === undefined || !passes(step.test, character)) continue;
      if (enter(program, step.next, after, characters, at + 1)) return true;
    }
    [here, after] = [after, here];
    after.clear();
  }
  return false;
}

/** Follows everything that takes no character. @returns Whether the end of the pattern was reached. */
function enter(
  program: readonly Step[],
  begin: number,
  entered: Places,
  characters: readonly string[],
  at: number,
): boolean {
  const open = [begin];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const step = program[place];
    if (!step) continue;
    if (step.kind === "found") return true;
    if (!entered.enter(place)) continue;
    if (step.kind === "fork") open.push(step.or, step.next);
    else if (step.kind === "place" && step.holds(characters, at)) open.push(step.next);
  }
  return false;
}
