import type { Json, JsonObject } from '../json/json'
import type { LintInput } from './rule'

function property(name: string, schema: Json): JsonObject {
  return { type: 'object', properties: { [name]: schema } }
}

/** Arrays in arrays. */
export function nested(depth: number): JsonObject {
  let schema: JsonObject = { type: 'array', maxItems: 1 }
  for (let level = 0; level < depth; level++) schema = { type: 'array', items: schema }
  return schema
}

const draft = (name: string) => `http://json-schema.org/${name}/schema#`
const entity: JsonObject = {
  type: 'object',
  properties: { id: { type: 'string' }, city: { type: 'string' } },
  required: ['id'],
}
const orders: JsonObject = { type: 'object', allOf: [{ $ref: '#/$defs/base' }], $defs: { base: entity } }
const envelope: JsonObject = {
  properties: {
    data: { properties: { eventId: {}, total: {} } },
    meta: { $ref: '#/$defs/meta' },
  },
  $defs: { meta: { properties: { event_id: {}, createdAt: {}, order_total: {} } } },
}

/** By rule id: what breaks it, with the places it is found at, and what is next to it and does not. */
export const ruleCases: Record<string, { bad: [LintInput, string[]][]; good: LintInput[] }> = {
  'name-past-tense': {
    bad: [
      [{ name: 'CancelOrder' }, ['']],
      [{ name: 'OrderEvent' }, ['']],
    ],
    good: [{ name: 'OrderCancelled' }, { name: 'PasswordReset' }, {}],
  },
  'name-past-tense-ambiguous': {
    bad: [[{ name: 'PasswordReset' }, ['']]],
    good: [{ name: 'OrderCancelled' }, { name: 'CancelOrder' }],
  },
  'name-event-suffix': {
    bad: [
      [{ name: 'OrderPlacedEvent' }, ['']],
      [{ name: 'order.placed.event' }, ['']],
      [{ name: 'ORDER_PLACED_EVENT_V2' }, ['']],
    ],
    good: [{ name: 'OrderPlaced' }, { name: 'EventReceived' }, { name: 'Event' }],
  },
  'name-style': {
    bad: [
      [{ name: 'order_placed', nameStyle: 'PascalCase' }, ['']],
      [{ name: 'OrderPlaced', nameStyle: 'snake_case' }, ['']],
      [{ name: 'shop/order-placed', nameStyle: 'camelCase' }, ['']],
      [{ name: 'OrderPlaced', nameStyle: 'dot.case' }, ['']],
      [{ name: 'orderPlaced', nameStyle: 'kebab-case' }, ['']],
      [{ name: 'orderPlaced', nameStyle: 'SCREAMING_SNAKE_CASE' }, ['']],
    ],
    good: [{ name: 'order_placed' }, { name: 'shop.OrderPlaced', nameStyle: 'PascalCase' }],
  },
  'name-case-collision': {
    bad: [
      [{ name: 'OrderPLACED', catalogNames: ['OrderPlaced'] }, ['']],
      [{ schema: { properties: { orderId: {}, OrderID: {}, total: {} } } }, ['/properties/OrderID']],
    ],
    good: [
      { name: 'OrderPlaced', catalogNames: ['OrderPlaced'] },
      { schema: { properties: { a: {}, b: {} } } },
    ],
  },
  'cud-name': {
    bad: [
      [{ name: 'CustomerChanged', kind: 'cud' }, ['']],
      [{ name: 'customer_create', kind: 'cud', entity: 'Customer' }, ['']],
      [{ name: 'CustomerCreated', kind: 'cud', entity: 'Order' }, ['']],
    ],
    good: [
      { name: 'CustomerChanged', kind: 'domain' },
      { name: 'shop.customer.created', kind: 'cud', entity: 'Customer' },
    ],
  },
  'cud-family': {
    bad: [[{ name: 'CustomerCreated', kind: 'cud', catalogNames: ['CustomerUpdated'] }, ['']]],
    good: [
      { name: 'CustomerCreated', kind: 'cud' },
      { name: 'CustomerCreated', kind: 'cud', catalogNames: ['customer_updated', 'CustomerDeleted'] },
    ],
  },
  'cud-full-state': {
    bad: [
      [
        { name: 'OrderUpdated', kind: 'cud', schema: property('id', {}), entitySchemas: { created: orders } },
        ['', '/properties/id'],
      ],
      [
        { name: 'OrderCreated', kind: 'cud', schema: {}, entitySchemas: { deleted: property('id', {}) } },
        [''],
      ],
    ],
    good: [
      { name: 'OrderUpdated', kind: 'cud', schema: entity, entitySchemas: { created: orders } },
      { name: 'OrderUpdated', kind: 'domain', schema: {}, entitySchemas: { created: orders } },
    ],
  },
  'meta-field-in-data': {
    bad: [
      [{ schema: property('createdAt', {}) }, ['/properties/createdAt']],
      [{ schema: property('eventId', {}) }, ['/properties/eventId']],
      [{ schema: property('correlation_id', {}) }, ['/properties/correlation_id']],
      [{ schema: { allOf: [property('TRACE-ID', {})] } }, ['/allOf/0/properties/TRACE-ID']],
      [{ schema: envelope }, ['/properties/data/properties/eventId']],
    ],
    good: [{ schema: property('order_id', {}) }, { schema: property('order', property('created_at', {})) }],
  },
  'data-field-in-meta': {
    bad: [[{ schema: envelope }, ['/$defs/meta/properties/order_total']]],
    good: [{ schema: property('meta', property('order_total', {})) }],
  },
  'schema-too-large': {
    bad: [[{ schema: nested(201) }, ['/items'.repeat(200)]]],
    good: [{ schema: nested(199) }],
  },
  'invalid-schema': {
    bad: [
      [{ schema: { type: 'text' } }, ['/type']],
      [{ schema: { type: ['string', 'string'] } }, ['/type']],
      [
        { schema: { required: 'id', properties: [], minLength: -1, pattern: '(' } },
        ['/required', '/properties', '/minLength', '/pattern'],
      ],
      [
        { schema: { $schema: draft('draft-04'), exclusiveMinimum: 3, required: [] } },
        ['/exclusiveMinimum', '/required'],
      ],
      [
        { schema: { patternProperties: { '[': {} }, allOf: [], multipleOf: 0, enum: [] } },
        ['/patternProperties', '/allOf', '/multipleOf', '/enum'],
      ],
      [{ schema: { $schema: draft('draft-04'), not: true } }, ['/not']],
    ],
    good: [
      {
        schema: {
          $schema: draft('draft-04'),
          minimum: 1,
          exclusiveMinimum: true,
          additionalProperties: false,
        },
      },
      { schema: { $schema: draft('draft-07'), items: [{}, true], dependencies: { a: ['b'], c: {} } } },
      { schema: true },
    ],
  },
  'reference-not-found': {
    bad: [[{ schema: { properties: { a: { $ref: '#/$defs/b' } } } }, ['/properties/a/$ref']]],
    good: [
      { schema: { $ref: '#/$defs/a%20b', $defs: { 'a b': { $ref: '#' } } } },
      { schema: { $ref: 'other.json#/a' } },
      { schema: { $ref: '#anchor' } },
    ],
  },
  'pattern-not-linear': {
    bad: [
      [{ schema: { pattern: '(?=a)b' } }, ['/pattern']],
      [{ schema: { pattern: '(?<!a)b' } }, ['/pattern']],
      [{ schema: { pattern: '(a)\\1' } }, ['/pattern']],
      [{ schema: { patternProperties: { '(?<x>a)\\k<x>': {} } } }, ['/patternProperties/(?<x>a)\\k<x>']],
      [{ schema: { pattern: 'a{1,5000}' } }, ['/pattern']],
    ],
    good: [{ schema: { pattern: '^(?:a|(?<year>[(?=]{2,3}))\\\\1[\\]\\1]$' } }],
  },
  unsatisfiable: {
    bad: [
      [{ schema: false }, ['']],
      [{ schema: { type: 'string', minLength: 3, maxLength: 2 } }, ['/minLength']],
      [{ schema: { type: 'integer', minimum: 3, maximum: 2 } }, ['/minimum']],
      [
        { schema: { $schema: draft('draft-04'), minimum: 3, maximum: 3, exclusiveMaximum: true } },
        ['/minimum'],
      ],
      [{ schema: { minimum: 3, exclusiveMaximum: 3 } }, ['/minimum']],
      [{ schema: { required: ['a'], properties: { a: false } } }, ['/required/0']],
      [{ schema: { type: 'object', required: ['a'], additionalProperties: false } }, ['/required/0']],
      [{ schema: { required: ['a', 'b'], maxProperties: 1 } }, ['/maxProperties']],
      [{ schema: { type: 'string', enum: [1, 2] } }, ['/enum']],
      [{ schema: { type: ['integer', 'null'], const: 1.5 } }, ['/const']],
      [{ schema: { not: {} } }, ['/not']],
      [{ schema: { anyOf: [false, false] } }, ['/anyOf']],
      [{ schema: { allOf: [{ type: 'string' }, { type: 'object' }] } }, ['/allOf']],
    ],
    good: [
      { schema: { type: 'string', minimum: 3, maximum: 2 } },
      { schema: { properties: { a: false }, additionalProperties: false } },
      { schema: { required: ['ab'], patternProperties: { '^a': {} }, additionalProperties: false } },
      { schema: { type: 'integer', const: 1.0 } },
      { schema: { not: { minimum: 3, maximum: 2 } } },
      { schema: { allOf: [{ type: 'integer' }, { type: 'number' }] } },
    ],
  },
  'unknown-keyword': {
    bad: [
      [{ schema: { requried: ['a'] } }, ['/requried']],
      [{ schema: { property: {} } }, ['/property']],
      [{ schema: { nullable: true } }, ['/nullable']],
      [{ schema: { example: 1 } }, ['/example']],
      [{ schema: { minlength: 1 } }, ['/minlength']],
      [{ schema: { $schema: draft('draft-07'), $defs: {} } }, ['/$defs']],
      [{ schema: { $schema: draft('draft-04'), if: {}, const: 1 } }, ['/if', '/const']],
      [{ schema: JSON.parse('{"__proto__": 1}') as JsonObject }, ['/__proto__']],
    ],
    good: [{ schema: { 'x-team': 'orders', properties: { requried: {} }, default: { anything: 1 } } }],
  },
  'type-missing': {
    bad: [
      [{ schema: { properties: { a: { maxLength: 3 }, b: true } } }, ['', '/properties/a', '/properties/b']],
      [{ schema: { type: 'array', items: { minItems: 1 } } }, ['/items']],
    ],
    good: [{ schema: { $ref: '#' } }, { schema: { type: 'object', anyOf: [{ required: ['a'] }] } }],
  },
  'object-without-properties': {
    bad: [[{ schema: property('a', { type: 'object' }) }, ['/properties/a']]],
    good: [
      { schema: { type: 'object', additionalProperties: { type: 'string' } } },
      { schema: { type: 'object', maxProperties: 0 } },
      { schema: { type: 'object', oneOf: [property('a', {})] } },
    ],
  },
  'date-as-number': {
    bad: [
      [{ schema: property('shipped_at', { type: 'integer', minimum: 0 }) }, ['/properties/shipped_at']],
      [{ schema: property('startTime', { type: 'number' }) }, ['/properties/startTime']],
      [{ schema: property('birthDate', { type: ['integer', 'null'] }) }, ['/properties/birthDate']],
    ],
    good: [
      { schema: property('processing_time', { type: 'number' }) },
      { schema: property('shipped_at', { type: 'string' }) },
      { schema: property('seat', { type: 'integer' }) },
    ],
  },
  'money-as-number': {
    bad: [
      [{ schema: property('orderTotal', { type: 'number' }) }, ['/properties/orderTotal']],
      [{ schema: property('unit_price', { type: ['number', 'null'] }) }, ['/properties/unit_price']],
    ],
    good: [
      { schema: property('amount', { type: 'integer' }) },
      { schema: property('tax_rate', { type: 'number' }) },
      { schema: property('amount', { type: 'string' }) },
    ],
  },
  'personal-data-unmarked': {
    bad: [
      [{ schema: property('customerEmail', { type: 'string' }) }, ['/properties/customerEmail']],
      [{ schema: property('first_name', { type: 'string' }) }, ['/properties/first_name']],
      [
        { schema: property('shipping-address', property('street', {})) },
        ['/properties/shipping-address', '/properties/shipping-address/properties/street'],
      ],
    ],
    good: [
      { schema: property('email', { type: 'string', 'x-sensitive': true }) },
      { schema: property('email', { type: 'string', 'x-sensitive': false }) },
      { schema: property('customer', { 'x-sensitive': true, ...property('email', {}) }) },
      { schema: property('email', { type: 'boolean' }) },
      { schema: property('email_template_id', { type: 'string' }) },
    ],
  },
  'key-sensitive': {
    bad: [
      [
        { schema: property('email', { type: 'string', 'x-sensitive': true, 'x-key': true }) },
        ['/properties/email/x-key'],
      ],
      [
        { schema: property('person', { 'x-sensitive': true, ...property('id', { 'x-key': true }) }) },
        ['/properties/person/properties/id/x-key'],
      ],
    ],
    good: [
      { schema: property('email', { type: 'string', 'x-sensitive': true, 'x-key': false }) },
      { schema: property('customer_id', { type: 'string', 'x-sensitive': false, 'x-key': true }) },
    ],
  },
  'description-missing': {
    bad: [[{ schema: property('a', { description: ' ' }) }, ['', '/properties/a']]],
    good: [
      { schema: { description: 'An order.', properties: { a: { $ref: '#' } } } },
      { schema: {}, description: 'Placed.' },
    ],
  },
  'example-missing': {
    bad: [[{ schema: { type: 'object' } }, ['']]],
    good: [{ schema: { examples: [{}] } }, { schema: {}, examples: [{}] }, { schema: true }],
  },
  'enum-without-unknown': {
    bad: [
      [{ schema: { enum: ['paid', 'mother'] } }, ['/enum']],
      [{ schema: { enum: ['PAID', 'SENT', null] } }, ['/enum']],
    ],
    good: [
      { schema: { enum: ['PAID', 'OTHER_REASON'] } },
      { schema: { enum: ['paid'] } },
      { schema: { enum: [1, 2] } },
    ],
  },
  'unbounded-string': {
    bad: [[{ schema: property('a', { type: ['string', 'null'] }) }, ['/properties/a']]],
    good: [{ schema: { type: 'string', format: 'uuid' } }, { schema: { type: 'string', maxLength: 3 } }],
  },
  'unbounded-array': {
    bad: [[{ schema: property('a', { type: 'array' }) }, ['/properties/a']]],
    good: [
      { schema: { type: 'array', maxItems: 3 } },
      { schema: { type: 'array', prefixItems: [{}], items: false } },
    ],
  },
}
