import { randomUUID } from 'node:crypto'

export type Shape = 'wide' | 'deep'

/** Types of the chain; their siblings differ, so that folding does not hide the rows that are to be scrolled. */
const TYPES = 300
const SECOND = 1_000

/**
 * The envelopes of one large chain, first cause first. `wide`: every event but the first is a child of the first or of
 * one of its children. `deep`: each event is the only child of the one before.
 */
export function largeChain(
  shape: Shape,
  length: number,
  startMs: number,
): { first: string; texts: string[] } {
  const ids = Array.from({ length }, () => randomUUID())
  const texts = ids.map((id, index) => {
    const parent =
      index === 0 ? undefined : ids[shape === 'deep' ? index - 1 : index % 4 === 0 ? 0 : index - (index % 4)]
    const type = `Large${shape === 'deep' ? 'Line' : 'Fan'}${(index * 7919) % TYPES}Reached`
    return JSON.stringify({
      data: { order_id: `o-${index}`, note: 'as many words as people write' },
      meta: {
        created_at: new Date(startMs + index * SECOND * 0.7).toISOString(),
        schema: { name: type, version: `${1 + (index % 3)}.0.0` },
        event_id: id,
        ...(parent === undefined ? {} : { parent_event_id: parent }),
        owner_id: `team-${index % 11}`,
        producer: `service-${index % 37}`,
      },
    })
  })
  return { first: ids[0]!, texts }
}

/** Sends envelopes in their order, so that each finds its parent. */
export async function sendInOrder(origin: string, token: string, texts: readonly string[], batch = 1_000) {
  for (let from = 0; from < texts.length; from += batch) {
    const response = await fetch(`${origin}/api/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: `[${texts.slice(from, from + batch).join(',')}]`,
    })
    if (!response.ok) throw new Error(`POST /events: ${response.status} ${await response.text()}`)
  }
}
