import type { MonacoKit } from '@/components/schema/monaco/load-monaco'

const keyword = (type: string | readonly string[], description: string, more: object = {}) => ({
  type,
  description,
  ...more,
})
const schema = (description: string) => ({ allOf: [{ $ref: '#' }], description })
const schemas = (description: string) => ({ type: 'array', minItems: 1, items: { $ref: '#' }, description })
const named = (description: string) => ({ type: 'object', additionalProperties: { $ref: '#' }, description })
const count = (description: string) => ({ type: 'integer', minimum: 0, description })

const DRAFT_2020_12 = 'https://json-schema.org/draft/2020-12/schema'

/**
 * What the editor knows of JSON Schema 2020-12: completion and hover. The editor's own worker lacks that draft's
 * metaschema, which is written in keywords it does not read; this is the same language in older ones. What is wrong
 * with a schema is said by the rules, not by this.
 */
const keywords: Readonly<Record<string, object>> = {
  $schema: keyword('string', 'The draft this schema is written in.', {
    default: DRAFT_2020_12,
  }),
  $id: keyword('string', 'The address other schemas refer to this one by.'),
  $ref: keyword('string', 'Another schema that applies here, such as `#/$defs/money`.'),
  $anchor: keyword('string', 'A name for this place, for `$ref`.'),
  $defs: named('Schemas to refer to.'),
  $comment: keyword('string', 'A note for maintainers; not for consumers.'),
  title: keyword('string', 'A short name.'),
  description: keyword('string', 'What the value means. Consumers read this.'),
  default: { description: 'What a consumer may assume when the field is absent.' },
  examples: keyword('array', 'Values as they really occur.'),
  deprecated: keyword('boolean', 'Whether consumers should stop using it.'),
  readOnly: keyword('boolean', 'Only the owner sets it.'),
  writeOnly: keyword('boolean', 'Never given back.'),
  type: {
    description: 'The kinds of value allowed.',
    anyOf: [{ $ref: '#/definitions/type' }, { type: 'array', items: { $ref: '#/definitions/type' } }],
  },
  enum: keyword('array', 'All the values allowed. Consumers switch over them: a new one may surprise them.'),
  const: { description: 'The only value allowed.' },
  multipleOf: keyword('number', 'The number is a multiple of this.'),
  minimum: keyword('number', 'The smallest number allowed.'),
  maximum: keyword('number', 'The largest number allowed.'),
  exclusiveMinimum: keyword('number', 'The number is larger than this.'),
  exclusiveMaximum: keyword('number', 'The number is smaller than this.'),
  minLength: count('The fewest characters (Unicode code points).'),
  maxLength: count('The most characters (Unicode code points).'),
  pattern: keyword('string', 'A regular expression found somewhere in the text: anchor it with ^ and $.'),
  format: keyword('string', 'What the text stands for. An annotation: it does not refuse values by itself.', {
    examples: ['date-time', 'date', 'time', 'duration', 'email', 'uri', 'uuid', 'ipv4', 'hostname'],
  }),
  items: schema('The schema of the elements (after `prefixItems`).'),
  prefixItems: schemas('The schemas of the first elements, by position.'),
  contains: schema('At least one element is like this.'),
  minContains: count('How many elements match `contains`, at least.'),
  maxContains: count('How many elements match `contains`, at most.'),
  minItems: count('The fewest elements.'),
  maxItems: count('The most elements.'),
  uniqueItems: keyword('boolean', 'No two elements are equal.'),
  properties: named('The fields, by name.'),
  patternProperties: named('Fields whose names match a regular expression.'),
  additionalProperties: schema('Fields that are not named here: a schema, or `false` for none.'),
  propertyNames: schema('What names of fields look like.'),
  required: keyword('array', 'Fields that are always there.', {
    items: { type: 'string' },
    uniqueItems: true,
  }),
  minProperties: count('The fewest fields.'),
  maxProperties: count('The most fields.'),
  dependentRequired: keyword('object', 'Fields that must be there when another one is.'),
  dependentSchemas: named('Schemas that apply when a field is there.'),
  unevaluatedProperties: schema('Fields that no part of this schema has looked at.'),
  unevaluatedItems: schema('Elements that no part of this schema has looked at.'),
  allOf: schemas('All of these apply.'),
  anyOf: schemas('At least one of these applies.'),
  oneOf: schemas('Exactly one of these applies.'),
  not: schema('This must not apply.'),
  if: schema('When this applies, `then` must, else `else` must.'),
  then: schema('Must apply when `if` does.'),
  else: schema('Must apply when `if` does not.'),
  'x-key': keyword('boolean', 'A business key: chains can be found by its value.'),
  'x-sensitive': keyword('boolean', 'Personal data.'),
}

/** Offered first, in this order, before the rest as it stands above: by the alphabet `$anchor` comes first. */
const FIRST = [
  'type',
  'description',
  'properties',
  'required',
  'items',
  'enum',
  'format',
  'x-key',
  'x-sensitive',
  'title',
]

const schemaLanguage = {
  type: ['object', 'boolean'],
  properties: inOrder(),
  definitions: { type: { enum: ['object', 'array', 'string', 'integer', 'number', 'boolean', 'null'] } },
}

function inOrder(): Record<string, object> {
  const names = [...new Set([...FIRST, ...Object.keys(keywords)])]
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      { ...keywords[name], suggestSortText: String(index).padStart(3, '0') },
    ]),
  )
}

/** Teaches the editor's JSON language about schemas, once a page is enough. */
export function describeSchemaLanguage({ jsonDefaults }: MonacoKit): void {
  jsonDefaults.setDiagnosticsOptions({
    validate: true,
    allowComments: false,
    trailingCommas: 'error',
    schemaRequest: 'ignore',
    // What a schema gets wrong is a finding of ours with its own words; the editor only speaks of broken JSON.
    schemaValidation: 'ignore',
    enableSchemaRequest: false,
    schemas: [
      {
        uri: 'inmemory://pasttense/json-schema.json',
        fileMatch: ['inmemory://draft/schema.json'],
        schema: schemaLanguage,
      },
      // A text that says which draft it is written in is read by that name alone, whatever file it is.
      { uri: DRAFT_2020_12, schema: schemaLanguage },
    ],
  })
}
