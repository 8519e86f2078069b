import type { JsonObject } from '@/lib/domain/json/json'
import { both, nested, object, type HostilePair } from './make'

export const deep: HostilePair[] = [
  ...[100, 1_000, 10_000].flatMap((depth) => [
    ...both(
      `properties ${depth} deep`,
      nested(depth, { type: 'string' }, (a) => object({ a })),
      nested(depth, { type: 'number' }, (a) => object({ a })),
    ),
    ...both(
      `allOf ${depth} deep`,
      nested(depth, { type: 'string' }, (a) => ({ allOf: [a, {}] })),
      { type: 'string' },
    ),
    ...both(
      `not ${depth} deep`,
      nested(depth, { type: 'string' }, (not) => ({ not })),
      { type: 'string' },
    ),
    ...both(
      `items ${depth} deep`,
      nested(depth, { minimum: 1 }, (items) => ({ type: 'array', minItems: 1, items })),
      nested(depth, { minimum: 2 }, (items) => ({ type: 'array', minItems: 1, items })),
    ),
    ...both(
      `a constant ${depth} deep`,
      { const: nested(depth, 1, (a) => ({ a })) },
      { const: nested(depth, 2, (a) => ({ a })) },
    ),
    ...both(`an enum value ${depth} deep`, { enum: [nested(depth, 1, (a) => [a])] }, { type: 'object' }),
    ...both(
      `unevaluatedProperties under allOf ${depth} deep`,
      {
        ...(nested(depth, object({ a: {} }), (a) => ({ allOf: [a] })) as JsonObject),
        unevaluatedProperties: false,
      },
      object({ a: {} }, { additionalProperties: false }),
    ),
  ]),
  ...both(
    'anyOf of two, 150 deep',
    nested(150, { minLength: 1 }, (a) => ({ anyOf: [a, { maxLength: 1 }] })),
    nested(150, { minLength: 2 }, (a) => ({ anyOf: [a, { maxLength: 1 }] })),
  ),
  ...both(
    'oneOf of two, 25 deep',
    nested(25, { minLength: 1 }, (a) => ({ oneOf: [a, { maxLength: 1 }] })),
    nested(25, { minLength: 2 }, (a) => ({ oneOf: [a, { maxLength: 1 }] })),
  ),
  ...both(
    'if and else, 60 deep',
    nested(60, { minLength: 1 }, (a) => ({ if: a, then: { maxLength: 5 }, else: { not: a } })),
    { type: 'string' },
  ),
]
