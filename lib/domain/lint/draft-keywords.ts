import { own, type JsonObject } from '../json/json'

/** JSON Schema drafts by their number or year. */
export type Draft = 4 | 6 | 7 | 2019 | 2020

/** What a keyword's value has to be; the kinds that hold schemas are also the walk's way down. */
export type ValueKind =
  | 'schema'
  | 'schemas'
  | 'schema-or-schemas'
  | 'schema-map'
  | 'pattern-map'
  | 'schema-or-strings-map'
  | 'strings-map'
  | 'type'
  | 'number'
  | 'positive'
  | 'count'
  | 'string'
  | 'pattern'
  | 'boolean'
  | 'strings'
  | 'array'
  | 'enum'
  | 'object'
  | 'any'

interface Keyword {
  since: Draft
  until: Draft
  kind: ValueKind
}

/** `keyword kind [since [until]]`, a line each. `definitions` and `dependencies` stay known to the later drafts. */
const table = `
$schema string|id string 4 4|$id string 6|$ref string|$anchor string 2019|$recursiveRef string 2019 2019
$recursiveAnchor boolean 2019 2019|$dynamicRef string 2020|$dynamicAnchor string 2020|$vocabulary object 2019
$comment string 7|$defs schema-map 2019|definitions schema-map|type type|enum enum|const any 6
multipleOf positive|maximum number|minimum number|exclusiveMaximum boolean 4 4|exclusiveMinimum boolean 4 4
exclusiveMaximum number 6|exclusiveMinimum number 6|maxLength count|minLength count|pattern pattern
items schema-or-schemas 4 2019|items schema 2020|prefixItems schemas 2020|additionalItems schema 4 2019
unevaluatedItems schema 2019|contains schema 6|minContains count 2019|maxContains count 2019|maxItems count
minItems count|uniqueItems boolean|properties schema-map|patternProperties pattern-map|additionalProperties schema
unevaluatedProperties schema 2019|propertyNames schema 6|required strings|dependencies schema-or-strings-map
dependentRequired strings-map 2019|dependentSchemas schema-map 2019|minProperties count|maxProperties count
allOf schemas|anyOf schemas|oneOf schemas|not schema|if schema 7|then schema 7|else schema 7|title string
description string|default any|examples array 6|readOnly boolean 7|writeOnly boolean 7|deprecated boolean 2019
format string|contentEncoding string 7|contentMediaType string 7|contentSchema schema 2019
`

const keywords = new Map<string, Keyword[]>()
for (const line of table.trim().split(/[\n|]/)) {
  const [name = '', kind, since = '4', until = '2020'] = line.split(' ')
  const keyword = { kind: kind as ValueKind, since: Number(since) as Draft, until: Number(until) as Draft }
  keywords.set(name, [...(keywords.get(name) ?? []), keyword])
}

/** What a keyword holds in a draft, or null where that draft does not know it. */
export function kindOfKeyword(keyword: string, draft: Draft): ValueKind | null {
  return keywords.get(keyword)?.find((one) => one.since <= draft && draft <= one.until)?.kind ?? null
}

/** The drafts that know a keyword, first and last; null for a word that no draft knows. */
export function draftsOfKeyword(keyword: string): { since: Draft; until: Draft } | null {
  const known = keywords.get(keyword)
  const first = known?.[0]
  const last = known?.[known.length - 1]
  return first && last ? { since: first.since, until: last.until } : null
}

export function keywordsOfDraft(draft: Draft): string[] {
  return [...keywords.keys()].filter((keyword) => kindOfKeyword(keyword, draft) !== null)
}

/** The draft a document names in `$schema`; the newest where it names none we know. */
export function draftOf(schema: JsonObject | boolean | undefined): Draft {
  const named = typeof schema === 'object' ? own(schema, '$schema') : undefined
  const match = typeof named === 'string' ? /draft-0([467])|draft\/(2019-09|2020-12)/.exec(named) : null
  if (match?.[1]) return Number(match[1]) as Draft
  return match?.[2] === '2019-09' ? 2019 : 2020
}

export function draftTitle(draft: Draft): string {
  return draft < 10 ? `draft-0${String(draft)}` : draft === 2019 ? '2019-09' : '2020-12'
}
