import type { ExactJson } from '../json/exact-numbers'
import { isObject, own } from '../json/json'

/** Names by which an entity counts its own changes. */
export const REVISION_NAMES = ['version', 'revision'] as const
export type RevisionName = (typeof REVISION_NAMES)[number]

/** What a state says of how often its entity was changed, to the last digit. */
export type Revisions = ReadonlyMap<RevisionName, bigint>

export const NO_REVISIONS: Revisions = new Map()

/** Whole numbers alone: a version that is a text may be anything. */
export function revisionsOf({ value, numbers }: ExactJson): Revisions {
  const found = new Map<RevisionName, bigint>()
  if (!isObject(value)) return found
  for (const name of REVISION_NAMES) {
    const revision = own(value, name)
    if (typeof revision !== 'number') continue
    const written = numbers.get(`/${name}`) ?? String(revision)
    if (/^-?\d+$/.test(written)) found.set(name, BigInt(written))
  }
  return found
}

/** The name by which all of these count their changes; undefined where there is none. */
export function commonRevision(all: readonly Revisions[]): RevisionName | undefined {
  return REVISION_NAMES.find((name) => all.every((revisions) => revisions.has(name)))
}
