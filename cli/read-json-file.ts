import { readFileSync } from 'node:fs'
import { isObject, type Json, type JsonObject } from '@/lib/domain/json/json'
import { UsageError } from './usage-error'

/** Reads a file, or standard input for `-`, as JSON. @throws UsageError with the file's name */
export function readJsonFile(file: string): Json {
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`)
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}`)
  }
}

/** A file that holds a schema. @throws UsageError */
export function readSchemaFile(file: string): JsonObject | boolean {
  const value = readJsonFile(file)
  if (typeof value === 'boolean' || isObject(value)) return value
  throw new UsageError(`${file} holds no schema: a schema is a JSON object, true or false.`)
}
