import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ChevronDown, Download, Trash, Upload } from "lucide";
import {
  deleteTask,
  keepTask,
  renameCoder,
  taskAnswers,
  type TaskProgress,
  tasksWithProgress,
} from "../../lib/db/research-tasks.ts";
import { t } from "../../lib/i18n.ts";
import { dayOf } from "../../lib/model/day.ts";
import type { CodingTask } from "../../lib/model/research/task.ts";
import { answersFile, readSampleFile } from "../../lib/research/reliability/sample-file.ts";
import { LiveQueryController } from "../controllers/live-query.ts";
import { databases } from "../databases.ts";
import { databaseFailure } from "../parts/database-failure.ts";
import { fileProblem } from "../parts/file-problem.ts";
import { icon } from "../parts/icon.ts";
import { saveAsFile } from "../parts/save-as-file.ts";
import { dialogStyle } from "../styles/dialog.ts";
import { shared } from "../styles/shared.ts";
import "./bt-coding-task.ts";
import { type CodingDesk, taskDesk } from "./coding-desk.ts";

/** For a second coder: samples that others asked to be coded, read from files, coded here, handed back as files. */
@customElement("bt-coding-tasks")
export class BtCodingTasks extends LitElement {
  static override readonly styles = [
    shared,
    dialogStyle,
    css`
      dialog {
        inline-size: min(44rem, calc(100vw - 2rem));
      }

      summary {
        color: var(--bt-muted);
      }

      summary h2 {
        font: 600 0.75rem/1rem var(--bt-font);
      }

      .tasks {
        display: grid;
        gap: 0.5rem;
        grid-template-columns: minmax(0, 1fr);
        margin-block: 0.5rem;
      }

      .tasks li {
        display: grid;
        gap: 0.375rem;
        grid-template-columns: minmax(0, 1fr);
      }

      label {
        display: grid;
        gap: 0.25rem;
      }
    `,
  ];

  @query("input[type=file]") private readonly file!: HTMLInputElement;
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @state() private desk: CodingDesk | undefined;
  @state() private message = "";
  @state() private failure = "";
  /** Id of a task that is to be deleted once that is pressed again. */
  @state() private deleting = "";
  readonly #tasks = new LiveQueryController(this, {
    args: () => [] as const,
    query: async () => tasksWithProgress(databases().research),
  });

  async #open(): Promise<void> {
    const [file] = this.file.files ?? [];
    if (!file) return;
    const read = await readSampleFile(await file.text(), Date.now());
    this.file.value = "";
    this.failure = read.ok
      ? await databaseFailure(async () => keepTask(databases().research, read.value))
      : fileProblem(read.error);
    this.message = read.ok && this.failure === "" ? t("research_task_opened", { name: read.value.name }) : "";
  }

  async #code(task: CodingTask): Promise<void> {
    this.desk = taskDesk(task);
    await this.updateComplete;
    this.dialog.showModal();
  }

  async #save(task: CodingTask): Promise<void> {
    const nowMs = Date.now();
    const answers = await taskAnswers(databases().research, task.id);
    saveAsFile(await answersFile(task, answers, nowMs), `backtalk-answers-${dayOf(nowMs)}.json`);
    this.message = t("research_task_saved", { from: task.from });
  }

  async #delete(id: string): Promise<void> {
    if (this.deleting !== id) {
      this.deleting = id;
      return;
    }
    this.deleting = "";
    this.failure = await databaseFailure(async () => deleteTask(databases().research, id));
    this.message = this.failure === "" ? t("research_task_deleted") : "";
  }

  override render(): TemplateResult {
    const tasks = this.#tasks.value ?? [];
    // Most people never code for others: they get a line. Who does has their tasks in sight.
    return html`<details ?open=${tasks.length > 0}>
        <summary>
          <h2>${t("research_tasks")}</h2>
          <span class="chevron">${icon(ChevronDown, 14)}</span>
        </summary>
        <p class="meta">${t("research_tasks_hint")}</p>
        <ul class="tasks">
          ${repeat(
            tasks,
            ({ task }) => task.id,
            (progress) => this.#row(progress),
          )}
        </ul>
        <button type="button" class="button" @click=${() => this.file.click()}>
          ${icon(Upload, 14)} ${t("research_task_open")}
        </button>
        <input type="file" accept=".json,application/json" hidden @change=${() => void this.#open()} />
      </details>
      <p class="meta" role="status">${this.message}</p>
      ${this.failure ? html`<p class="note danger" role="alert">${this.failure}</p>` : nothing}
      <dialog aria-labelledby="task" @close=${() => (this.desk = undefined)}>
        ${
          this.desk
            ? html`<h2 id="task">${t("research_task_title", { name: this.desk.name })}</h2>
                <bt-coding-task .desk=${this.desk} @bt-done=${() => this.dialog.close()}></bt-coding-task>`
            : nothing
        }
      </dialog>`;
  }

  #row({ task, answered }: TaskProgress): TemplateResult {
    const { id, name, from, items, coder } = task;
    return html`<li class="card">
      <strong><bdi>${t("research_task_from", { name, from })}</bdi></strong>
      <span class="meta">${t("research_task_answered", { count: items.length, done: answered })}</span>
      <label>
        <span class="meta">${t("research_task_coder")}</span>
        <input
          type="text"
          dir="auto"
          maxlength="100"
          autocomplete="name"
          .value=${coder}
          @change=${(event: Event) =>
            void renameCoder(databases().research, id, (event.target as HTMLInputElement).value.trim())}
        />
      </label>
      <div class="row">
        <button type="button" class="button primary" @click=${() => void this.#code(task)}>
          ${t("research_task_code")}
        </button>
        <button
          type="button"
          class="button"
          ?disabled=${coder === "" || answered === 0}
          @click=${() => void this.#save(task)}
        >
          ${icon(Download, 14)} ${t("research_task_save")}
        </button>
        <button type="button" class="button" @click=${() => void this.#delete(id)}>
          ${icon(Trash, 14)} ${t(this.deleting === id ? "research_task_delete_sure" : "research_task_delete")}
        </button>
      </div>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "bt-coding-tasks": BtCodingTasks;
  }
}
