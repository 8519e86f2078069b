import { lineAndColumn, placesInText } from '@/lib/domain/json/place-in-text'
import type { Finding } from '@/lib/domain/lint/finding'
import type { ReportEntry } from './report'

/** What a report needs of a finding. */
export type Told = Pick<Finding, 'rule' | 'severity' | 'path' | 'message'> & { readonly waiver?: string }

/**
 * Findings at their lines of a file. `prefix` is where in the file's document the schema stands, as a JSON Pointer;
 * in a text that is no JSON everything stands at its beginning.
 */
export function placeEntries(file: string, text: string, found: readonly Told[], prefix = ''): ReportEntry[] {
  const ranges = placesInText(
    text,
    found.map(({ path }) => (path === '' ? '' : prefix + path)),
  )
  return found.map(({ rule, severity, path, message, waiver }, index) => ({
    file,
    ...lineAndColumn(text, ranges[index]?.offset ?? 0),
    rule,
    severity,
    path,
    message,
    ...(waiver === undefined ? {} : { waiver }),
  }))
}
