import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'
import { isObject, type JsonObject } from '@/lib/domain/json/json'
import { lineAndColumn } from '@/lib/domain/json/place-in-text'
import { readJson } from '@/lib/domain/json/read-json'
import { isTooDeep } from '@/lib/domain/json/text-tree'

export type ParsedSchema =
  | { readonly status: 'schema'; readonly schema: JsonObject | boolean }
  | { readonly status: 'broken'; readonly message: string; readonly line: number }

/** A schema's text as a schema, or where and why it is none. */
export function parseSchemaText(text: string): ParsedSchema {
  const value = readJson(text)
  if (typeof value === 'boolean' || isObject(value)) return { status: 'schema', schema: value }
  if (value === undefined && isTooDeep(text))
    return { status: 'broken', line: 1, message: 'Not JSON yet, and it nests too deep to say where' }
  const error = value === undefined ? firstError(text) : undefined
  if (!error) return { status: 'broken', line: 1, message: 'A schema is a JSON object, true or false' }
  const { line, column } = lineAndColumn(text, error.offset)
  return {
    status: 'broken',
    line,
    message: `Not JSON yet: ${sentence(error)} at line ${line}, column ${column}`,
  }
}

/** Asked only where the text is no JSON: the lenient parser, which finds errors, is a dozen times slower than the language's own. */
function firstError(text: string): ParseError | undefined {
  const errors: ParseError[] = []
  parse(text, errors, { disallowComments: true })
  return errors[0]
}

/** `PropertyNameExpected` as words. */
function sentence({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
}
