import { instantOf, type ViewChain } from './chain-view'
import { formatDuration } from './duration'

/** What can be counted in a chain without guessing what should have happened. */
export interface ChainFacts {
  events: number
  owners: number
  missing: number
  expired: number
  invalid: number
  conflicts: number
  inCycle: number
  byTrace: number
  imported: number
  /** From the first to the last created_at. */
  spanMs: number
  /** Members with the earliest and the latest created_at; -1 in an empty chain. */
  first: number
  last: number
}

export function chainFacts(chain: ViewChain): ChainFacts {
  const owners = new Set<string>()
  const facts: ChainFacts = {
    events: chain.members.length,
    owners: 0,
    missing: chain.missing.filter(({ expired }) => !expired).length,
    expired: chain.missing.filter(({ expired }) => expired).length,
    invalid: 0,
    conflicts: 0,
    inCycle: 0,
    byTrace: 0,
    imported: 0,
    spanMs: 0,
    first: -1,
    last: -1,
  }
  let earliest = Infinity
  let latest = -Infinity
  for (let index = 0; index < chain.members.length; index++) {
    const member = chain.members[index]!
    if (member.owner !== null) owners.add(member.owner)
    if (member.status === 'invalid') facts.invalid++
    if (member.joined_by === 'trace') facts.byTrace++
    for (const flag of member.flags) {
      if (flag === 'conflict') facts.conflicts++
      else if (flag === 'in-cycle') facts.inCycle++
      else if (flag === 'imported') facts.imported++
    }
    const at = instantOf(member, 'created')
    if (at < earliest) [earliest, facts.first] = [at, index]
    if (at >= latest) [latest, facts.last] = [at, index]
  }
  facts.owners = owners.size
  facts.spanMs = latest > earliest ? latest - earliest : 0
  return facts
}

/** `25 events, 6 owners, 1 missing, over 1 min 3 s`; what is zero is left out. */
export function chainSentence(facts: ChainFacts): string {
  return chainCounts(facts).join(', ')
}

/** The parts of that sentence, each a number and what it counts. */
export function chainCounts(facts: ChainFacts): string[] {
  const counts = [
    counted(facts.events, 'event', 'events'),
    counted(facts.owners, 'owner', 'owners'),
    facts.missing > 0 ? `${group(facts.missing)} missing` : '',
    counted(facts.expired, 'expired parent', 'expired parents'),
    facts.invalid > 0
      ? `${group(facts.invalid)} ${facts.invalid === 1 ? 'breaks its' : 'break their'} schema`
      : '',
    counted(facts.conflicts, 'conflict', 'conflicts'),
    facts.inCycle > 0 ? `${group(facts.inCycle)} in a cycle` : '',
    facts.byTrace > 0 ? `${group(facts.byTrace)} by trace only` : '',
    facts.spanMs > 0 ? `over ${formatDuration(facts.spanMs)}` : '',
  ]
  return counts.filter((count) => count !== '')
}

const IMPORTED: ReadonlySet<string> = new Set(['imported'])
const NOTHING: ReadonlySet<string> = new Set()

/** Flags that every event of the chain has: said once of the chain, they need not stand at each. */
export function toldOfAll({ events, imported }: ChainFacts): ReadonlySet<string> {
  return events > 0 && imported === events ? IMPORTED : NOTHING
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${group(count)} ${count === 1 ? one : many}`
}

/** 48210 as `48,210`, the same in every locale, so that server and browser agree. */
export function group(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
