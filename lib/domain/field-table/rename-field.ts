import { removeAt, replaceStrings, type Replacement } from '@/lib/domain/json/edit-text'
import { isDeeperThan } from '@/lib/domain/json/depth'
import { isObject, own, type Json } from '@/lib/domain/json/json'
import { appendPointer, pointerTokens } from '@/lib/domain/json/pointer'
import type { SchemaDocument } from '@/lib/domain/schema/schema-document'
import type { DraftTexts, EditedFields } from './edit-fields'
import { mentionsOf } from './mentions'
import { occurrencesOf, type WantedField } from './occurrences'

/**
 * Renames a field everywhere it is meant: its declaration, what requires it and depends on it, references that lead
 * through it, examples and defaults in the schema, and the draft's examples. A definition is renamed with its references.
 */
export function renameField(
  { schema: text, examples }: DraftTexts,
  document: SchemaDocument,
  pointer: string,
  name: string,
): EditedFields {
  const tokens = pointerTokens(pointer)
  const old = tokens.at(-1) ?? ''
  const holder = tokens.at(-2)
  if (holder === undefined || holder === 'items')
    return { refused: 'Only fields and definitions have a name' }
  if (name === '') return { refused: 'A field needs a name' }
  if (name === old) return { texts: { schema: text, examples }, pointer }
  const siblings = document.at(appendPointer('', ...tokens.slice(0, -1)))?.schema
  if (isObject(siblings) && Object.hasOwn(siblings, name))
    return { refused: `There is a "${name}" beside it already` }
  const owner = appendPointer('', ...tokens.slice(0, -2))
  const wanted: WantedField = { owner, name: old }
  const isField = holder === 'properties'
  const renamed = appendPointer('', ...tokens.slice(0, -1), name)
  const replacements: Replacement[] = [
    { pointer, part: 'key', content: name },
    ...mentionsOf(document, { pointer, renamed, ...(isField ? { wanted, name } : {}) }),
  ]
  let changed = replaceStrings(text, replacements)
  if (isField) changed = withoutRepeat(changed, document, owner, old, name)
  return {
    texts: {
      schema: changed,
      examples: isField ? renameInExamples(examples, document, wanted, name) : examples,
    },
    pointer: renamed,
  }
}

/** The draft's own examples; where they are no list of events just now, they are left alone. */
function renameInExamples(text: string, document: SchemaDocument, wanted: WantedField, name: string): string {
  let examples: Json
  try {
    examples = JSON.parse(text) as Json
  } catch {
    return text
  }
  if (!Array.isArray(examples) || isDeeperThan(examples, 400)) return text
  const places = examples.flatMap((example, index) =>
    occurrencesOf(document, { schema: document.root, pointer: '' }, example, wanted).map(
      (place) => appendPointer('', index) + place,
    ),
  )
  return replaceStrings(
    text,
    places.map((pointer) => ({ pointer, part: 'key', content: name })),
  )
}

/** The new name was required before anything was called so: now it would be required twice. */
function withoutRepeat(
  text: string,
  document: SchemaDocument,
  owner: string,
  old: string,
  name: string,
): string {
  const schema = document.at(owner)?.schema
  const required = isObject(schema) ? own(schema, 'required') : undefined
  if (!Array.isArray(required) || !required.includes(name)) return text
  const index = required.indexOf(old)
  return index === -1 ? text : removeAt(text, appendPointer(owner, 'required', index))
}
