import 'server-only'
import type { Expectation, Expectations } from '@/lib/contracts/expectation'
import type { PlacedEvent } from '@/lib/domain/chain/build-chain'
import { judgeWaiting } from '@/lib/domain/flow/expectation'
import { currentCatalog } from '@/lib/server/catalog-index/catalog-index'
import type { KnownFollowers } from '@/lib/server/stores/step-sample-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { excuseSteps } from './excuse-steps'
import { letOthersIn } from '@/lib/server/services/let-others-in'
import { glanceAtChain, type ChainRow, type ReadChain } from './read-chain'
import { lagOf, learnedOf, type Learned } from '@/lib/server/services/flow/step-memory'

const MOST_ITEMS = 200
/** Kinds of event that are looked at; each is learned from a sample of the past. */
const MOST_KINDS = 120
/** Kinds learned side by side, and milliseconds after which no more are begun: an answer that says how far it came. */
const KINDS_AT_ONCE = 10
const LEARNING_MS = 4_000
/** Events judged in one stretch. */
const STRIDE = 5_000
const ORDER = { overdue: 0, 'in-time': 1, unknown: 2, 'ends-here': 3 } as const

type Member = PlacedEvent<ChainRow>

/** Events of one type and version. */
interface Kind {
  type: string
  version: string
  events: number
  /** Of these, the ones that nothing followed. */
  ends: number
}

interface KnownKind extends Learned {
  /** How late its next steps may come in at the moment, in milliseconds. */
  lag: number
}

interface Judged {
  member: Member
  followers: readonly string[]
  waited: number
  known: KnownKind
  judged: NonNullable<ReturnType<typeof judgeWaiting>>
}

/**
 * For every event that ends the chain so far: whether that is usual, or what is waited for; and for the others what
 * usually comes beside the events that followed them, where it is overdue. What an event gives in its data may excuse it.
 * Of many kinds of event those are judged first that end most branches, as many as there is time for; the answer says how
 * many.
 * @param signal aborted where nobody waits for it any more @throws Problem `event-not-found`, and what `signal` says
 */
export async function getExpectations(
  actor: Actor,
  { event_id, signal }: { event_id: string; signal?: AbortSignal },
): Promise<Expectations> {
  authorize(actor, 'read')
  const chain = await glanceAtChain(event_id, signal)
  const { members } = chain
  const here = followersHere(chain)
  const followers = followersOf(members)
  const kinds = kindsOf(members, followers)
  const known = await learn([...kinds.values()], here, signal)
  const counts = { 'ends-here': 0, 'in-time': 0, overdue: 0, unknown: 0 }
  const found: Judged[] = []
  const judged = { events: 0, of: 0, kinds: known.size, of_kinds: kinds.size }
  const now = Date.now()
  for (const [index, member] of members.entries()) {
    if (index % STRIDE === STRIDE - 1) await letOthersIn(signal)
    if (member.joined_by === 'trace') continue
    judged.of++
    const one = known.get(kindOf(member))
    if (one === undefined) continue
    judged.events++
    const after = followers.get(index) ?? []
    const waited = now - member.event.created
    const answer = judgeWaiting(one.history, { waited, followers: after, lag: one.lag })
    if (answer !== null && isTold(answer, after))
      found.push({ member, followers: after, waited, known: one, judged: answer })
  }
  const told = await withExceptions(found, here, signal)
  for (const { judged } of told) counts[judged.state]++
  told.sort((a, b) => ORDER[a.judged.state] - ORDER[b.judged.state] || b.waited - a.waited)
  const { entries } = await currentCatalog()
  const items = told
    .slice(0, MOST_ITEMS)
    .map((one) => toExpectation(one, entries.get(one.judged.step?.types[0]?.type ?? '')?.row.owner ?? null))
  return { items, counts, judged }
}

/** Of an event that has followers only what is overdue beside them is told. */
function isTold({ state }: Judged['judged'], followers: readonly string[]): boolean {
  return followers.length === 0 || state === 'overdue'
}

/** The same once more, where events that wait may end here by what their data give. */
async function withExceptions(
  found: readonly Judged[],
  here: KnownFollowers,
  signal: AbortSignal | undefined,
): Promise<Judged[]> {
  const waiting = found.filter(({ judged: { step } }) => step !== null)
  if (waiting.length === 0) return [...found]
  const excused = await excuseSteps(
    waiting.map(({ member: { event }, waited, followers, known: { lag } }) => {
      const { event_id, type, version } = event.row
      return { event_id, type, version, waited, followers, lag }
    }),
    here,
    signal,
  )
  return found.flatMap((one) => {
    const judged = excused.get(one.member.event.row.event_id)
    if (judged === undefined) return [one]
    return judged !== null && isTold(judged, one.followers) ? [{ ...one, judged }] : []
  })
}

