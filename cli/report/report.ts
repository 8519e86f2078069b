import type { Severity } from '@/lib/domain/lint/finding'
import { asGithubCommands } from './github'
import { asSarif } from './sarif'

/** One thing a check says of one file. */
export interface ReportEntry {
  readonly file: string
  /** Where it stands in the file, counted from one; 1:1 where it concerns the whole. */
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly severity: Severity
  /** JSON Pointer into the schema. */
  readonly path: string
  readonly message: string
  /** Why somebody waived it, and who; a waived one holds nothing up. */
  readonly waiver?: string
}

/** What a rule is about, for those who only see its id. */
export interface RuleText {
  readonly id: string
  readonly title: string
  readonly explanation: string
}

export const formats = ['text', 'json', 'github', 'sarif'] as const
export type Format = (typeof formats)[number]

/** The entries as one text. `json` is the command's own answer, so that it can carry more than the entries. */
export function writeReport(
  format: Format,
  entries: readonly ReportEntry[],
  { rules, json }: { rules: readonly RuleText[]; json: unknown },
): string {
  switch (format) {
    case 'text':
      return entries.map(asLine).join('\n')
    case 'json':
      return JSON.stringify(json, null, 2)
    case 'github':
      return asGithubCommands(entries)
    case 'sarif':
      return JSON.stringify(asSarif(entries, rules), null, 2)
  }
}

function asLine({ file, line, column, severity, rule, message, waiver }: ReportEntry): string {
  const said = waiver === undefined ? severity : `waived ${severity}`
  return `${file}:${line}:${column}  ${said}  ${rule}  ${message}${waiver === undefined ? '' : `  [waived: ${waiver}]`}`
}

/** Whether an entry of this severity or a graver one stands, waived ones apart. */
export function holds(entries: readonly ReportEntry[], from: Severity): boolean {
  const order: readonly Severity[] = ['hint', 'warning', 'error']
  return entries.some(
    ({ severity, waiver }) => waiver === undefined && order.indexOf(severity) >= order.indexOf(from),
  )
}

/** `2 errors, 1 warning, 1 waived` for standard error; `nothing found` where there is none. */
export function summarize(entries: readonly ReportEntry[]): string {
  const open = entries.filter(({ waiver }) => waiver === undefined)
  const counts = (['error', 'warning', 'hint'] as const).map(
    (severity) => [severity, open.filter((entry) => entry.severity === severity).length] as const,
  )
  const words = counts.flatMap(([severity, count]) =>
    count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`],
  )
  const waived = entries.length - open.length
  return [...words, ...(waived > 0 ? [`${waived} waived`] : [])].join(', ') || 'nothing found'
}
