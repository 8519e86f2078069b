import {
  byReceipt,
  byTime,
  placeEvents,
  type Placement,
  type Relations,
} from '@/lib/domain/chain/build-chain'
import { keepPlaces, madeWhenAsked, placesOf, type Coded } from './chain-places'
import { instantsOf, type ViewChain, type ViewMember } from './chain-view'

/** Flags that come of how the events stand to one another, and so change with which of them are known. */
const OF_THE_TREE = ['clock-skew', 'in-cycle', 'expired-parent']

/** When events of the chain were received, in whole milliseconds since 1970, each moment once, in order. */
export function receiptsOf(chain: ViewChain): Float64Array {
  const sorted = instantsOf(chain, 'received')
    .map((received) => Math.floor(received))
    .sort()
  let count = 0
  for (const moment of sorted) if (count === 0 || sorted[count - 1] !== moment) sorted[count++] = moment
  return sorted.slice(0, count)
}

/** The last of those moments; 0 where there is none. */
export function lastReceipt({ members }: ViewChain): number {
  let last = 0
  for (const { received } of members) if (received > last) last = received
  return Math.floor(last)
}

/** What was known of a chain at a moment, in numbers. */
export interface KnownThen {
  /** By member of the chain, as `Relations` has them. */
  parents: Int32Array
  placed: Placement
}

/**
 * What was known of the chain at a moment (whole milliseconds since 1970): the events received until then, put in order
 * anew as `buildChain` does, so that a parent that came later stands as missing. null where it is all of the chain. O(n),
 * in numbers: it is asked at every step of a slider. Apart from {@link chainThen}, so that of a large chain the browser
 * may draw between the two.
 */
export function knownThen(chain: ViewChain, moment: number): KnownThen | null {
  const { members } = chain
  const { parents, order, isAcyclic } = knownAt(chain, moment)
  if (order.length === members.length) return null
  const placed = placeEvents({
    parents,
    order,
    isAcyclic,
    isOwn: (place) => members[place]!.joined_by !== 'trace',
    byTime: (a, b) => byTime(members[a]!, members[b]!),
    byReceipt: (a, b) => byReceipt(members[a]!, members[b]!),
  })
  return { parents, placed }
}

/**
 * The chain of what was known. How often an event was delivered, and what a later schema said of it, is not known by
 * time. O(n).
 */
export function chainThen(chain: ViewChain, { parents, placed }: KnownThen): ViewChain {
  const { members } = chain
  const readAt = new Int32Array(members.length).fill(-1)
  for (let index = 0; index < placed.order.length; index++) readAt[placed.order[index]!] = index
  const known: ViewMember[] = []
  const flagged = treeFlags()
  for (let index = 0; index < placed.order.length; index++) {
    const place = placed.order[index]!
    const member = members[place]!
    const parent = parents[place]!
    const isBelow = parent >= 0 && placed.cycleStarts[place] !== place
    const delay = isBelow ? member.created - members[parent]!.created : null
    const isExpired = parent < -1 && chain.missing[-2 - parent]?.expired === true
    const isSkewed = delay !== null && delay < 0
    const isInCycle = placed.cycleStarts[place] !== -1
    const flags = flagged(member.flags, +isSkewed | (+isInCycle << 1) | (+isExpired << 2))
    known.push(stood(member, placed.depths[index]!, delay, flags))
  }
  const gapAt = new Map(placed.gaps.map(({ number }, index) => [number, index]))
  const then: ViewChain = {
    ...chain,
    members: known,
    missing: placed.gaps.map(({ number, before, children }) => ({
      event_id: (chain.missing[number] ?? members[number - chain.missing.length]!).event_id,
      before,
      children: children.map((place) => members[place]!.event_id),
      expired: chain.missing[number]?.expired ?? false,
    })),
  }
  const now = placesOf(chain)
  const kept = ({ codes, names }: Coded): Coded => ({
    codes: placed.order.map((place) => codes[place]!),
    names,
  })
  const parentsThen = () =>
    placed.order.map((place) => {
      const parent = parents[place]!
      return parent >= 0 ? readAt[parent]! : parent === -1 ? -1 : -2 - gapAt.get(-2 - parent)!
    })
  keepPlaces(
    then,
    madeWhenAsked({
      placeOf: () => (id: string) => readAt[now.placeOf(id)] ?? -1,
      parents: parentsThen,
      joinedIds: () => () => known.map(({ event_id }) => event_id).join('\n'),
      types: () => kept(now.types),
      versions: () => kept(now.versions),
      owners: () => kept(now.owners),
      producers: () => kept(now.producers),
    }),
  )
  return then
}

/**
 * The members that were known at a moment, by their places in the chain, and their parents as of then. A parent that is
 * here and was not known yet counts as missing, its number after those of the parents that are missing today.
 */
function knownAt(
  chain: ViewChain,
  moment: number,
): Pick<Relations, 'parents' | 'order'> & { isAcyclic: boolean } {
  const { members, missing } = chain
  const known = new Uint8Array(members.length)
  let count = 0
  let isCyclic = false
  for (let place = 0; place < members.length; place++) {
    const { received, flags } = members[place]!
    if (flags.length > 0 && flags.includes('in-cycle')) isCyclic = true
    if (Math.floor(received) > moment) continue
    known[place] = 1
    count++
  }
  const parents = placesOf(chain).parents.map((parent, place) => {
    if (known[place] === 0) return -1
    return parent >= 0 && known[parent] === 0 ? -2 - missing.length - parent : parent
  })
  const order = new Int32Array(count)
  for (let place = 0, next = 0; place < members.length; place++) if (known[place] === 1) order[next++] = place
  // Siblings are read in time order; only the start of a cycle may have stood apart from its siblings.
  if (isCyclic) order.sort((a, b) => byTime(members[a]!, members[b]!))
  return { parents, order, isAcyclic: !isCyclic }
}

/** The member as it stood; mostly as it stands now, and then the same object: 100,000 copies are a tenth of a second. */
function stood(
  member: ViewMember,
  depth: number,
  delay: number | null,
  flags: readonly string[],
): ViewMember {
  const joined = member.joined_by === 'trace' ? 'trace' : depth === 0 ? 'root' : 'parent'
  return member.flags === flags &&
    member.depth === depth &&
    member.joined_by === joined &&
    member.delay_ms === delay
    ? member
    : { ...member, depth, joined_by: joined, delay_ms: delay, flags }
}

/**
 * Flags with those of the tree as they were. A large chain has few lists of flags, each shared by many events: what
 * comes of one is made once, and is the same list where nothing changes.
 * Wanted are those of the tree as bits, in the order of their list.
 */
function treeFlags(): (flags: readonly string[], wanted: number) => readonly string[] {
  const made = new Map<readonly string[], (readonly string[])[]>()
  return (flags, wanted) => {
    const isWanted = (nth: number) => (wanted & (1 << nth)) !== 0
    let ofThese = made.get(flags)
    if (ofThese === undefined) made.set(flags, (ofThese = []))
    return (ofThese[wanted] ??= OF_THE_TREE.every((flag, nth) => flags.includes(flag) === isWanted(nth))
      ? flags
      : [
          ...flags.filter((flag) => !OF_THE_TREE.includes(flag)),
          ...OF_THE_TREE.filter((_, nth) => isWanted(nth)),
        ])
  }
}
