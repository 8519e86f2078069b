/** What a value may be, as the table lets one choose it: a type's name, or the `$ref` of a definition. */
export type TypeChoice = string

export const BASIC_TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array'] as const

export interface FieldMarks {
  readonly key: boolean
  readonly sensitive: boolean
  readonly deprecated: boolean
  readonly unit: string | undefined
}

/** One line of the table: a schema that stands in the text, or what only the text can say (`text`). */
export interface FieldRow {
  readonly kind: 'root' | 'field' | 'element' | 'definition' | 'text'
  /** Where it stands in the schema: the key of the row. */
  readonly pointer: string
  /** The field's name; words for what has none. */
  readonly name: string
  readonly depth: number
  /** `any` where nothing is said; undefined where the table has no word for it. */
  readonly type: TypeChoice | undefined
  /** The type as a person reads it. */
  readonly typeWords: string
  readonly nullable: boolean
  /** Undefined for what is no field of an object. */
  readonly required: boolean | undefined
  readonly description: string
  /** Format, values and bounds, a phrase each. */
  readonly constraints: readonly string[]
  readonly marks: FieldMarks
  /** Whether fields can be added to it. */
  readonly holdsFields: boolean
  /** Whether it can go up or down among its siblings. */
  readonly canGoUp: boolean
  readonly canGoDown: boolean
}

/** What a row says, as a value of its own: a row concludes it when it is asked. */
export function rowContent(row: FieldRow): FieldRow {
  const { kind, pointer, name, depth, type, typeWords, nullable, required, description, constraints } = row
  const { marks, holdsFields, canGoUp, canGoDown } = row
  return {
    ...{ kind, pointer, name, depth, type, typeWords, nullable, required, description, constraints },
    ...{ marks, holdsFields, canGoUp, canGoDown },
  }
}

export type FieldTable =
  | {
      readonly status: 'fields'
      readonly rows: readonly FieldRow[]
      /** The `$ref`s of the definitions in this document, for a choice of types. */
      readonly definitions: readonly string[]
    }
  /** Nothing to show as a table; `line` counts from one. */
  | { readonly status: 'unreadable'; readonly line: number; readonly message: string }
