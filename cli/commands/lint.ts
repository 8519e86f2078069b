import { parseArgs } from 'node:util'
import { lintEventType } from '@/lib/domain/lint/lint-event-type'
import { rules } from '@/lib/domain/lint/rules'
import { oneOf } from '../choices'
import { connection } from '../connection'
import { readMappingFile } from '../import/mapping-file'
import type { Command } from '../main'
import { placeEntries } from '../report/place-entries'
import { formats, holds, summarize, writeReport, type ReportEntry } from '../report/report'
import { checkRules } from '../schemas/compare-entries'
import { findSchemas, readSchemaText } from '../schemas/find-schemas'
import { lintBySpectral } from '../schemas/lint-by-spectral'
import { lintInCatalog } from '../schemas/lint-against'
import { exitCodes, UsageError } from '../usage-error'

export const command: Command = {
  usage:
    'lint PATH… [--name NAME] [--kind domain|cud] [--against URL] [--spectral RULESET] [--mapping FILE] [--fail-on …] [--format …]',
  summary: 'Checks schemas against the rules; an event type is named by its file unless --name says it.',
  details: `  PATH              files (- for standard input) or folders, in which of several versions of a type the highest is taken
  --name NAME       the event type's name, for one file. Without it Type.json, Type.schema.json and Type/1.2.0.json name it
  --kind            domain or cud; without it a CUD event is not told from a domain event
  --against URL     a running catalog: its severities, its name style, its waivers, its other event types
  --spectral RULESET  what your own Spectral finds by that ruleset as well; it must be installed (@stoplight/spectral-cli)
  --mapping FILE    where in the folders the schemas are, and in their files: see docs/import.md
  --fail-on         error (the default), warning or hint: the slightest severity that makes the exit code 1
  --format          text (the default), json, github (workflow commands) or sarif (SARIF 2.1.0)

Exit code: 0 nothing of that severity; 1 found; 2 called wrongly; 3 the catalog does not answer. Waived findings are
printed as waived and never make it 1.`,
  run,
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      kind: { type: 'string' },
      against: { type: 'string' },
      mapping: { type: 'string' },
      spectral: { type: 'string' },
      'fail-on': { type: 'string', default: 'error' },
      format: { type: 'string', default: 'text' },
    },
  })
  if (positionals.length === 0) throw new UsageError(`Usage: pasttense ${command.usage}`)
  const format = oneOf('--format', formats, values.format)
  const failOn = oneOf('--fail-on', ['error', 'warning', 'hint'] as const, values['fail-on'])
  const kind =
    values.kind === undefined ? undefined : oneOf('--kind', ['domain', 'cud'] as const, values.kind)
  const mapping = values.mapping === undefined ? undefined : readMappingFile(values.mapping)
  const paths = positionals.flatMap((path) =>
    path === '-' ? [{ file: '-', type: values.name ?? '' }] : findSchemas([path], mapping),
  )
  if (values.name !== undefined && paths.length > 1) throw new UsageError('--name goes with one file.')
  const api = values.against === undefined ? undefined : connection(values.against)
  const entries: ReportEntry[] = []
  const answers: unknown[] = []
  for (const { file, type } of paths) {
    const { text, schema } = readSchemaText(file, mapping?.schemas.schema)
    const name = (values.name ?? type) || undefined
    const findings =
      typeof schema === 'string'
        ? [{ rule: 'malformed-file', severity: 'error', path: '', message: schema } as const]
        : api
          ? await lintInCatalog(name, schema, api, kind)
          : lintEventType({ name, kind, schema })
    const placed = placeEntries(
      file,
      text,
      findings,
      typeof schema === 'string' ? '' : mapping?.schemas.schema,
    )
    const theirs = values.spectral === undefined ? [] : await lintBySpectral(file, values.spectral)
    // Spectral reads the whole file, wherever in it the schema stands.
    entries.push(...placed, ...placeEntries(file, text, theirs))
    answers.push({ file, findings: [...findings, ...theirs] })
  }
  const report = writeReport(format, entries, { rules: [...rules, ...checkRules], json: answers })
  if (report !== '') console.log(report)
  console.error(`${paths.length} ${paths.length === 1 ? 'schema' : 'schemas'}: ${summarize(entries)}`)
  return holds(entries, failOn) ? exitCodes.found : exitCodes.fine
}
