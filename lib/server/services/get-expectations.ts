import 'server-only'
import type { ChainMember } from '@/lib/contracts/chain'
import type { Expectation, Expectations } from '@/lib/contracts/expectation'
import { judgeWaiting } from '@/lib/domain/flow/expectation'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import { authorize, type Actor } from './actor'
import { getChain } from './get-chain'
import { lagOf, learnedOf, type Learned } from './step-memory'

const MOST_ITEMS = 200
/** Kinds of event that are looked at, most frequent first; each is learned from a sample of the past. */
const MOST_KINDS = 60
const ORDER = { overdue: 0, 'in-time': 1, unknown: 2, 'ends-here': 3 } as const

/**
 * For every event that ends the chain so far: whether that is usual, or what is waited for; and for the others what
 * usually comes beside the events that followed them, where it is overdue.
 * @throws Problem `event-not-found`
 */
export async function getExpectations(
  actor: Actor,
  { event_id }: { event_id: string },
): Promise<Expectations> {
  authorize(actor, 'read')
  const { members } = await getChain(actor, { event_id })
  const own = members.filter(({ joined_by }) => joined_by !== 'trace')
  const followers = new Map<string, string[]>()
  for (const { event_id: id, parent_event_id: parent, type } of own)
    if (parent !== null && parent !== id) followers.set(parent, [...(followers.get(parent) ?? []), type])
  const learned = await learnKinds(own)
  const catalog = await currentCatalog()
  const now = Date.now()
  const found: Expectation[] = []
  for (const member of own) {
    const kind = learned.get(kindOf(member))
    if (kind === undefined) continue
    const { history, past } = kind
    const after = followers.get(member.event_id) ?? []
    const waited = now - Date.parse(member.created_at)
    const lag = history.steps.length === 0 ? 0 : await lagOf(history.steps.flatMap(namesOf))
    const judged = judgeWaiting(history, { waited, followers: after, lag })
    if (judged === null || (after.length > 0 && judged.state !== 'overdue')) continue
    const { state, step, due } = judged
    found.push({
      event_id: member.event_id,
      type: member.type,
      version: member.version,
      state,
      leaf: after.length === 0,
      n: history.n,
      ended_share: history.ended,
      alternatives: (step?.types ?? []).map(({ type, share }) => ({ type, share })),
      share: step?.share ?? null,
      p95_ms: step?.p95 ?? null,
      due_ms: due,
      waited_ms: waited,
      owner: catalog.entries.get(step?.types[0]?.type ?? '')?.row.owner ?? null,
      alarms: past.alarms,
      false_alarms: past.late,
    })
  }
  found.sort((a, b) => ORDER[a.state] - ORDER[b.state] || b.waited_ms - a.waited_ms)
  const count = (state: Expectation['state']) => found.filter((one) => one.state === state).length
  return {
    items: found.slice(0, MOST_ITEMS),
    counts: {
      'ends-here': count('ends-here'),
      'in-time': count('in-time'),
      overdue: count('overdue'),
      unknown: count('unknown'),
    },
  }
}

async function learnKinds(members: readonly ChainMember[]): Promise<Map<string, Learned>> {
  const counts = new Map<string, { type: string; version: string; count: number }>()
  for (const member of members) {
    const known = counts.get(kindOf(member))
    if (known) known.count++
    else counts.set(kindOf(member), { type: member.type, version: member.version, count: 1 })
  }
  const kinds = [...counts].sort(([, a], [, b]) => b.count - a.count).slice(0, MOST_KINDS)
  const learned = await Promise.all(
    kinds.map(async ([kind, { type, version }]) => [kind, await learnedOf(type, version)] as const),
  )
  return new Map(learned)
}

function kindOf({ type, version }: Pick<ChainMember, 'type' | 'version'>): string {
  return `${type}\n${version}`
}

function namesOf({ types }: { types: readonly { type: string }[] }): string[] {
  return types.map(({ type }) => type)
}
