import { createLoader, parseAsString, type inferParserType } from 'nuqs/server'
import type { QuarantineFilter } from './quarantine-queries'

/** The quarantine's state as it stands in the address. */
export const quarantineParsers = {
  q: parseAsString.withDefault(''),
  code: parseAsString.withDefault(''),
  /** The message that is open. */
  message: parseAsString,
}

export const loadQuarantineState = createLoader(quarantineParsers)
export type QuarantineState = inferParserType<typeof quarantineParsers>

export function quarantineFilter({ q, code }: QuarantineState): QuarantineFilter {
  return { q: q.trim() || undefined, code: code || undefined }
}
