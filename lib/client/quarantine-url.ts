import { createLoader, parseAsString, parseAsStringLiteral, type inferParserType } from 'nuqs/server'
import type { QuarantineFilter } from './quarantine-queries'

/** The quarantine's state as it stands in the address. */
export const quarantineParsers = {
  view: parseAsStringLiteral(['groups', 'messages']).withDefault('groups'),
  /** The group whose messages are listed, in either view. */
  group: parseAsString,
  q: parseAsString.withDefault(''),
  code: parseAsString.withDefault(''),
  /** The message that is open. */
  message: parseAsString,
}

export const loadQuarantineState = createLoader(quarantineParsers)
export type QuarantineState = inferParserType<typeof quarantineParsers>

export function quarantineFilter({ q, code, group }: QuarantineState): QuarantineFilter {
  return { q: q.trim() || undefined, code: code || undefined, group: group || undefined }
}

/** Whether messages are listed, and not their groups. */
export function listsMessages({ view, group }: QuarantineState): boolean {
  return view === 'messages' || Boolean(group)
}
