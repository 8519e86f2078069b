import fc from 'fast-check'
import type { Json, JsonObject } from '@/lib/domain/json/json'
import { drafts, type Draft } from '@/lib/domain/compatibility/schema/drafts'
import { malformedAt } from '@/lib/domain/compatibility/schema/well-formed'
import { withDefinitions } from './draw-references'
import { schemas } from './draw-schemas'
import { plain, values } from './draw-values'

/** A drawn question: schemas share a small vocabulary, so that they meet often. */
export interface DrawnPair {
  readonly draft: Draft
  readonly writer: Json
  readonly reader: Json
}

const uris: Record<Draft, string> = {
  'draft-04': 'http://json-schema.org/draft-04/schema#',
  'draft-06': 'http://json-schema.org/draft-06/schema#',
  'draft-07': 'http://json-schema.org/draft-07/schema#',
  '2019-09': 'https://json-schema.org/draft/2019-09/schema',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
}

function documents(draft: Draft, depth: number): fc.Arbitrary<JsonObject> {
  const root = schemas(draft, depth, false).filter(
    (schema): schema is JsonObject => typeof schema === 'object',
  )
  return fc
    .record({ root, d: schemas(draft, 1, false), e: schemas(draft, 1, false) })
    .map(({ root: schema, d, e }) => ({ $schema: uris[draft], ...withDefinitions(draft, schema, d, e) }))
}

type Path = (string | number)[]

/** Where an edit may be made: everywhere but in what only names or holds other schemas. */
function placesOf(document: JsonObject): Path[] {
  const places: Path[] = []
  const visit = (value: Json, path: Path): void => {
    if (path.length > 0) places.push(path)
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (!key.startsWith('$') && key !== 'definitions' && key !== 'id')
        visit(inner, [...path, Array.isArray(value) ? Number(key) : key])
    }
  }
  visit(document, [])
  return places
}

const edits = ['drop', 'value', 'schema', 'wrap', 'step'] as const

/** One place of a schema changed: a keyword gone, a value changed, an inner schema replaced or spelled another way. */
function mutations(draft: Draft, document: JsonObject): fc.Arbitrary<JsonObject> {
  const places = placesOf(document)
  const extra = schemas(draft, 1, false).map((schema): JsonObject => ({
    ...document,
    ...(schema as JsonObject),
  }))
  if (places.length === 0) return extra
  const changed = fc
    .tuple(fc.constantFrom(...places), fc.constantFrom(...edits), values, schemas(draft, 1, false), fc.nat(4))
    .map(([path, how, value, schema, number]) => {
      const copy = structuredClone(document)
      let parent: JsonObject = copy
      for (const key of path.slice(0, -1)) parent = parent[key] as JsonObject
      edit(parent, String(path.at(-1)), how, { value, schema, number })
      return copy
    })
  return fc.oneof({ weight: 4, arbitrary: changed }, { weight: 1, arbitrary: extra })
}

function edit(
  parent: JsonObject,
  key: string,
  how: (typeof edits)[number],
  drawn: { value: Json; schema: Json; number: number },
): void {
  const old = parent[key] as Json
  const isInner = typeof old === 'object' && old !== null && !Array.isArray(old)
  if (how === 'drop') {
    if (Array.isArray(parent)) parent.splice(Number(key), 1)
    else delete parent[key]
  } else if (how === 'schema' && isInner) parent[key] = drawn.schema
  else if (how === 'wrap' && isInner)
    parent[key] = [
      { allOf: [old] },
      { anyOf: [old] },
      { oneOf: [old] },
      { not: { not: old } },
      { allOf: [old, {}] },
    ][drawn.number] as Json
  else if (how === 'step' && typeof old === 'number')
    // Rounded, since the judges take what is within 1e-9 of a multiple for one.
    parent[key] = Number(Math.abs(old + drawn.number - 2).toFixed(4))
  else if (typeof old === 'number' && typeof drawn.value === 'number') parent[key] = Math.abs(drawn.value)
  else if (typeof old === 'boolean') parent[key] = !old
}

/** Pairs that are independent, or one or two edits apart, so that both verdicts are common. */
export function drawPairs(depth: number): fc.Arbitrary<DrawnPair> {
  return fc.constantFrom(...drafts).chain((draft) =>
    documents(draft, depth).chain((writer) => {
      const mutated = mutations(draft, writer)
      const reader = fc.oneof(
        { weight: 3, arbitrary: documents(draft, depth) },
        { weight: 5, arbitrary: mutated },
        { weight: 2, arbitrary: mutated.chain((once) => mutations(draft, once)) },
      )
      return fc.tuple(reader, fc.boolean()).map(([drawn, swap]) => {
        const other = malformedAt(drawn, draft) === undefined ? drawn : { $schema: uris[draft] }
        return plain(swap ? { draft, writer: other, reader: writer } : { draft, writer, reader: other })
      })
    }),
  )
}

/** A schema, two others each an edit or two away from it, and one independent of it: twelve pairs, read by each judge once. */
export interface DrawnFamily {
  readonly draft: Draft
  readonly schemas: readonly Json[]
}

function drawFamilies(depth: number): fc.Arbitrary<DrawnFamily> {
  return fc.constantFrom(...drafts).chain((draft) =>
    documents(draft, depth).chain((first) => {
      const near = mutations(draft, first)
      return fc
        .tuple(
          near,
          near.chain((once) => mutations(draft, once)),
          documents(draft, depth),
        )
        .map((others) => {
          const valid = others.filter((schema) => malformedAt(schema, draft) === undefined)
          return plain({ draft, schemas: [first, ...valid] })
        })
    }),
  )
}

/** Mostly shallow ones, which is where most errors show and which are quick; some deep ones. */
export const drawMixedFamilies: fc.Arbitrary<DrawnFamily> = fc.oneof(
  { weight: 14, arbitrary: drawFamilies(1) },
  { weight: 5, arbitrary: drawFamilies(2) },
  { weight: 1, arbitrary: drawFamilies(3) },
)
