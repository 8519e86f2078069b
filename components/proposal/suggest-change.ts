import type { Suggestion } from '@/lib/contracts/proposal'
import type { Json } from '@/lib/domain/json/json'
import { appendPointer, isWithin, pointerTokens, valueAt } from '@/lib/domain/json/pointer'

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

/** The change from what stands at a place to what is wished there; null where that is the same. */
export function suggestChange(
  schema: Json,
  pointer: string,
  wish: { value: Json; required: boolean },
): Suggestion | null {
  const patch: Suggestion = []
  const now = valueAt(schema, pointer)
  if (now !== undefined && JSON.stringify(now) !== JSON.stringify(wish.value))
    patch.push({ op: 'replace', path: pointer, value: wish.value })
  const field = fieldAt(pointer)
  if (field) patch.push(...requiredStep(schema, field, wish.required))
  return patch.length === 0 ? null : patch
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

/** A change in a line: `/properties/a becomes {…}`. */
export function suggestionWords(patch: Suggestion): string {
  return patch
    .map(({ op, path, value }) =>
      op === 'remove' ? `− ${path}` : `${path} becomes ${JSON.stringify(value)?.slice(0, 300) ?? ''}`,
    )
    .join('\n')
}
