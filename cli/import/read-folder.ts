import { readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Files under a folder by their path inside it with `/` between, sorted; hidden ones are left out. */
export function listFiles(folder: string, endings: readonly string[]): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        !entry.name.startsWith('.') &&
        endings.some((ending) => entry.name.endsWith(ending)),
    )
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** Reads `{type}` and `{version}` out of a path by its template; undefined where it does not fit. */
export function matchPath(template: string, path: string): { type: string; version: string } | undefined {
  const pattern = template
    .split(/(\{type\}|\{version\})/)
    .map((part) =>
      part === '{type}'
        ? '(?<type>.+)'
        : part === '{version}'
          ? '(?<version>[^/]+)'
          : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('')
  const groups = new RegExp(`^${pattern}$`).exec(path)?.groups
  return groups?.type !== undefined && groups.version !== undefined
    ? { type: groups.type, version: groups.version }
    : undefined
}
