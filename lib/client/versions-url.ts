import { createLoader, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server'

export const COMPARE_VIEWS = ['trees', 'text', 'list'] as const
export type CompareView = (typeof COMPARE_VIEWS)[number]

/** The state of the versions page as it stands in the address. */
export const versionsParsers = {
  from: parseAsString,
  to: parseAsString,
  view: parseAsStringLiteral(COMPARE_VIEWS).withDefault('trees'),
  /** The change that is looked at, by its place in the list. */
  change: parseAsInteger,
  layout: parseAsStringLiteral(['split', 'unified']).withDefault('split'),
  /** Fields that differ somewhere, or all of them. */
  fields: parseAsStringLiteral(['all', 'changed']).withDefault('all'),
}

export const loadVersionsState = createLoader(versionsParsers)
