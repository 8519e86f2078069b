import type { Compatibility, Mode } from '@/lib/domain/compatibility/check-compatibility'
import type { Change } from '@/lib/domain/diff/change'
import type { Told } from '../report/place-entries'
import type { RuleText } from '../report/report'

/** What `check` reports, as rules: a report's reader looks them up by these ids. */
export const checkRules: readonly RuleText[] = [
  {
    id: 'breaks-backward',
    title: 'New readers reject old events',
    explanation:
      'An event that is valid under the schema before is invalid under the schema after: whoever reads stored or late events with the new schema fails on it.',
  },
  {
    id: 'breaks-forward',
    title: 'Old readers reject new events',
    explanation:
      'An event that is valid under the schema after is invalid under the schema before: consumers that have not been changed yet fail on it.',
  },
  {
    id: 'verdict-unknown',
    title: 'Neither proved compatible nor shown to break',
    explanation:
      'The proof ended without an answer, for the reason given. It counts as a failure, since it may break.',
  },
  {
    id: 'risky-change',
    title: 'Compatible, but the meaning may shift',
    explanation:
      'A default, a unit or a format changed: every event stays valid, and what it means may be another thing.',
  },
  {
    id: 'published-version-changed',
    title: 'A published version never changes',
    explanation:
      'The catalog has this version with another schema. Consumers rely on it: publish a new version.',
  },
  {
    id: 'malformed-file',
    title: 'The file holds no schema',
    explanation: 'It is not JSON, or JSON that is no schema.',
  },
]

type Direction = 'backward' | 'forward'

/** The verdict and the changes as findings: an error for each direction asked for that breaks or is unknown. */
export function compareEntries(verdicts: Compatibility, changes: readonly Change[], mode: Mode): Told[] {
  const asked: Direction[] = mode === 'full' ? ['backward', 'forward'] : mode === 'none' ? [] : [mode]
  const broken = asked.flatMap((direction) => entriesOf(direction, verdicts, changes))
  const risky = changes
    .filter((change) => change.risky)
    .map(({ path, message }): Told => ({
      rule: 'risky-change',
      severity: 'warning',
      path,
      message: plain(message),
    }))
  return [...broken, ...risky]
}

function entriesOf(direction: Direction, verdicts: Compatibility, changes: readonly Change[]): Told[] {
  const { verdict, witness, path = '', reason } = verdicts[direction]
  if (verdict === 'compatible') return []
  if (verdict === 'unknown')
    return [
      {
        rule: 'verdict-unknown',
        severity: 'error',
        path: '',
        message: `${direction}: neither proved nor disproved, ${reason ?? 'without a reason'}`,
      },
    ]
  const rule = `breaks-${direction}`
  const breaking = changes.filter((change) => change[direction] === 'breaking')
  // Where no change breaks by itself, several do together: the verdict's own place and witness stand for them.
  const found =
    breaking.length > 0
      ? breaking.map((change) => ({
          path: change.path,
          message: plain(change.message),
          witness: change.witnesses[direction],
        }))
      : [{ path, message: reason ?? 'The changes together break', witness }]
  return found.map(({ path: place, message, witness: event }) => ({
    rule,
    severity: 'error',
    path: place,
    message: event === undefined ? message : `${message}. For example ${shorten(JSON.stringify(event))}`,
  }))
}

function plain(message: string): string {
  return message.replaceAll('`', '"').replace(/\.$/, '')
}

/** A witness is small as a rule; in one line of a report a large one would hide the sentence. */
function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)} …` : text
}
