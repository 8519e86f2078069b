import { isObject, type Json, type JsonObject } from '@/lib/domain/json/json'
import type { Schema } from './company'

/**
 * A short notation for the company's schemas. Every leaf names an example, so that the examples of a version can be
 * put together from its fields (`example-data.ts`) and never fall behind the schema.
 */
export type Fields = Record<string, Schema>

const bare = (field: string) => field.replace(/\?$/, '')

/** An object; a field written `name?` is optional, every other one required. */
export function record(fields: Fields, extra: Schema = {}): Schema {
  const names = Object.keys(fields)
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([name, schema]) => [bare(name), schema])),
    required: names.filter((name) => !name.endsWith('?')),
    ...extra,
  }
}

/** The same object with fields added, or replaced where they exist; `name?` makes a field optional. */
export function withFields(schema: Schema, fields: Fields): Schema {
  const added = record(fields)
  const names = new Set(Object.keys(fields).map(bare))
  const required = (schema.required as string[]).filter((name) => !names.has(name))
  return {
    ...schema,
    properties: { ...(schema.properties as JsonObject), ...(added.properties as JsonObject) },
    required: [...required, ...(added.required as string[])],
  }
}

export function withoutFields(schema: Schema, ...names: string[]): Schema {
  const kept = Object.entries(schema.properties as JsonObject).filter(([name]) => !names.includes(name))
  const required = (schema.required as string[]).filter((name) => !names.includes(name))
  return { ...schema, properties: Object.fromEntries(kept), required }
}

/** The same object with one field's schema changed in place. */
export function changeField(schema: Schema, name: string, change: Schema): Schema {
  const properties = schema.properties as JsonObject
  const before = properties[name]
  return {
    ...schema,
    properties: { ...properties, [name]: { ...(isObject(before) ? before : {}), ...change } },
  }
}

export function text(description: string, example: string, extra: Schema = {}): Schema {
  return { type: 'string', description, ...extra, examples: [example] }
}

/** Seconds and zone belong in: RFC 3339. */
export function instant(description: string, example = '2026-03-14T09:26:53Z'): Schema {
  return { type: 'string', format: 'date-time', description, examples: [example] }
}

export function day(description: string, example = '2026-03-14'): Schema {
  return { type: 'string', format: 'date', description, examples: [example] }
}

export function whole(description: string, example: number, extra: Schema = {}): Schema {
  return { type: 'integer', description, ...extra, examples: [example] }
}

export function number(description: string, example: number, extra: Schema = {}): Schema {
  return { type: 'number', description, ...extra, examples: [example] }
}

export function flag(description: string, example = true, extra: Schema = {}): Schema {
  return { type: 'boolean', description, ...extra, examples: [example] }
}

/** One of several words; the first is the example. */
export function choice(description: string, values: Json[], extra: Schema = {}): Schema {
  return { type: 'string', enum: values, description, ...extra }
}

export function list(description: string, items: Schema, extra: Schema = {}): Schema {
  return { type: 'array', description, items, minItems: 1, maxItems: 500, ...extra }
}

/** Exact decimal text beside its currency: a binary number cannot hold 0.10. */
export function money(description: string, example = '129.90'): Schema {
  return record(
    {
      amount: text('Decimal amount', example, { pattern: '^-?\\d{1,9}\\.\\d{2}$' }),
      currency: choice('ISO 4217 code', ['EUR', 'SEK', 'NOK', 'DKK', 'GBP']),
    },
    { description, additionalProperties: false },
  )
}

/** Marks a field by which people look an event up. */
export const key = (schema: Schema): Schema => ({ ...schema, 'x-key': true })
/** Marks personal data. */
export const sensitive = (schema: Schema): Schema => ({ ...schema, 'x-sensitive': true })
export const nullable = (schema: Schema): Schema => ({ ...schema, type: [schema.type as string, 'null'] })
