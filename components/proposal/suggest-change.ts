import type { Suggestion } from '@/lib/contracts/proposal'
import { isObject, own, type Json } from '@/lib/domain/json/json'
import { appendPointer, pointerTokens } from '@/lib/domain/json/pointer'

/** What stands at a place of a schema; undefined where nothing does. */
export function valueAt(schema: Json, pointer: string): Json | undefined {
  let at: Json | undefined = schema
  for (const token of pointerTokens(pointer)) {
    if (Array.isArray(at)) at = at[Number(token)]
    else at = isObject(at) ? own(at, token) : undefined
  }
  return at
}

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
  if (field && isRequired(schema, pointer) !== wish.required) {
    const path = `${field.parent}/required`
    const before = valueAt(schema, path)
    const names = Array.isArray(before) ? before.filter((one) => one !== field.name) : []
    patch.push({
      op: before === undefined ? 'add' : 'replace',
      path,
      value: wish.required ? [...names, field.name] : names,
    })
  }
  return patch.length === 0 ? null : patch
}

/** The change at the place where its field is now: it may have moved since. */
export function moveSuggestion(patch: Suggestion, from: string, to: string): Suggestion {
  if (from === to) return patch
  const moved = (path: string) =>
    path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path
  return patch.map((step) => ({ ...step, path: moved(step.path) }))
}

/** A change in a line: `/properties/a becomes {…}`. */
export function suggestionWords(patch: Suggestion): string {
  return patch
    .map(({ op, path, value }) =>
      op === 'remove' ? `− ${path}` : `${path} becomes ${JSON.stringify(value)?.slice(0, 300) ?? ''}`,
    )
    .join('\n')
}
