import type { ViewChain, ViewMember, ViewMissing } from './chain-view'
import type { Folds } from './folds'
import type { Row } from './rows'
import type { ChainTree } from './tree'

/**
 * Chains as drawings, for tests. An event is a line `OrderPlaced a 2.5 invalid late`: type, id, seconds since noon, then
 * a status, flags, `cud`, `by:owner`. Two spaces more than the line above make it a child. `? gone` is a missing parent,
 * `~` before a type joins its tree by trace id.
 */
export function chainOf(drawing: string): ViewChain {
  const members: ViewMember[] = []
  const missing: (ViewMissing & { children: string[] })[] = []
  const open: { depth: number; id: string; at: number; missing: boolean }[] = []
  const lines = drawing.split('\n').filter((line) => line.trim() !== '')
  const margin = Math.min(...lines.map(indentOf))
  for (const line of lines) {
    const depth = (indentOf(line) - margin) / 2
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop()
    const parent = open.at(-1)
    const [first = '', second = '', seconds = '0', ...words] = line.trim().split(/\s+/)
    if (first === '?') {
      missing.push({ event_id: second, before: members.length, children: [], expired: seconds === 'expired' })
      open.push({ depth, id: second, at: 0, missing: true })
      continue
    }
    const at = Number(seconds)
    const joined = first.startsWith('~') ? 'trace' : depth === 0 ? 'root' : 'parent'
    if (parent?.missing) missing.at(-1)!.children.push(second)
    const delay = parent === undefined || parent.missing ? null : (at - parent.at) * 1_000
    members.push({
      ...memberOf(first.replace('~', ''), second, at, words),
      depth,
      joined_by: joined,
      delay_ms: delay,
    })
    members.at(-1)!.parent_event_id = parent?.id ?? null
    open.push({ depth, id: second, at, missing: false })
  }
  return { focus: members[0]?.event_id ?? '', members, missing, large_traces: [], truncated: false }
}

const NOON = Date.UTC(2026, 7, 6, 12)

function memberOf(type: string, id: string, at: number, words: string[]): ViewMember {
  const created = NOON + Math.round(at * 1_000)
  const statuses = ['valid', 'invalid', 'unknown'] as const
  return {
    event_id: id,
    parent_event_id: null,
    trace_id: null,
    type,
    version: '1.0.0',
    kind: words.includes('cud') ? 'cud' : 'domain',
    owner: words.find((word) => word.startsWith('by:'))?.slice(3) ?? 'shop',
    producer: null,
    created,
    received: created,
    status: statuses.find((status) => words.includes(status)) ?? 'valid',
    flags: words.filter((word) => /^(late|clock-skew|duplicate|conflict|in-cycle)$/.test(word)),
    depth: 0,
    joined_by: 'root',
    deliveries: words.includes('duplicate') ? 2 : 1,
    delay_ms: null,
  }
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/**
 * Rows as a drawing: `-` open, `+` shut with the number of hidden events, `·` a leaf; then the place among siblings, and
 * overdue steps as `!`.
 */
export function drawRows(tree: ChainTree, folds: Folds, rows: Iterable<Row>): string {
  return [...rows]
    .map((row) => {
      const glyph = row.expanded === null ? '·' : row.expanded ? '-' : '+'
      const hidden = row.hidden > 0 ? ` (${row.hidden} hidden)` : ''
      const place = `${row.position}/${row.setSize}`
      const overdue = row.overdue > 0 ? ` !${row.overdue}` : ''
      return `${'  '.repeat(row.level - 1)}${glyph} ${nameOf(tree, folds, row)} ${place}${hidden}${overdue}`
    })
    .join('\n')
}

function nameOf(tree: ChainTree, folds: Folds, row: Row): string {
  if (row.kind === 'section') return 'same trace'
  if (row.kind === 'missing') return `? ${tree.chain.missing[tree.missing[row.node]!]!.event_id}`
  const { type, event_id } = tree.chain.members[tree.member[row.node]!]!
  if (row.kind === 'expected') return `expected after ${event_id}`
  return row.kind === 'fold' ? `${type} ×${folds.all[row.fold]!.nodes.length}` : `${type} ${event_id}`
}

/** A drawing without the margin it has in the source. */
export function drawing(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const margin = Math.min(...lines.map(indentOf))
  return lines.map((line) => line.slice(margin).trimEnd()).join('\n')
}
