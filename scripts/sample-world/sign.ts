import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sampleDataSource } from "../../lib/reviews/client.ts";
import type { SigningKey } from "../../lib/reviews/keys.ts";
import {
  deletePayload,
  editPayload,
  flagPayload,
  replyPayload,
  reviewPayload,
  signToken,
  votePayload,
  type ReviewPayload,
} from "../../lib/reviews/sign.ts";
import { sampleKey } from "./keys.ts";
import type { Statement } from "./statements.ts";

const cacheFolder = join(import.meta.dirname, "../../.cache");

/**
 * The statements as signed tokens. WebCrypto's signatures differ each time, so they are kept in `.cache` by a
 * hash of everything that is said: the same world keeps its ids until somebody changes it.
 */
export async function signStatements(
  seed: string,
  statements: readonly Statement[],
): Promise<readonly string[]> {
  const hash = createHash("sha256")
    .update(JSON.stringify({ seed, statements, sampleDataSource }))
    .digest("hex");
  const file = join(cacheFolder, `sample-world-${hash.slice(0, 16)}.json`);
  const cached = await readCached(file, statements.length);
  if (cached) return cached;
  const tokens = await signAll(seed, statements);
  await mkdir(cacheFolder, { recursive: true });
  // Written beside and moved, so that a second process never reads half a file.
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, JSON.stringify(tokens));
  await rename(fresh, file);
  return tokens;
}

async function readCached(file: string, count: number): Promise<readonly string[] | undefined> {
  try {
    const tokens: unknown = JSON.parse(await readFile(file, "utf8"));
    return Array.isArray(tokens) && tokens.length === count ? (tokens as string[]) : undefined;
  } catch {
    return undefined;
  }
}

async function signAll(seed: string, statements: readonly Statement[]): Promise<readonly string[]> {
  const authors = [...new Set(statements.map(({ author }) => author))];
  const keys = new Map(
    await Promise.all(authors.map(async (author) => [author, await sampleKey(seed, author)] as const)),
  );
  const signatures: string[] = [];
  const tokens: string[] = [];
  for (const statement of statements) {
    const payload = payloadOf(statement, statements, signatures);
    const { jwt, signature } = await signToken(payload, keys.get(statement.author) as SigningKey);
    signatures.push(signature);
    tokens.push(jwt);
  }
  return tokens;
}

function payloadOf(
  statement: Statement,
  statements: readonly Statement[],
  signatures: readonly string[],
): ReviewPayload {
  const { what, of = -1, opinion = "", subject = "", ...rest } = statement;
  const content = { ...rest, dataSource: sampleDataSource };
  const signature = signatures[of] ?? "";
  const change = { original: signature, newestIssuedAt: statements[of]?.issuedAt ?? 0 };
  const payloads: Readonly<Record<Statement["what"], () => ReviewPayload>> = {
    review: () => reviewPayload({ ...content, subject, opinion }),
    edit: () => editPayload({ ...content, ...change, opinion }),
    delete: () => deletePayload({ ...content, ...change }),
    reply: () => replyPayload({ ...content, signature, opinion }),
    useful: () => votePayload({ ...content, signature }),
    confirm: () => votePayload({ ...content, signature, ownExperience: true }),
    "spam-flag": () => flagPayload({ ...content, signature, reason: "terms", opinion }),
  };
  return payloads[what]();
}
