import { instantText, type ViewMember } from './chain-view'

export type ExportFormat = 'csv' | 'json' | 'ndjson'

const COLUMNS = [
  'event_id',
  'parent_event_id',
  'depth',
  'joined_by',
  'type',
  'version',
  'kind',
  'owner',
  'producer',
  'created_at',
  'received_at',
  'delay_ms',
  'status',
  'flags',
  'deliveries',
  'trace_id',
] as const

/** Events a part of a file: a few milliseconds of work. */
const PART = 1_000

/**
 * The chain's events as a file, one row or object an event, in the order given. In parts: 100,000 events at once would
 * hold up the page for a second and a half.
 */
export function* exportMembers(members: readonly ViewMember[], format: ExportFormat): Generator<string> {
  if (format === 'csv') yield `${COLUMNS.join(',')}\r\n`
  if (format === 'json') yield '['
  for (let from = 0; from < members.length; from += PART) {
    const part = members.slice(from, from + PART)
    if (format === 'csv') yield part.map(csvLine).join('')
    else if (format === 'ndjson') yield part.map((member) => `${JSON.stringify(pick(member))}\n`).join('')
    else yield `${from === 0 ? '' : ','}\n${part.map(indented).join(',\n')}`
  }
  if (format === 'json') yield members.length === 0 ? ']\n' : '\n]\n'
}

function indented(member: ViewMember): string {
  return JSON.stringify(pick(member), null, 2).replace(/^/gm, '  ')
}

function pick(member: ViewMember): Record<string, unknown> {
  return Object.fromEntries(COLUMNS.map((column) => [column, valueOf(member, column)]))
}

function valueOf(member: ViewMember, column: (typeof COLUMNS)[number]) {
  if (column === 'created_at') return instantText(member.created)
  if (column === 'received_at') return instantText(member.received)
  return member[column]
}

/** RFC 4180: CRLF line ends, cells quoted where they must be. */
function csvLine(member: ViewMember): string {
  return `${COLUMNS.map((column) => cell(valueOf(member, column))).join(',')}\r\n`
}

function cell(value: ReturnType<typeof valueOf>): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = typeof value === 'string' ? value : value.join(' ')
  // Ids come from strangers, and a spreadsheet runs what begins like a formula; an apostrophe makes it text.
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/**
 * One event as a line of NDJSON in the envelope's form. Both texts go in to the letter: a number that a double cannot
 * hold stays exact. Line ends in JSON can only stand between its tokens, so a space says the same.
 * @param masked places of it that hold a mask: a line with some is no envelope any more, so nobody receives it as the event
 */
export function envelopeLine(
  dataText: string | null,
  metaText: string,
  masked: readonly { pointer: string; reason: string }[] = [],
): string {
  const places = masked.length > 0 ? `,"masked":${JSON.stringify(masked)}` : ''
  return `{"data":${oneLine(dataText ?? 'null')},"meta":${oneLine(metaText)}${places}}\n`
}

function oneLine(json: string): string {
  return json.replace(/[\r\n]+/g, ' ')
}
