import type { Json } from '@/lib/domain/json/json'
import { keyedFields, mergedOrder } from './keyed-fields'
import { buildSchemaTree, type SchemaNode } from './schema-tree'
import { shortTypeWords } from './type-words'

export interface MatrixVersion {
  readonly label: string
  readonly schema: Json
}

/** How a field stands against the version before: `absent` was not there either, `removed` went with this one. */
export type CellMark = 'absent' | 'added' | 'same' | 'changed' | 'removed'

export interface MatrixCell {
  readonly mark: CellMark
  /** Short words of the type, `str?` for an optional one; empty where the field is not there. */
  readonly words: string
  /** The whole of it for the title: `date-time, required`. */
  readonly type: string
  /** What changed against the version before, one phrase each. */
  readonly changes: readonly string[]
}

export interface MatrixRow {
  readonly key: string
  readonly path: string
  readonly name: string
  readonly depth: number
  readonly cells: readonly MatrixCell[]
}

export interface FieldMatrix {
  readonly labels: readonly string[]
  readonly rows: readonly MatrixRow[]
  readonly truncated: boolean
}

/** Fields of one version that get a row. */
const BOUNDS = { nodes: 1_500, depth: 12 }
const ABSENT: MatrixCell = { mark: 'absent', words: '', type: '', changes: [] }

/**
 * Fields down, versions across, so that one sees when each field came, changed and went. A field that is gone keeps the
 * row where it was.
 * @param versions oldest first
 */
export function fieldMatrix(versions: readonly MatrixVersion[]): FieldMatrix {
  const trees = versions.map(({ schema }) => buildSchemaTree(schema, BOUNDS))
  const columns = trees.map(({ root }) => keyedFields(root))
  const order = mergedOrder(columns.map((fields) => [...fields.keys()]))
  const rows = order.map((key): MatrixRow => {
    const known = columns.findLast((fields) => fields.has(key))?.get(key)
    return {
      key,
      path: known?.path ?? key,
      name: known?.name ?? key,
      depth: (known?.depth ?? 1) - 1,
      cells: columns.map((fields, index) => cellOf(fields.get(key), columns[index - 1]?.get(key), index)),
    }
  })
  return {
    labels: versions.map(({ label }) => label),
    rows,
    truncated: trees.some(({ truncated }) => truncated),
  }
}

function cellOf(field: SchemaNode | undefined, before: SchemaNode | undefined, index: number): MatrixCell {
  if (field === undefined)
    return before === undefined ? ABSENT : { ...ABSENT, mark: 'removed', changes: ['removed'] }
  const words = shortTypeWords(field.type) + (isOptional(field) ? '?' : '')
  const type = `${field.type}${field.kind === 'property' ? (field.required ? ', required' : ', optional') : ''}`
  if (index === 0) return { mark: 'same', words, type, changes: [] }
  if (before === undefined) return { mark: 'added', words, type, changes: ['added'] }
  const changes = differences(before, field)
  return { mark: changes.length > 0 ? 'changed' : 'same', words, type, changes }
}

function isOptional(field: SchemaNode): boolean {
  return field.kind === 'property' && !field.required
}

function differences(before: SchemaNode, after: SchemaNode): string[] {
  const changes: string[] = []
  if (before.plainType !== after.plainType) changes.push(`${before.type} became ${after.type}`)
  if (before.required !== after.required) changes.push(after.required ? 'became required' : 'became optional')
  const gone = before.constraints.filter((words) => !after.constraints.includes(words))
  const come = after.constraints.filter((words) => !before.constraints.includes(words))
  if (gone.length > 0 || come.length > 0) {
    changes.push(`${gone.join(', ') || 'no limits'} became ${come.join(', ') || 'no limits'}`)
  }
  if (JSON.stringify(before.default) !== JSON.stringify(after.default)) changes.push('other default')
  if (before.deprecated !== after.deprecated)
    changes.push(after.deprecated ? 'deprecated' : 'no longer deprecated')
  return changes
}
