import type { Suggestion, Thread } from '@/lib/contracts/proposal'
import { isDeeperThan } from '@/lib/domain/json/depth'
import { isObject, own, type Json } from '@/lib/domain/json/json'
import { appendPointer, isWithin, pointerTokens, valueAt } from '@/lib/domain/json/pointer'
import type { Fix, PatchOperation } from '@/lib/domain/lint/finding'
import { parseSchemaText } from '@/lib/domain/schema/parse-schema-text'

/** What nests deeper is replaced as a whole. */
const MAX_DEPTH = 100

/** A field's object schema and name, where the pointer is a field's: `/properties/a` is `a` of the root. */
export function fieldAt(pointer: string): { parent: string; name: string } | null {
  const tokens = pointerTokens(pointer)
  const name = tokens.at(-1)
  if (name === undefined || tokens.at(-2) !== 'properties') return null
  return { parent: appendPointer('', ...tokens.slice(0, -2)), name }
}

export function isRequired(schema: Json, pointer: string): boolean {
  const field = fieldAt(pointer)
  if (!field) return false
  const required = valueAt(schema, `${field.parent}/required`)
  return Array.isArray(required) && required.includes(field.name)
}

/** As many as one suggestion may have. */
const MOST_STEPS = 50

/**
 * The change from what stands at a place to what is wished there: of its members only those that differ, so that what the
 * author changes of the others meanwhile stays. Null where nothing differs.
 */
export function suggestChange(
  schema: Json,
  pointer: string,
  wish: { value: Json; required: boolean },
): Suggestion | null {
  const now = valueAt(schema, pointer)
  const steps = now === undefined ? [] : stepsBetween(pointer, now, wish.value)
  const field = fieldAt(pointer)
  const required = field ? requiredStep(schema, field, wish.required) : []
  const isTooLong = steps.length + required.length > MOST_STEPS
  const patch: Suggestion = [
    ...(isTooLong ? [{ op: 'replace' as const, path: pointer, value: wish.value }] : steps),
    ...required,
  ]
  return patch.length === 0 ? null : patch
}

/** Recursive over what a person wrote, which `isDeeperThan` bounds: what nests deeper is one thing. */
function stepsBetween(path: string, before: Json, after: Json): Suggestion {
  if (
    !isObject(before) ||
    !isObject(after) ||
    isDeeperThan(before, MAX_DEPTH) ||
    isDeeperThan(after, MAX_DEPTH)
  )
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ op: 'replace', path, value: after }]
  const removed = Object.keys(before)
    .filter((key) => !Object.hasOwn(after, key))
    .map((key) => ({ op: 'remove' as const, path: appendPointer(path, key) }))
  const others = Object.keys(after).flatMap((key): Suggestion => {
    const [was, value] = [own(before, key), after[key] as Json]
    const place = appendPointer(path, key)
    return was === undefined ? [{ op: 'add', path: place, value }] : stepsBetween(place, was, value)
  })
  return [...removed, ...others]
}

/**
 * The change as it is made now: at the place where its field is by now, and with a list of required fields in which only
 * this field differs from what stands there: others may have become required since.
 * @param from where the field was when the change was suggested
 */
export function fitSuggestion(patch: Suggestion, from: string, to: string, schema: Json): Suggestion {
  const [before, now] = [fieldAt(from), fieldAt(to)]
  return patch.flatMap((step): Suggestion => {
    if (before && now && step.path === `${before.parent}/required` && Array.isArray(step.value))
      return requiredStep(schema, now, step.value.includes(before.name))
    return [isWithin(step.path, from) ? { ...step, path: to + step.path.slice(from.length) } : step]
  })
}

function requiredStep(schema: Json, { parent, name }: { parent: string; name: string }, wanted: boolean) {
  const path = `${parent}/required`
  const before = valueAt(schema, path)
  const names = Array.isArray(before) ? before : []
  if (names.includes(name) === wanted) return []
  const value = wanted ? [...names, name] : names.filter((one) => one !== name)
  return [{ op: before === undefined ? ('add' as const) : ('replace' as const), path, value }]
}

/** What applying a suggestion does to a schema's text as it is written now. */
export function suggestedFix(
  schemaText: string,
  { opened_at, pointer }: Pick<Thread, 'opened_at' | 'pointer'>,
  suggestion: Suggestion,
): Fix {
  const parsed = parseSchemaText(schemaText)
  const schema = parsed.status === 'schema' ? parsed.schema : {}
  return {
    title: 'Apply',
    patch: fitSuggestion(suggestion, opened_at, pointer, schema) as PatchOperation[],
  }
}

/** A change in a line a step: `/properties/a/maxLength becomes 3`. */
export function suggestionWords(patch: Suggestion): string {
  return patch
    .map(({ op, path, from = '', value }) => {
      if (op === 'remove') return `− ${path}`
      return op === 'move'
        ? `${from} moves to ${path}`
        : `${path} becomes ${valueWords((value ?? null) as Json)}`
    })
    .join('\n')
}

/** The whole of it: whoever applies it is to see what they apply. */
function valueWords(value: Json): string {
  const text = JSON.stringify(value)
  return text.length > 80 ? JSON.stringify(value, null, 2) : text
}
