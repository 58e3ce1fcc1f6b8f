import { listKeys } from "../db/keys.ts";
import { listOutbox, outboxRow, updateRow } from "../db/outbox.ts";
import { listOwnTokens } from "../db/own-tokens.ts";
import type { Draft, KeyRow } from "../db/personal-rows.ts";
import type { PersonalDatabase } from "../db/personal.ts";
import type { SigningKey } from "../reviews/keys.ts";
import type { OutboxStorage } from "./storage.ts";

/** The outbox in the person's own database. Each call is one transaction over every table it touches. */
export function personalStorage(db: PersonalDatabase): OutboxStorage {
  return {
    add: (row) =>
      db.transaction("rw", db.outbox, db.drafts, async () => {
        if (await db.outbox.get(row.id)) return;
        await db.outbox.add(row);
        if (row.draft) await deleteSignedDraft(db, row.draft);
      }),
    row: (id) => outboxRow(db, id),
    rows: () => listOutbox(db),
    change: (id, changes, from) => updateRow(db, id, changes, from),
    replace: (id, row, from) =>
      db.transaction("rw", db.outbox, async () => {
        const old = await db.outbox.get(id);
        if (!old || !from.includes(old.state)) return false;
        await db.outbox.delete(id);
        await db.outbox.put(row);
        return true;
      }),
    takeBack: (id, from) =>
      db.transaction("rw", db.outbox, db.drafts, async () => {
        const row = await db.outbox.get(id);
        if (!row || !from.includes(row.state)) return false;
        if (row.draft) await db.drafts.put(mergeDrafts(row.draft, await db.drafts.get(row.draft.subjectKey)));
        await db.outbox.delete(id);
        return true;
      }),
    accept: (id, own, original) =>
      db.transaction("rw", db.outbox, db.ownTokens, async () => {
        await db.ownTokens.put(own);
        if (original) {
          await db.ownTokens
            .where("signatureKey")
            .equals(original.signatureKey)
            .modify({ state: original.state });
        }
        await updateRow(db, id, { state: "sent", server: own.server });
      }),
    finish: async (id) => {
      await db.outbox
        .where("id")
        .equals(id)
        .and(({ state }) => state === "sent")
        .delete();
    },
    ownTokens: () => listOwnTokens(db),
    key: async (author) => {
      const row = (await listKeys(db)).find((key) => key.author === author);
      return row && signingKeyOf(row);
    },
  };
}

/** What the person typed after it was signed stays. */
async function deleteSignedDraft(db: PersonalDatabase, signed: Draft): Promise<void> {
  const stored = await db.drafts.get(signed.subjectKey);
  if (stored && stored.updatedAt <= signed.updatedAt) await db.drafts.delete(signed.subjectKey);
}

/** What was taken back, and under it what the person has begun to write since: neither is lost. */
function mergeDrafts(back: Draft, since: Draft | undefined): Draft {
  if (!since || since.text.trim() === "" || since.text === back.text) return back;
  return { ...back, text: `${back.text}\n\n${since.text}`, updatedAt: since.updatedAt };
}

function signingKeyOf({ author, kid, privateKey, publicJwk: { x = "", y = "" } }: KeyRow): SigningKey {
  return {
    author,
    kid,
    privateKey,
    publicJwk: { crv: "P-256", ext: true, key_ops: ["verify"], kty: "EC", x, y },
  };
}
