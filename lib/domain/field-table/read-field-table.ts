import type { Node } from 'jsonc-parser'
import { isDeeperThan } from '@/lib/domain/json/depth'
import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { lineAndColumn } from '@/lib/domain/json/place-in-text'
import { appendPointer } from '@/lib/domain/json/pointer'
import { textTree } from '@/lib/domain/json/text-tree'
import { parseSchemaText } from '@/lib/domain/schema/parse-schema-text'
import { SchemaDocument } from '@/lib/domain/schema/schema-document'
import type { FieldRow, FieldTable } from './field-row'
import { SchemaRow, type Place } from './schema-row'
import { textRows } from './text-rows'

const MOST_ROWS = 5_000
/** The parsers of texts are recursive. */
const MAX_DEPTH = 400

/**
 * A schema's text as a table of its fields. It shows what stands in the text and nothing that is only concluded: a
 * `$ref` is a type, and its definition has rows of its own. Never throws, whatever the text is.
 */
export function readFieldTable(text: string): FieldTable {
  const parsed = parseSchemaText(text)
  if (parsed.status === 'broken') return { status: 'unreadable', ...placed(parsed.line, parsed.message) }
  const { schema } = parsed
  if (!isObject(schema))
    return { status: 'unreadable', ...placed(1, `A schema that is ${schema} has no fields`) }
  if (isDeeperThan(schema, MAX_DEPTH))
    return { status: 'unreadable', ...placed(1, 'It nests too deep for a table') }
  const repeated = countKeys(schema) === countWrittenKeys(text) ? undefined : repeatedKey(text)
  if (repeated) {
    const { line } = lineAndColumn(text, repeated.offset)
    return {
      status: 'unreadable',
      ...placed(line, `${JSON.stringify(repeated.value)} stands a second time at line ${line}: take one out`),
    }
  }
  return new TableReader(schema).read()
}

function placed(line: number, message: string): { line: number; message: string } {
  return { line, message }
}

class TableReader {
  private readonly rows: FieldRow[] = []
  /** The first place that there was no row left for. */
  private leftOut: string | undefined
  private readonly document: SchemaDocument

  constructor(private readonly root: JsonObject) {
    this.document = new SchemaDocument(root)
  }

  read(): FieldTable {
    this.add({ kind: 'root', name: 'data', pointer: '', depth: 0 }, this.root)
    const definitions: string[] = []
    for (const keyword of ['$defs', 'definitions']) {
      const named = own(this.root, keyword)
      if (!isObject(named)) continue
      const names = Object.keys(named)
      names.forEach((name, index) => {
        const pointer = appendPointer('', keyword, name)
        definitions.push(`#${pointer.replaceAll('%', '%25')}`)
        const place = { kind: 'definition', name, pointer, depth: 0, index, siblings: names.length } as const
        this.add(place, named[name] as Json)
      })
    }
    if (this.leftOut !== undefined)
      this.rows.push(
        textRow(`more than ${MOST_ROWS.toLocaleString('en')} rows, the rest from here on`, this.leftOut, 0),
      )
    return { status: 'fields', rows: this.rows, definitions }
  }

  /** Recursive: the depth of the text is bounded. */
  private add(place: Place, schema: Json): void {
    if (this.isFull(place.pointer)) return
    this.rows.push(new SchemaRow(this.document, place, schema))
    if (!isObject(schema)) return
    const { pointer, depth } = place
    const properties = own(schema, 'properties')
    const required = own(schema, 'required')
    if (isObject(properties)) {
      const isRequired = new Set(Array.isArray(required) ? required : [])
      const names = Object.keys(properties)
      names.forEach((name, index) =>
        this.add(
          {
            kind: 'field',
            name,
            pointer: appendPointer(pointer, 'properties', name),
            depth: depth + 1,
            required: isRequired.has(name),
            index,
            siblings: names.length,
          },
          properties[name] as Json,
        ),
      )
    }
    const items = own(schema, 'items')
    if (isObject(items)) {
      const place = {
        kind: 'element',
        name: 'each element',
        pointer: appendPointer(pointer, 'items'),
      } as const
      this.add({ ...place, depth: depth + 1 }, items)
    }
    for (const { keyword, words } of textRows(schema)) {
      const at = appendPointer(pointer, keyword)
      if (this.isFull(at)) return
      this.rows.push(textRow(words, at, depth + 1))
    }
  }

  private isFull(pointer: string): boolean {
    if (this.rows.length < MOST_ROWS) return false
    this.leftOut ??= pointer
    return true
  }
}

function textRow(words: string, pointer: string, depth: number): FieldRow {
  return {
    kind: 'text',
    pointer,
    name: words,
    depth,
    type: undefined,
    typeWords: '',
    nullable: false,
    required: undefined,
    description: '',
    constraints: [],
    marks: { key: false, sensitive: false, deprecated: false, unit: undefined },
    holdsFields: false,
    canGoUp: false,
    canGoDown: false,
  }
}

/** How many keys the objects of a text have, as it was read: of a key that is there twice, one. */
function countKeys(root: Json): number {
  let keys = 0
  const open: Json[] = [root]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue
    const inside: Json[] = Object.values(value)
    if (!Array.isArray(value)) keys += inside.length
    for (const each of inside) open.push(each)
  }
  return keys
}

/** How many keys are written in a text that is JSON: strings before a colon. */
function countWrittenKeys(text: string): number {
  let keys = 0
  for (const [string] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(?:\s*:)?/g)) if (string.endsWith(':')) keys++
  return keys
}

/** A key that an object has twice: readers take one of them, and nobody knows which. */
function repeatedKey(text: string): Node | undefined {
  const root = textTree(text)
  const open = root ? [root] : []
  for (let node = open.pop(); node; node = open.pop()) {
    const keys = new Set<unknown>()
    for (const child of node.children ?? []) {
      if (node.type === 'object') {
        const key = child.children?.[0]
        if (key && keys.has(key.value)) return key
        keys.add(key?.value)
      }
      open.push(child)
    }
  }
  return undefined
}
