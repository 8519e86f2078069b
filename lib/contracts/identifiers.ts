import { z } from 'zod'
import { isObject } from '@/lib/domain/json/json'
import { isIdentifier, MAX_LABEL } from '@/lib/domain/envelope/identifier'
import { parseInstant } from '@/lib/domain/envelope/instant'

/** Ids and names: 1 to 200 characters, no control characters or lone surrogates, not `.` or `..`. */
export const identifierSchema = z
  .string()
  .refine(isIdentifier, '1 to 200 characters without control characters, and not "." or ".."')
  .meta({ id: 'Identifier', minLength: 1, maxLength: 200 })

/** A version's label: any string of 1 to 50 characters (SemVer, SchemaVer, integers, dates). */
export const labelSchema = z
  .string()
  .max(MAX_LABEL)
  .refine(isIdentifier, '1 to 50 characters without control characters, and not "." or ".."')

/** An instant as RFC 3339 text, of the years 1 to 9999. On the way out always UTC with milliseconds. */
export const instantSchema = z.iso
  .datetime({ offset: true })
  .refine((text) => parseInstant(text) !== null, 'an instant of the years 1 to 9999')

/** Any text that can be stored: PostgreSQL holds no NUL, and UTF-8 no lone surrogate. */
export function textSchema(maxLength: number) {
  return z
    .string()
    .max(maxLength, `at most ${maxLength.toLocaleString('en')} characters`)
    .refine((text) => !text.includes('\u0000') && !/\p{Cs}/u.test(text), 'no NUL, no lone surrogates')
}

/** Free text of a person; plain text or Markdown, never HTML. */
export const proseSchema = textSchema(20_000)

/** A count that fits the database's integers. */
export const countSchema = z.number().int().min(0).max(2_147_483_647)

/** One line of a person's text. */
export const titleSchema = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(200, 'at most 200 characters')
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'one line without control characters')

/**
 * A JSON Schema. Taken as it is, since a copy member by member would leave `__proto__` out; whether it is a sound
 * schema, the services say.
 */
export const schemaDocumentSchema = z
  .custom<Record<string, unknown> | boolean>(
    (value) => typeof value === 'boolean' || isObject(value),
    'a JSON Schema: an object, true or false',
  )
  .meta({ type: ['object', 'boolean'] })

/** Any JSON value. */
export const jsonSchema = z.unknown()
