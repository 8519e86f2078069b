import { parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type { SeenSort, SeenType } from '@/lib/contracts/seen-type'

const SORTS = ['name', 'events'] as const satisfies readonly SeenSort[]

/** The state of the list of seen types as it stands in the address: what is sent most comes first. */
export const seenParsers = {
  sort: parseAsStringLiteral(SORTS).withDefault('events'),
  q: parseAsString.withDefault(''),
}

/** The types whose name or producers hold every word, in capitals or not. */
export function findSeenTypes(types: readonly SeenType[], words: string): readonly SeenType[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return types
  return types.filter(({ name, producers }) => {
    const lower = [name, ...producers].join('\n').toLowerCase()
    return wanted.every((word) => lower.includes(word))
  })
}

/** Of equally many events by name. @param types in the order of their names */
export function sortSeenTypes(types: readonly SeenType[], sort: SeenSort): readonly SeenType[] {
  return sort === 'name' ? types : [...types].sort((a, b) => b.count - a.count)
}
