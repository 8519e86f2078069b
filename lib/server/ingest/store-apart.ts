import 'server-only'
import { reactionTo } from './database-failure'
import type { Outcome } from './pending-event'

/** What each part answered that was stored, in order, and the items that the database cannot hold. */
interface Apart<Item, Answer> {
  answers: Answer[]
  unstorable: Map<Item, Outcome>
}

/**
 * Stores items together. Where PostgreSQL refuses something in their contents, halves are tried apart, until what it
 * refuses stands alone: its neighbours are stored all the same.
 * @param store stores all that it is given or nothing of it; is never given nothing
 * @throws what `store` throws for any other reason; parts that came before are stored then
 */
export async function storeApart<Item, Answer>(
  items: readonly Item[],
  store: (part: readonly Item[]) => Promise<Answer>,
): Promise<Apart<Item, Answer>> {
  const [first] = items
  if (first === undefined) return { answers: [], unstorable: new Map() }
  try {
    return { answers: [await store(items)], unstorable: new Map() }
  } catch (error) {
    if (reactionTo(error) !== 'content') throw error
    if (items.length === 1) {
      const message = error instanceof Error ? error.message : String(error)
      return { answers: [], unstorable: new Map([[first, { status: 'unstorable', message }]]) }
    }
  }
  const half = Math.ceil(items.length / 2)
  // One after the other: a batch has one connection, and its ids keep one order.
  const before = await storeApart(items.slice(0, half), store)
  const after = await storeApart(items.slice(half), store)
  return {
    answers: [...before.answers, ...after.answers],
    unstorable: new Map([...before.unstorable, ...after.unstorable]),
  }
}
