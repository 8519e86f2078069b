import { drafts, draftUri, isAtLeast, type Draft } from '@/lib/domain/compatibility/schema/drafts'

const keyword = (type: string | readonly string[], description: string, more: object = {}) => ({
  type,
  description,
  ...more,
})
/** What is put in with a keyword, the caret at `$1`. The editor takes a text that begins with ^ as it stands. */
const startingWith = (label: string, body: string) => ({ defaultSnippets: [{ label, body: `^${body}` }] })
const schema = (description: string) => ({
  allOf: [{ $ref: '#' }],
  description,
  ...startingWith('{}', '{$1}'),
})
const schemas = (description: string) => ({
  type: 'array',
  minItems: 1,
  items: { $ref: '#' },
  description,
  ...startingWith('[{}]', '[{$1}]'),
})
const named = (description: string) => ({ type: 'object', additionalProperties: { $ref: '#' }, description })
const count = (description: string) => ({ type: 'integer', minimum: 0, description })

const ADDRESS = keyword('string', 'The address other schemas refer to this one by.')
const DEFINITIONS = named('Schemas to refer to.')
const REFERENCE = 'Another schema that applies here, such as'
const elements = (description: string) => ({
  anyOf: [{ $ref: '#' }, { type: 'array', minItems: 1, items: { $ref: '#' } }],
  description,
  ...startingWith('{}', '{$1}'),
})

/** In the words of the newest draft; what older ones say otherwise stands below. */
const keywords: Readonly<Record<string, object>> = {
  $schema: keyword('string', 'The draft this schema is written in.', {
    default: draftUri('2020-12'),
    examples: drafts.toReversed().map(draftUri),
  }),
  $id: ADDRESS,
  id: ADDRESS,
  $ref: keyword('string', `${REFERENCE} \`#/$defs/money\`.`),
  $anchor: keyword('string', 'A name for this place, for `$ref`.'),
  $defs: DEFINITIONS,
  definitions: DEFINITIONS,
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
  additionalItems: schema('The schema of the elements after those that `items` lists.'),
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
  dependencies: {
    type: 'object',
    additionalProperties: { anyOf: [{ $ref: '#' }, { type: 'array', items: { type: 'string' } }] },
    description: 'What must be there, or apply, when a field is there.',
  },
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

/** The first draft that has a keyword; the others are in all of them. */
const SINCE: Readonly<Partial<Record<string, Draft>>> = {
  $id: 'draft-06',
  const: 'draft-06',
  contains: 'draft-06',
  examples: 'draft-06',
  propertyNames: 'draft-06',
  $comment: 'draft-07',
  if: 'draft-07',
  then: 'draft-07',
  else: 'draft-07',
  readOnly: 'draft-07',
  writeOnly: 'draft-07',
  $anchor: '2019-09',
  $defs: '2019-09',
  deprecated: '2019-09',
  dependentRequired: '2019-09',
  dependentSchemas: '2019-09',
  maxContains: '2019-09',
  minContains: '2019-09',
  unevaluatedItems: '2019-09',
  unevaluatedProperties: '2019-09',
  prefixItems: '2020-12',
}

/** The last draft that has a keyword. */
const UNTIL: Readonly<Partial<Record<string, Draft>>> = {
  id: 'draft-04',
  definitions: 'draft-07',
  dependencies: 'draft-07',
  additionalItems: '2019-09',
}

/** What a draft says otherwise than the newest one. */
function otherwise(draft: Draft): Readonly<Record<string, object>> {
  return {
    ...(!isAtLeast(draft, '2020-12') && {
      items: elements('The schema of the elements, or one for each by position.'),
    }),
    ...(!isAtLeast(draft, '2019-09') && {
      $ref: keyword('string', `${REFERENCE} \`#/definitions/money\`. What stands beside it is not read.`),
    }),
    ...(!isAtLeast(draft, 'draft-06') && {
      exclusiveMinimum: keyword('boolean', 'Whether the number must be larger than `minimum`.'),
      exclusiveMaximum: keyword('boolean', 'Whether the number must be smaller than `maximum`.'),
    }),
  }
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

/**
 * What the editor knows of a draft of JSON Schema: what it completes, and what it says of a keyword. Its own worker brings
 * metaschemas of two old drafts, without our keywords, and cannot read those of the newer ones; this says the same in
 * keywords it reads. What is wrong with a schema is said by the rules, not by this.
 */
export function schemaLanguage(draft: Draft): object {
  const own = otherwise(draft)
  const known = Object.keys(keywords).filter(
    (name) => isAtLeast(draft, SINCE[name] ?? draft) && isAtLeast(UNTIL[name] ?? draft, draft),
  )
  const names = [...new Set([...FIRST, ...known])]
  return {
    type: isAtLeast(draft, 'draft-06') ? ['object', 'boolean'] : 'object',
    properties: Object.fromEntries(
      names.map((name, index) => [
        name,
        { ...(own[name] ?? keywords[name]), suggestSortText: String(index).padStart(3, '0') },
      ]),
    ),
    definitions: { type: { enum: ['object', 'array', 'string', 'integer', 'number', 'boolean', 'null'] } },
  }
}
