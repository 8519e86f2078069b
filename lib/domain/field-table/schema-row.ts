import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { constraintWords } from '@/lib/domain/schema/constraint-words'
import type { MergedNode } from '@/lib/domain/schema/merged-node'
import type { SchemaDocument } from '@/lib/domain/schema/schema-document'
import { typeWords } from '@/lib/domain/schema/type-words'
import { BASIC_TYPES, type FieldMarks, type FieldRow } from './field-row'

/** Where a schema stands in the table. */
export interface Place extends Pick<FieldRow, 'kind' | 'name' | 'pointer' | 'depth'> {
  readonly required?: boolean
  readonly index?: number
  readonly siblings?: number
}

/**
 * The row of a schema that stands in the text. Of thousands of rows a few dozen are looked at: what a row says is concluded
 * when it is asked.
 */
export class SchemaRow implements FieldRow {
  readonly kind
  readonly name
  readonly pointer
  readonly depth
  readonly required
  readonly canGoUp
  readonly canGoDown
  private readonly keywords: JsonObject

  constructor(
    private readonly document: SchemaDocument,
    { kind, name, pointer, depth, required, index = 0, siblings = 1 }: Place,
    private readonly schema: Json,
  ) {
    this.kind = kind
    this.name = name
    this.pointer = pointer
    this.depth = depth
    this.required = required
    this.canGoUp = index > 0
    this.canGoDown = index < siblings - 1
    this.keywords = isObject(schema) ? schema : {}
  }

  get type(): string | undefined {
    return this.schema === false ? undefined : typeChoice(this.keywords)
  }

  get typeWords(): string {
    const node = nodeOf(this.schema, this.pointer)
    return typeWords(this.document, { ...node, parts: node.parts.map(withoutFormat) })
  }

  get nullable(): boolean {
    const type = own(this.keywords, 'type')
    return Array.isArray(type) && type.includes('null')
  }

  get description(): string {
    return this.text('description') ?? ''
  }

  get constraints(): readonly string[] {
    const format = this.text('format')
    return [...(format === undefined ? [] : [format]), ...constraintWords(nodeOf(this.schema, this.pointer))]
  }

  get marks(): FieldMarks {
    const isSet = (keyword: string) => own(this.keywords, keyword) === true
    return {
      key: isSet('x-key'),
      sensitive: isSet('x-sensitive'),
      deprecated: isSet('deprecated'),
      unit: this.text('x-unit'),
    }
  }

  get holdsFields(): boolean {
    return typeChoice(this.keywords) === 'object' || isObject(own(this.keywords, 'properties'))
  }

  private text(keyword: string): string | undefined {
    const value = own(this.keywords, keyword)
    return typeof value === 'string' ? value : undefined
  }
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