function toExpectation(
  { member, followers, waited, known: { history, past }, judged: { state, step, due, exception } }: Judged,
  owner: Expectation['owner'],
): Expectation {
  const { event_id, type, version } = member.event.row
  return {
    event_id,
    type,
    version,
    state,
    leaf: followers.length === 0,
    n: history.n,
    ended_share: history.ended,
    alternatives: (step?.types ?? []).map(({ type, share }) => ({ type, share })),
    share: step?.share ?? null,
    exception,
    p95_ms: step?.p95 ?? null,
    due_ms: due,
    waited_ms: waited,
    owner,
    alarms: past.alarms,
    false_alarms: past.late,
  }
}

/** The types of what followed each event, by its place; of events that nothing followed there is no entry. */
function followersOf(members: readonly Member[]): Map<number, string[]> {
  const followers = new Map<number, string[]>()
  for (const [index, { parent, joined_by, event }] of members.entries()) {
    if (parent === -1 || parent === index || joined_by === 'trace') continue
    const known = followers.get(parent)
    if (known === undefined) followers.set(parent, [event.row.type])
    else if (known.at(-1) !== event.row.type) known.push(event.row.type)
  }
  return followers
}

/**
 * What followed each event of the chain, of each type the first. The past that is learned from lies largely in the chain
 * itself where that is large: so it is not read again for each kind.
 */
function followersHere({ members, truncated }: ReadChain): KnownFollowers {
  if (truncated) return () => undefined
  const places = new Map<string, number>()
  const firstChild = new Int32Array(members.length).fill(-1)
  const nextSibling = new Int32Array(members.length).fill(-1)
  for (let index = members.length - 1; index >= 0; index--) {
    const { event, parent, joined_by } = members[index]!
    if (joined_by === 'trace') continue
    places.set(event.event_id, index)
    if (parent === -1 || parent === index) continue
    nextSibling[index] = firstChild[parent]!
    firstChild[parent] = index
  }
  return (eventId) => {
    const place = places.get(eventId)
    if (place === undefined) return undefined
    const types = new Map<string, number>()
    for (let child = firstChild[place]!; child !== -1; child = nextSibling[child]!) {
      const { created, row } = members[child]!.event
      types.set(row.type, Math.min(created, types.get(row.type) ?? Infinity))
    }
    return [...types].map(([type, created]) => ({ type, created }))
  }
}

function kindsOf(members: readonly Member[], followers: ReadonlyMap<number, unknown>): Map<string, Kind> {
  const kinds = new Map<string, Kind>()
  for (const [index, member] of members.entries()) {
    if (member.joined_by === 'trace') continue
    const { type, version } = member.event.row
    const kind = kinds.get(kindOf(member)) ?? { type, version, events: 0, ends: 0 }
    kind.events++
    if (!followers.has(index)) kind.ends++
    kinds.set(kindOf(member), kind)
  }
  return kinds
}

/** What is known of the kinds that end most branches, by kind. */
async function learn(
  kinds: readonly Kind[],
  here: KnownFollowers,
  signal: AbortSignal | undefined,
): Promise<Map<string, KnownKind>> {
  const wanted = [...kinds].sort((a, b) => b.ends - a.ends || b.events - a.events).slice(0, MOST_KINDS)
  const known = new Map<string, KnownKind>()
  const begun = Date.now()
  for (let from = 0; from < wanted.length; from += KINDS_AT_ONCE) {
    if (from > 0 && Date.now() - begun > LEARNING_MS) break
    await letOthersIn(signal)
    const some = wanted.slice(from, from + KINDS_AT_ONCE)
    const learned = await Promise.all(
      some.map(async ({ type, version }): Promise<KnownKind> => {
        const { history, past } = await learnedOf(type, version, here)
        const types = history.steps.flatMap((step) => step.types.map((one) => one.type))
        return { history, past, lag: types.length === 0 ? 0 : await lagOf(types) }
      }),
    )
    for (const [at, { type, version }] of some.entries()) known.set(`${type}\n${version}`, learned[at]!)
  }
  return known
}

function kindOf({ event: { row } }: Member): string {
  return `${row.type}\n${row.version}`
}
