import 'server-only'
import type { Json } from '@/lib/domain/json/json'
import { readJson } from '@/lib/domain/json/read-json'
import { followAnchor, movesBetween, type Anchor, type Move } from '@/lib/domain/review/follow-anchor'
import type { Transaction } from '@/lib/server/database/connection'
import type { StoredDraft } from '@/lib/server/stores/draft-store'
import { readRevisionTexts } from '@/lib/server/stores/proposal-store'

/** So many revisions are followed one by one; from further back both ends are compared at once. */
const FOLLOWED = 20

interface ReadRevision {
  readonly revision: number
  readonly schema: Json
}

/**
 * Leads a place of an earlier revision to where it is in the draft's latest one: `follow(pointer, revision)`. Each two
 * revisions are compared once, however many places are asked for.
 */
export function followRevisions(transaction: Transaction, draft: StoredDraft) {
  const ways = new Map<number, readonly ReadRevision[]>()
  const moves = new Map<string, readonly Move[]>()

  function movesTo(before: ReadRevision, after: ReadRevision): readonly Move[] {
    const pair = `${before.revision} ${after.revision}`
    const found = moves.get(pair) ?? movesBetween(before.schema, after.schema)
    moves.set(pair, found)
    return found
  }
  return async (pointer: string, revision: number): Promise<Anchor> => {
    const way = ways.get(revision) ?? (await readReadable(draft, revision, transaction))
    ways.set(revision, way)
    return way.reduce<Anchor>(
      (anchor, after, at) => {
        const before = way[at - 1]
        return followAnchor(anchor, {
          before: before?.schema,
          after: after.schema,
          moves: () => (before ? movesTo(before, after) : []),
        })
      },
      { pointer, isGone: false },
    )
  }
}

/** The schema of the last revision whose text is JSON: half-written ones are saved too. */
export async function readLastSchema(draft: StoredDraft): Promise<Json | undefined> {
  return (await readReadable(draft, draft.revision - FOLLOWED)).at(-1)?.schema
}

/** One revision and those since, first to last, without those whose text is no JSON. */
async function readReadable(
  { id, revision: latest }: StoredDraft,
  first: number,
  transaction?: Transaction,
): Promise<ReadRevision[]> {
  const texts = await readRevisionTexts(id, { first, since: latest - FOLLOWED }, transaction)
  return texts.flatMap(({ revision, text }): ReadRevision[] => {
    const schema = readJson(text)
    return schema === undefined ? [] : [{ revision, schema }]
  })
}
