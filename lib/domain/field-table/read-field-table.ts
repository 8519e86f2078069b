import { parseTree, type Node } from 'jsonc-parser'
import { isDeeperThan } from '@/lib/domain/json/depth'
import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { lineAndColumn } from '@/lib/domain/json/place-in-text'
import { appendPointer } from '@/lib/domain/json/pointer'
import { constraintWords } from '@/lib/domain/schema/constraint-words'
import type { MergedNode } from '@/lib/domain/schema/merged-node'
import { parseSchemaText } from '@/lib/domain/schema/parse-schema-text'
import { SchemaDocument } from '@/lib/domain/schema/schema-document'
import { typeWords } from '@/lib/domain/schema/type-words'
import { BASIC_TYPES, type FieldRow, type FieldTable } from './field-row'
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
  const repeated = repeatedKey(text)
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
    return { status: 'fields', rows: this.rows, definitions }
  }

  /** Recursive: the depth of the text is bounded. */
  private add(place: Place, schema: Json): void {
    if (this.rows.length >= MOST_ROWS) return
    this.rows.push(this.row(place, schema))
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
      if (this.rows.length >= MOST_ROWS) return
      this.rows.push(this.textRow(words, appendPointer(pointer, keyword), depth + 1))
    }
  }

  private row({ index = 0, siblings = 1, required, ...place }: Place, schema: Json): FieldRow {
    const own_ = isObject(schema) ? schema : {}
    const node = nodeOf(schema, place.pointer)
    const type = typeChoice(own_)
    const isNullable = Array.isArray(own(own_, 'type')) && (own(own_, 'type') as Json[]).includes('null')
    const text = (keyword: string) => {
      const value = own(own_, keyword)
      return typeof value === 'string' ? value : undefined
    }
    const format = text('format')
    return {
      ...place,
      type: schema === false ? undefined : type,
      typeWords: typeWords(this.document, { ...node, parts: node.parts.map(withoutFormat) }),
      nullable: isNullable,
      required,
      description: text('description') ?? '',
      constraints: [...(format === undefined ? [] : [format]), ...constraintWords(node)],
      marks: {
        key: own(own_, 'x-key') === true,
        sensitive: own(own_, 'x-sensitive') === true,
        deprecated: own(own_, 'deprecated') === true,
        unit: text('x-unit'),
      },
      holdsFields: type === 'object' || isObject(own(own_, 'properties')),
      canGoUp: index > 0,
      canGoDown: index < siblings - 1,
    }
  }

  private textRow(words: string, pointer: string, depth: number): FieldRow {
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
}

interface Place extends Pick<FieldRow, 'kind' | 'name' | 'pointer' | 'depth'> {
  readonly required?: boolean
  readonly index?: number
  readonly siblings?: number
}

/** The schema as it stands, no reference followed. */
function nodeOf(schema: Json, pointer: string): MergedNode {
  const reference = isObject(schema) ? own(schema, '$ref') : undefined
  return {
    pointer,
    parts: isObject(schema) ? [{ schema, pointer }] : [],
    impossible: schema === false,
    targets: [],
    reference: typeof reference === 'string' ? reference : undefined,
    unresolved: typeof reference === 'string' ? reference : undefined,
  }
}

/** A format, as values and bounds, has a column of its own. */
function withoutFormat(part: MergedNode['parts'][number]): MergedNode['parts'][number] {
  const { format: _, enum: __, const: ___, ...schema } = part.schema
  return { ...part, schema }
}

function typeChoice(schema: JsonObject): string | undefined {
  const type = own(schema, 'type')
  const reference = own(schema, '$ref')
  if (typeof reference === 'string') return type === undefined ? reference : undefined
  const named = Array.isArray(type) ? type.filter((each) => each !== 'null') : [type]
  const [first] = named
  if (type === undefined) return 'any'
  return named.length === 1 && BASIC_TYPES.some((basic) => basic === first) ? (first as string) : undefined
}

/** A key that an object has twice: readers take one of them, and nobody knows which. */
function repeatedKey(text: string): Node | undefined {
  const root = parseTree(text)
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
