/** Names of what a dedicated worker answers, given a map of its methods. */
export type QuestionName<M> = keyof M & string;

type Method = (data: never) => Promise<unknown>;

export type QuestionData<M, N extends keyof M> = M[N] extends Method ? Parameters<M[N]>[0] : never;

/** A `Result`. */
export type QuestionAnswer<M, N extends keyof M> = M[N] extends Method ? Awaited<ReturnType<M[N]>> : never;

type WorkerQuestion<M> = {
  [Name in QuestionName<M>]: {
    readonly id: number;
    readonly name: Name;
    readonly data: QuestionData<M, Name>;
  };
}[QuestionName<M>];

/** What travels to a dedicated worker: a question, or that nobody waits for its answer any more. */
export type WorkerRequest<M> = WorkerQuestion<M> | { readonly id: number; readonly name: "cancel" };

/** What travels back. A question that was cancelled has no answer. */
export interface WorkerAnswer<M> {
  readonly id: number;
  readonly result: QuestionAnswer<M, QuestionName<M>>;
}
