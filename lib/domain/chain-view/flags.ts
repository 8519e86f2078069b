import type { ViewMember } from './chain-view'
import { formatDuration } from './duration'

/** What stands beside an event's name because something about it is unusual. */
export interface Tag {
  /** `bad`: it breaks a rule. `risk`: it may mislead the reader. `plain`: good to know. */
  tone: 'bad' | 'risk' | 'plain'
  text: string
  /** The same in fewer letters, for rows of many. */
  short: string
  /** The same in a sentence. */
  title: string
}

const NONE: ReadonlySet<string> = new Set()
const WRONG: ReadonlySet<string> = new Set(['conflict', 'in-cycle'])

/**
 * The tags of a member, the gravest first. Flags the screen does not know are shown by their own name, never hidden.
 * @param told flags that are told of the whole chain
 */
export function tagsOf(member: ViewMember, told = NONE): Tag[] {
  const tags: Tag[] = []
  if (member.status === 'invalid') {
    tags.push({
      tone: 'bad',
      text: 'breaks schema',
      short: 'breaks schema',
      title: `The data is not valid against version ${member.version}`,
    })
  }
  for (const flag of member.flags) {
    if (told.has(flag)) continue
    const tag = tagOf(flag, member)
    tags.push({ short: tag.text, ...tag })
  }
  if (member.status === 'unknown') {
    tags.push({
      tone: 'plain',
      text: 'unchecked',
      short: 'unchecked',
      title: 'The catalog did not have the schema it names, or could not use it',
    })
  }
  return tags.sort((a, b) => weightOf(a) - weightOf(b))
}

const WEIGHTS = { bad: 0, risk: 1, plain: 2 }

/** Among what may mislead, the least is that it came late. */
function weightOf({ tone, text }: Tag): number {
  return WEIGHTS[tone] + (text === LATE ? 0.5 : 0)
}

const LATE = 'late'

/** Whether a member breaks a rule: one of its tags is `bad`. */
export function isWrong({ status, flags }: ViewMember): boolean {
  return status === 'invalid' || (flags.length > 0 && flags.some((flag) => WRONG.has(flag)))
}

/** Whether the text of a flag's tag tells of the one event that has it: by how much, or how often. */
export function isOfOneEvent(flag: string): boolean {
  return flag === 'clock-skew' || flag === 'duplicate'
}

function tagOf(flag: string, member: ViewMember): Omit<Tag, 'short'> & Partial<Tag> {
  switch (flag) {
    case 'conflict':
      return {
        tone: 'bad',
        text: 'conflict',
        title: 'The same id also arrived with other content; both are kept',
      }
    case 'in-cycle':
      return { tone: 'bad', text: 'in a cycle', title: 'Following parents from here leads back here' }
    case 'clock-skew':
      return {
        tone: 'risk',
        text:
          member.delay_ms === null
            ? 'clocks disagree'
            : `clocks disagree by ${formatDuration(-member.delay_ms)}`,
        ...(member.delay_ms !== null && { short: `clock ${formatDuration(member.delay_ms)}` }),
        title:
          'Created before its parent: the clocks of the two producers disagree by at least this much. The recorded times stand.',
      }
    case 'late': {
      const after = member.received - member.created
      return { tone: 'risk', text: LATE, title: `Received ${formatDuration(after)} after it was created` }
    }
    case 'expired-parent':
      return { tone: 'risk', text: 'parent expired', title: 'Its parent was received and is past retention' }
    case 'foreign-owner':
      return { tone: 'risk', text: 'other owner', title: 'Names another owner than the catalog does' }
    case 'duplicate':
      return {
        tone: 'plain',
        text: `duplicate ×${member.deliveries}`,
        title: `Delivered ${member.deliveries} times; it is one event`,
      }
    case 'imported':
      return { tone: 'plain', text: 'imported', title: 'Came by an import, which set its time of receipt' }
    case 'erased':
      return { tone: 'plain', text: 'erased', title: 'Its personal data was erased' }
    default:
      return { tone: 'plain', text: flag, title: flag }
  }
}
