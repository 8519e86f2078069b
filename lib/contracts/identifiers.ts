import { z } from 'zod'
import { isIdentifier } from '@/lib/domain/envelope/identifier'

/** Ids and names: 1 to 200 characters, no control characters or lone surrogates, not `.` or `..`. */
export const identifierSchema = z
  .string()
  .refine(isIdentifier, '1 to 200 characters without control characters, and not "." or ".."')
  .meta({ id: 'Identifier', minLength: 1, maxLength: 200 })

/** A version's label: any string of 1 to 50 characters (SemVer, SchemaVer, integers, dates). */
export const labelSchema = z
  .string()
  .max(50)
  .refine(isIdentifier, '1 to 50 characters without control characters, and not "." or ".."')

/** An instant as RFC 3339 text. On the way out always UTC with milliseconds. */
export const instantSchema = z.iso.datetime({ offset: true })

/** Free text of a person; plain text or Markdown, never HTML. PostgreSQL cannot hold NUL. */
export const proseSchema = z
  .string()
  .max(20_000)
  .refine((text) => !text.includes('\u0000'), 'must not contain NUL')

/** One line of a person's text. */
export const titleSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !/\p{Cc}/u.test(text), 'one line without control characters')

/** Any JSON value. */
export const jsonSchema = z.unknown()
