import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { JsonObject } from '@/lib/domain/json/json'
import { orderVersions, parseLabel } from '@/lib/domain/versioning/label-order'
import type { Mapping } from '../import/mapping'
import { listFiles, matchPath } from '../import/read-folder'
import { readSchema } from '../import/read-schema'
import { UsageError } from '../usage-error'

/** A file that is said to hold a schema; which event type and version its path names. */
export interface SchemaPath {
  readonly file: string
  readonly type: string
  readonly label?: string
}

/**
 * The schema files of a working tree: files as they are named, and of each folder what lies in it, where of several
 * versions of one type only the highest is taken. `CardExpired.json` and `CardExpired.schema.json` name their type, as
 * does the folder of `CardExpired/1.2.0.json`; a mapping says it for any other layout.
 * @throws UsageError where there is nothing at a path
 */
export function findSchemas(paths: readonly string[], mapping?: Mapping): SchemaPath[] {
  return paths.flatMap((path) => {
    const place = statSync(path, { throwIfNoEntry: false })
    if (!place) throw new UsageError(`There is nothing at ${path}.`)
    if (!place.isDirectory()) return [pathOf(path)]
    const found = mapping ? findMapped(path, mapping) : findPlain(path)
    if (found.length === 0) throw new UsageError(`No schema file (.json) is in ${path}.`)
    return highestOnly(found)
  })
}

function findPlain(folder: string): SchemaPath[] {
  return listFiles(folder, ['.json'])
    .filter((file) => !file.split('/').some((part) => part === 'node_modules' || part.startsWith('.')))
    .map((file) => pathOf(join(folder, file)))
}

function findMapped(folder: string, { schemas }: Mapping): SchemaPath[] {
  const root = join(folder, schemas.folder)
  return listFiles(root, ['.json']).flatMap((file) => {
    const named = matchPath(schemas.path, file)
    return named ? [{ file: join(root, file), type: named.type, label: named.version }] : []
  })
}

function pathOf(file: string): SchemaPath {
  const name = basename(file).replace(/(?:\.schema)?\.json$/, '')
  const folder = basename(dirname(file))
  return parseLabel(name) !== undefined && !['', '.', '..'].includes(folder)
    ? { file, type: folder, label: name }
    : { file, type: name }
}

/** In the order of the files. */
function highestOnly(found: readonly SchemaPath[]): SchemaPath[] {
  const byType = new Map<string, { file: string; label: string; ordinal: number }[]>()
  for (const { file, type, label } of found) {
    if (label === undefined) continue
    // Two folders of one name are two types to a person who looks at them.
    const key = `${dirname(file)} ${type}`
    const versions = byType.get(key) ?? []
    byType.set(key, versions)
    versions.push({ file, label, ordinal: versions.length })
  }
  const highest = new Set([...byType.values()].map((versions) => orderVersions(versions).at(-1)?.file))
  return found.filter(({ file, label }) => label === undefined || highest.has(file))
}

/** A file's text and its schema; a text in place of the schema says what is wrong with it. */
export function readSchemaText(
  file: string,
  pointer = '',
): { text: string; schema: JsonObject | boolean | string } {
  const text = readFileSync(file === '-' ? 0 : file, 'utf8')
  return { text, schema: readSchema(text, pointer) }
}
