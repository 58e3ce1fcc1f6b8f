import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { PersonChoice } from "../../lib/model/person.ts";
import type { AuthorId } from "../../lib/model/review.ts";
import { circleStore } from "../parts/circle-store.ts";
import { knowName, namesakes, onNamesChanged } from "../parts/known-names.ts";
import { authorName, tellingPart, type Writer } from "../parts/name.ts";
import { cleanPersonName } from "../../lib/model/person-name.ts";

/** What stands where somebody's name belongs. */
export interface ShownName {
  /** What the person calls them, their nickname, or a piece of their key. */
  readonly text: string;
  /** Their own nickname, where the person calls them something else. */
  readonly nickname?: string;
  /** A piece of the key, where another key goes by a name that looks like this one. */
  readonly fingerprint?: string;
  /** Everything together, for sentences and labels. */
  readonly label: string;
  /** There is no name, only a key. */
  readonly isKey: boolean;
  readonly choice?: PersonChoice;
  /** Names of those whom the person follows and who follow this one. */
  readonly via: readonly string[];
}

/** How writers are called in this document, such that nobody is taken for somebody else. */
class NamesController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #writers: () => readonly Writer[];
  #known = new Map<string, () => void>();
  #read: readonly Writer[] | undefined;
  #ends: readonly (() => void)[] = [];
  #isConnected = false;

  constructor(host: ReactiveControllerHost, writers: () => readonly Writer[]) {
    this.#host = host;
    this.#writers = writers;
  }

  hostConnected(): void {
    this.#isConnected = true;
    const update = (): void => this.#host.requestUpdate();
    update();
    this.#ends = [onNamesChanged(update), circleStore.listen(update)];
  }

  hostUpdate(): void {
    // An update that was under way when the host went brings no name into the document.
    const writers = this.#isConnected ? this.#writers() : this.#read;
    if (!writers || writers === this.#read) return;
    this.#read = writers;
    const now = new Map<string, () => void>();
    for (const writer of writers) {
      const name = authorName(writer);
      const id = `${writer.author} ${name}`;
      if (!now.has(id)) now.set(id, this.#known.get(id) ?? knowName(writer.author, name));
    }
    for (const [id, forget] of this.#known) if (!now.has(id)) forget();
    this.#known = now;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    for (const end of this.#ends) end();
    for (const forget of this.#known.values()) forget();
    this.#known = new Map();
    this.#read = undefined;
  }

  of(writer: Writer): ShownName {
    const { author } = writer;
    const person = circleStore.circle.people.get(author);
    const nickname = cleanPersonName(writer.nickname);
    const petname = person?.petname;
    const text = petname ?? authorName(writer);
    const others = namesakes(author, text);
    const part = others.length > 0 ? tellingPart(author, others) : text;
    return {
      text,
      ...(petname !== undefined && nickname !== undefined && nickname !== text && { nickname }),
      ...(part !== text && { fingerprint: part }),
      label: part === text ? text : `${text} (${part})`,
      isKey: petname === undefined && nickname === undefined,
      ...(person && { choice: person.choice }),
      via: friendsOf(author),
    };
  }
}

/** @param writers - Whose names the host brings into the document, drawn at the moment or not. */
export function namesController(
  host: ReactiveControllerHost,
  writers: () => readonly Writer[],
): NamesController {
  const names = new NamesController(host, writers);
  host.addController(names);
  return names;
}

/** What those are called whom the person follows and who follow this author. */
function friendsOf(author: AuthorId): readonly string[] {
  const { people, via } = circleStore.circle;
  return (via.get(author) ?? []).map((friend) => {
    const { name, petname } = people.get(friend) ?? {};
    return petname ?? authorName({ author: friend, ...(name !== undefined && { nickname: name }) });
  });
}
