import { insertAt, moveAt, putAt, removeAt } from '@/lib/domain/json/edit-text'
import { isObject, own, type Json, type JsonObject } from '@/lib/domain/json/json'
import { appendPointer, pointerTokens } from '@/lib/domain/json/pointer'
import { SchemaDocument } from '@/lib/domain/schema/schema-document'
import { parseSchemaText } from '@/lib/domain/schema/parse-schema-text'
import { renameField } from './rename-field'
import { requireField } from './require-field'
import { setType } from './set-type'

/** The two texts of a draft. */
export interface DraftTexts {
  readonly schema: string
  readonly examples: string
}

/** One change in the table. Pointers are those of rows. */
export type FieldEdit =
  /** Keywords of a row's schema; undefined takes one out. */
  | {
      readonly edit: 'set'
      readonly pointer: string
      readonly keywords: Readonly<Record<string, Json | undefined>>
    }
  | { readonly edit: 'set-type'; readonly pointer: string; readonly type: string; readonly nullable: boolean }
  | { readonly edit: 'require'; readonly pointer: string; readonly required: boolean }
  | { readonly edit: 'rename'; readonly pointer: string; readonly name: string }
  /** A field of the object at `pointer`, behind the one called `after` or as the last. */
  | { readonly edit: 'add'; readonly pointer: string; readonly after?: string }
  /** A definition of the whole schema, which fields can be of the type of. */
  | { readonly edit: 'define'; readonly pointer: '' }
  | { readonly edit: 'remove'; readonly pointer: string }
  | { readonly edit: 'move'; readonly pointer: string; readonly by: 1 | -1 }

/** The texts after it, and the row it is about now; or why it cannot be done. */
export type EditedFields =
  { readonly texts: DraftTexts; readonly pointer: string } | { readonly refused: string }

/** New keywords stand before these: what a field is comes before what is inside it. */
const CONTENTS = [
  ...['properties', 'required', 'items', 'prefixItems', 'additionalProperties', 'patternProperties'],
  ...['allOf', 'anyOf', 'oneOf', 'if', '$defs', 'definitions', 'examples'],
]

/**
 * Makes one change of the table in the texts: only the places that it is about change, everything else stays as it was
 * laid out. Refused where the text does not parse, or has no such row any more.
 */
export function editFields(texts: DraftTexts, edit: FieldEdit): EditedFields {
  const parsed = parseSchemaText(texts.schema)
  if (parsed.status === 'broken') return { refused: parsed.message }
  const document = new SchemaDocument(parsed.schema)
  const place = document.at(edit.pointer)
  if (!place) return { refused: 'This field is not in the text any more' }
  if (place.schema === false) return { refused: 'No value fits here (false): change it in the text' }
  // `true` says nothing yet, and gets room for what is said now.
  const text = place.schema === true ? putAt(texts.schema, edit.pointer, {}) : texts.schema
  const schema = isObject(place.schema) ? place.schema : {}
  const done = (changed: string, pointer = edit.pointer): EditedFields => ({
    texts: { ...texts, schema: changed },
    pointer,
  })
  switch (edit.edit) {
    case 'set':
      return done(setKeywords(text, edit.pointer, edit.keywords))
    case 'set-type':
      return done(setType(text, edit.pointer, schema, edit))
    case 'require':
      return done(requireField(texts.schema, document, edit.pointer, edit.required))
    case 'rename':
      return renameField(texts, document, edit.pointer, edit.name)
    case 'add': {
      const name = freeAmong(own(schema, 'properties'), ['newField', 'new_field'])
      return done(
        addField(text, edit.pointer, schema, name, edit.after),
        appendPointer(edit.pointer, 'properties', name),
      )
    }
    case 'define': {
      const keyword = definitionsOf(schema, document)
      const name = freeAmong(own(schema, keyword), ['NewDefinition', 'new_definition'])
      const place = appendPointer('', keyword, name)
      const definition = { type: 'object', properties: {} }
      const changed = isObject(own(schema, keyword))
        ? insertAt(text, place, definition)
        : putAt(text, appendPointer('', keyword), { [name]: definition }, ['examples'])
      return done(changed, place)
    }
    case 'remove':
      return done(removeField(texts.schema, document, edit.pointer), ownerOf(edit.pointer))
    case 'move':
      return done(moveAt(texts.schema, edit.pointer, edit.by))
  }
}

function setKeywords(
  text: string,
  pointer: string,
  keywords: Readonly<Record<string, Json | undefined>>,
): string {
  return Object.entries(keywords).reduce((changed, [keyword, value]) => {
    const place = appendPointer(pointer, keyword)
    return value === undefined ? removeAt(changed, place) : putAt(changed, place, value, CONTENTS)
  }, text)
}

function addField(
  text: string,
  pointer: string,
  schema: JsonObject,
  name: string,
  after: string | undefined,
): string {
  const properties = appendPointer(pointer, 'properties')
  const place = appendPointer(properties, name)
  if (isObject(own(schema, 'properties'))) return insertAt(text, place, { type: 'string' }, after)
  return putAt(text, properties, { [name]: { type: 'string' } }, ['required', '$defs', 'definitions'])
}

/** Where this schema keeps its definitions, or where its draft has them. */
function definitionsOf(schema: JsonObject, document: SchemaDocument): '$defs' | 'definitions' {
  const known = (['$defs', 'definitions'] as const).find((keyword) => isObject(own(schema, keyword)))
  return known ?? (document.refHidesNeighbours ? 'definitions' : '$defs')
}

/** A name that none has yet: the second spelling among names that are written so. */
function freeAmong(named: Json | undefined, [plain, snake]: readonly [string, string]): string {
  const names = isObject(named ?? null) ? Object.keys(named as JsonObject) : []
  const first = names.some((name) => name.includes('_')) ? snake : plain
  for (let number = 1; ; number++) {
    const name = number === 1 ? first : `${first}${number}`
    if (!names.includes(name)) return name
  }
}

/** A field goes with its place in `required`: nobody could send it otherwise. */
function removeField(text: string, document: SchemaDocument, pointer: string): string {
  const isField = pointerTokens(pointer).at(-2) === 'properties'
  return removeAt(isField ? requireField(text, document, pointer, false) : text, pointer)
}

/** The object schema, or the list of definitions' schema, that a field belongs to. */
function ownerOf(pointer: string): string {
  const tokens = pointerTokens(pointer)
  return appendPointer('', ...tokens.slice(0, tokens.at(-1) === 'items' ? -1 : -2))
}
