import fc from 'fast-check'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { isAtLeast, type Draft } from '@/lib/domain/compatibility/schema/drafts'

/** References of every kind the draft has, into what `withDefinitions` puts beside a schema. */
export function references(draft: Draft): fc.Arbitrary<JsonObject> {
  const holder = isAtLeast(draft, '2019-09') ? '$defs' : 'definitions'
  const targets = [`#/${holder}/d`, `#/${holder}/e`, '#', '#anchored', 'inner', `inner#/${holder}/x`]
  const plain = fc.constantFrom(...targets).map(($ref): JsonObject => ({ $ref }))
  if (draft === '2019-09')
    return fc.oneof(
      { weight: 3, arbitrary: plain },
      { weight: 1, arbitrary: fc.constant({ $recursiveRef: '#' }) },
    )
  return draft === '2020-12'
    ? fc.oneof(
        { weight: 3, arbitrary: plain },
        { weight: 1, arbitrary: fc.constantFrom({ $dynamicRef: '#node' }, { $dynamicRef: 'inner#node' }) },
      )
    : plain
}

/**
 * The schema with the definitions its references need: `d`, `e`, `e` under an anchor, and a resource `inner` with an
 * identity of its own, which holds `x` and overrides the dynamic anchor.
 */
export function withDefinitions(draft: Draft, schema: JsonObject, d: Json, e: Json): JsonObject {
  if (!/"\$(ref|dynamicRef|recursiveRef)":/.test(JSON.stringify([schema, d, e]))) return schema
  const isNew = isAtLeast(draft, '2019-09')
  const id = draft === 'draft-04' ? 'id' : '$id'
  const anchor: JsonObject = isNew ? { $anchor: 'anchored' } : { [id]: '#anchored' }
  const named =
    typeof e === 'object' && e !== null && !Array.isArray(e) && !('$ref' in e)
      ? { ...anchor, ...e }
      : { ...anchor, type: 'string' }
  const dynamic: JsonObject =
    draft === '2019-09' ? { $recursiveAnchor: true } : draft === '2020-12' ? { $dynamicAnchor: 'node' } : {}
  const inner: JsonObject = {
    [id]: 'inner',
    ...dynamic,
    properties: {
      a: isNew ? (draft === '2019-09' ? { $recursiveRef: '#' } : { $dynamicRef: '#node' }) : { $ref: '#' },
    },
    [isNew ? '$defs' : 'definitions']: { x: { minLength: 1, maxItems: 2 } },
  }
  return { ...dynamic, ...schema, [isNew ? '$defs' : 'definitions']: { d, e: named, inner } }
}
