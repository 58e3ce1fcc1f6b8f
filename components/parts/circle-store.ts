import { liveQuery, type Subscription } from "dexie";
import { listPeople } from "../../lib/db/people.ts";
import type { Person } from "../../lib/model/person.ts";
import type { AuthorId } from "../../lib/model/review.ts";
import { friendsOfFriends } from "../../lib/settings.ts";
import { type NearPeople, nearPeople } from "../../lib/trust/near-people.ts";
import { databases } from "../databases.ts";
import { knowName } from "./known-names.ts";

export interface Circle extends NearPeople {
  readonly people: ReadonlyMap<AuthorId, Person>;
}

const everybody = async (): Promise<readonly Person[]> => listPeople(databases().personal);
const nobody: Circle = { people: new Map(), nearness: new Map(), via: new Map() };

/**
 * Whom the person follows and has muted, read once a document for all that show names, while any of them is there.
 */
class CircleStore {
  /** `undefined` until it has been read. */
  value: Circle | undefined;
  error: unknown;
  readonly #listeners = new Set<() => void>();
  #subscription: Subscription | undefined;
  #unwatch: (() => void) | undefined;
  #forgetNames: readonly (() => void)[] = [];
  #people: readonly Person[] | undefined;
  #withFriends = false;

  /** @returns Ends that. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#begin();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#end();
    };
  }

  get circle(): Circle {
    return this.value ?? nobody;
  }

  #begin(): void {
    this.#unwatch = friendsOfFriends.watch((on) => this.#takeFriends(on));
    this.#subscription = liveQuery(everybody).subscribe({
      next: (people) => this.#takePeople(people),
      error: (error: unknown) => {
        this.error = error;
        this.#tell();
      },
    });
    void friendsOfFriends.getValue().then((on) => this.#takeFriends(on));
  }

  #end(): void {
    this.#subscription?.unsubscribe();
    this.#unwatch?.();
    for (const forget of this.#forgetNames) forget();
    this.#forgetNames = [];
    this.#people = undefined;
    this.value = undefined;
    this.error = undefined;
  }

  #takeFriends(on: boolean): void {
    if (on === this.#withFriends) return;
    this.#withFriends = on;
    this.#work();
  }

  #takePeople(people: readonly Person[]): void {
    this.#people = people;
    // Whoever takes the name of somebody whom the person knows is told from them, on whatever page.
    const before = this.#forgetNames;
    this.#forgetNames = people.flatMap(({ author, name, petname }) =>
      [name, petname].flatMap((each) => (each === undefined ? [] : [knowName(author, each)])),
    );
    for (const forget of before) forget();
    this.#work();
  }

  #work(): void {
    if (!this.#people || this.#listeners.size === 0) return;
    this.error = undefined;
    this.value = {
      ...nearPeople(this.#people, this.#withFriends),
      people: new Map(this.#people.map((person) => [person.author, person])),
    };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export const circleStore = new CircleStore();
