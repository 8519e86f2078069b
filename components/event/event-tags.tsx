import type { EventFlag, Validity } from '@/lib/contracts/event'
import type { EventTypeStatus } from '@/lib/contracts/event-type'
import { Tag, type Tone } from '@/components/ui/tag'

const VALIDITY: Record<Validity, readonly [word: string, tone: Tone, why: string]> = {
  valid: ['valid', 'safe', 'Its data satisfies the schema it names'],
  invalid: ['breaks schema', 'breaking', 'Its data does not satisfy the schema it names'],
  unknown: ['unchecked', 'neutral', 'The catalog did not have the schema it names, or could not use it'],
}

/** What validation said, in words. */
export function ValidityTag({ validity }: { validity: Validity }) {
  const [word, tone, why] = VALIDITY[validity]
  return (
    <Tag tone={tone} title={why}>
      {word}
    </Tag>
  )
}

const FLAGS: Record<EventFlag, readonly [word: string, tone: Tone, why: string]> = {
  late: ['late', 'risky', 'Received long after it was created'],
  'clock-skew': ['clocks disagree', 'risky', 'Created before its parent, by its clock'],
  duplicate: ['duplicate', 'neutral', 'Delivered more than once; it counts once'],
  conflict: ['conflict', 'breaking', 'The same id also arrived with other content'],
  'in-cycle': ['in a cycle', 'breaking', 'It is an ancestor of itself'],
  'expired-parent': ['parent expired', 'neutral', 'Its parent is past retention'],
  imported: ['imported', 'neutral', 'Brought in with its history, not received live'],
  erased: ['erased', 'neutral', 'Its data was erased; id, hash and parent remain'],
  'foreign-owner': ['other owner', 'risky', 'It names another owner than the catalog does'],
}

const WEIGHT: Partial<Record<Tone, number>> = { breaking: 0, risky: 1 }

/** What is wrong before what may mislead, and that before what is good to know: the end of a row may be cut off. */
export function gravestFirst(flags: readonly EventFlag[]): EventFlag[] {
  const weight = (flag: EventFlag) => WEIGHT[FLAGS[flag][1]] ?? 2
  return [...flags].sort((a, b) => weight(a) - weight(b))
}

/** One remark about an event; `count` for duplicates is the number of deliveries. */
export function FlagTag({ flag, count }: { flag: EventFlag; count?: number }) {
  const [word, tone, why] = FLAGS[flag]
  return (
    <Tag tone={tone} title={why}>
      {word}
      {count !== undefined && ` × ${count}`}
    </Tag>
  )
}

/** What there is to say of an event: a word, its tone, and what it means. */
export interface Remark {
  text: string
  tone: Tone
  title: string
}

/** The gravest first; that it was not checked is the least of them. */
export function remarksOf(event: { status: Validity; flags: readonly EventFlag[] }): Remark[] {
  const validity = toRemark(VALIDITY[event.status])
  const flags = gravestFirst(event.flags).map((flag) => toRemark(FLAGS[flag]))
  if (event.status === 'valid') return flags
  return event.status === 'invalid' ? [validity, ...flags] : [...flags, validity]
}

function toRemark([text, tone, title]: readonly [string, Tone, string]): Remark {
  return { text, tone, title }
}

const STATUS: Record<EventTypeStatus, Tone> = {
  draft: 'accent',
  active: 'safe',
  deprecated: 'risky',
  retired: 'breaking',
}

/** @param title what else there is to say of it */
export function StatusTag({ status, title }: { status: EventTypeStatus; title?: string }) {
  return (
    <Tag tone={STATUS[status]} title={title || undefined}>
      {status}
    </Tag>
  )
}
