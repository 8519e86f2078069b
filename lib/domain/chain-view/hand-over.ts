import { alarmsText, expectationText, type ToldExpectation } from '../flow/expectation-text'
import { placeOf } from './chain-places'
import { instantOf, instantText, type ViewChain, type ViewMember } from './chain-view'
import { formatDuration } from './duration'
import { chainFacts, chainSentence, group } from './facts'
import { isWrong, tagsOf } from './flags'
import { layoutTree, type ChainTree } from './tree'

export interface Contact {
  name: string
  /** How to reach them: chat, e-mail, on-call; what is not known is left out. */
  ways: readonly string[]
}

/** An overdue step as it is told, with its owner's slug. */
export interface OverdueStep extends Omit<ToldExpectation, 'owner'> {
  event_id: string
  owner: { slug: string; name: string } | null
  /** Such alarms when the past was played again, and how many of them were false. */
  alarms: number
  false_alarms: number
}

export interface HandOverInput {
  chain: ViewChain
  /** The event the reader has open. */
  selected: string
  /** Steps that should have followed and did not come, the longest overdue first. */
  overdue?: readonly OverdueStep[]
  /** All of them, where not all are given. */
  overdueCount?: number
  /** What else is to be said of what should have followed: that only a part was judged, or that it is not known. */
  remark?: string | null
  /** Address of this view. */
  link: string
  /** By owner: null where it could not be read, and no entry where the catalog has no such owner. */
  contacts: ReadonlyMap<string, Contact | null>
  /** What validation said, by event id: null where it could not be read. */
  violations: ReadonlyMap<string, readonly { pointer: string; message: string }[] | null>
}

/** A ticket is read by a person: more lines of one sort than this end in "and 17 more". */
const MOST_LINES = 10

/**
 * The chain told to a colleague in plain text: what began it, how far it came, what is missing or broken, whom to ask.
 * What should have followed is said as it is measured, and left out where it is not known.
 */
export function handOverText(input: HandOverInput): string {
  const { chain, link } = input
  const tree = layoutTree(chain)
  const selected = placeOf(chain, input.selected)
  const facts = chainFacts(chain)
  const blocks = [
    [headline(chain, selected), `${chainSentence(facts)}.`],
    path(input, tree, selected, facts.last),
    overdueSteps(input),
    missing(chain),
    broken(input),
    people(input, selected, facts.last),
    [link],
  ]
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`
}

function headline(chain: ViewChain, selected: number): string {
  const member = chain.members[selected]
  return member === undefined
    ? `Chain of event ${chain.focus}`
    : `Chain of ${member.type} ${member.version}, event ${member.event_id}`
}

/** Cause, the event in question, the last good step and the last event of all. */
function path(input: HandOverInput, tree: ChainTree, selected: number, last: number): string[] {
  const { members } = input.chain
  const cause = causeOf(tree, selected)
  const lines: string[] = []
  if (typeof cause === 'string') lines.push(`Cause: not received (event ${cause})`)
  else if (members[cause]) lines.push(`Cause: ${line(members[cause])}`)
  if (members[selected] && selected !== cause) lines.push(`This event: ${line(members[selected])}`)
  const good = lastGood(members)
  lines.push(`Last good step: ${good === undefined ? 'none of what was received' : line(good)}`)
  if (members[last] && members[last] !== good) lines.push(`Last event of all: ${line(members[last])}`)
  return lines
}

/** The outermost event above a member, or the id of the missing parent that stands there. */
function causeOf(tree: ChainTree, selected: number): number | string {
  let node = tree.nodeOf[selected] ?? -1
  if (node === -1) return -1
  for (let up = tree.parent[node]!; up !== -1 && up !== tree.section; up = tree.parent[node]!) node = up
  const member = tree.member[node]!
  return member === -1 ? tree.chain.missing[tree.missing[node]!]!.event_id : member
}

/**
 * The latest event that nothing is known against and that is linked by parents; events joined by trace alone are no step
 * of this chain.
 */
function lastGood(members: readonly ViewMember[]): ViewMember | undefined {
  let best: ViewMember | undefined
  for (const member of members) {
    if (member.status === 'invalid' || member.joined_by === 'trace' || member.flags.includes('conflict'))
      continue
    if (best === undefined || instantOf(member, 'created') >= instantOf(best, 'created')) best = member
  }
  return best
}

function line(member: ViewMember): string {
  const delay = member.delay_ms === null ? '' : `, ${formatDuration(member.delay_ms)} after its parent`
  return `${member.type} ${member.version}, ${instantText(member.created)}${delay}, owner ${member.owner ?? 'unknown'}, event ${member.event_id}`
}

function overdueSteps({
  overdue = [],
  overdueCount = overdue.length,
  remark = null,
}: HandOverInput): string[] {
  const remarks = remark === null ? [] : [remark]
  if (overdue.length === 0) return remarks
  return [
    'Missing step:',
    ...shortened(
      overdue,
      (step) => `- after ${step.type}, event ${step.event_id}: ${expectationText(step)} ${alarmsText(step)}`,
      overdueCount,
    ),
    ...remarks,
  ]
}

function missing({ missing: gone }: ViewChain): string[] {
  if (gone.length === 0) return []
  return [
    'Missing:',
    ...shortened(gone, ({ event_id, expired, children }) => {
      const named = children.length === 1 ? '1 event names it' : `${children.length} events name it`
      return `- event ${event_id}, ${expired ? 'received once, past retention' : 'not received'}; ${named} as parent`
    }),
  ]
}

function broken({ chain, violations }: HandOverInput): string[] {
  const wrong = chain.members.filter(isWrong)
  if (wrong.length === 0) return []
  return [
    'Wrong:',
    ...shortened(wrong, (member) => {
      const tags = tagsOf(member).filter(({ tone }) => tone === 'bad')
      const said = violations.get(member.event_id)
      return [
        `- ${tags.map(({ text }) => text).join(', ')}: ${line(member)}`,
        ...(said === null ? ['    what validation said could not be read'] : []),
        ...(said ?? [])
          .slice(0, MOST_LINES)
          .map(({ pointer, message }) => `    ${pointer === '' ? 'data' : pointer}: ${message}`),
      ].join('\n')
    }),
  ]
}

function people({ chain, contacts, overdue = [] }: HandOverInput, selected: number, last: number): string[] {
  const asked = [chain.members[selected], chain.members[last]].map((member) => member?.owner)
  const missed = overdue.slice(0, MOST_LINES).map(({ owner }) => owner?.slug)
  const owners = new Set([...missed, ...asked].filter((owner): owner is string => typeof owner === 'string'))
  return [...owners].map((owner) => {
    const contact = contacts.get(owner)
    if (contact === undefined) return `Owner: ${owner} (not in the catalog)`
    if (contact === null) return `Owner: ${owner} (how to reach them could not be read)`
    const ways = contact.ways.length > 0 ? contact.ways.join(', ') : 'no contact in the catalog'
    return `Owner: ${contact.name} (${ways})`
  })
}

function shortened<T>(items: readonly T[], say: (item: T) => string, all = items.length): string[] {
  const lines = items.slice(0, MOST_LINES).map(say)
  const rest = all - lines.length
  return rest > 0 ? [...lines, `- and ${group(rest)} more`] : lines
}
