import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Mode, Policy } from '@/lib/domain/compatibility/check-compatibility'
import { compareSchemas, type Comparison } from '@/lib/domain/diff/compare-schemas'
import { rules } from '@/lib/domain/lint/rules'
import { modes, oneOf, policies } from '../choices'
import { connection } from '../connection'
import { readMappingFile } from '../import/mapping-file'
import type { Command } from '../main'
import { readSchemaFile } from '../read-json-file'
import { placeEntries } from '../report/place-entries'
import { formats, holds, summarize, writeReport, type Format, type ReportEntry } from '../report/report'
import { checkAgainst } from '../schemas/check-against'
import { checkLines } from '../schemas/check-lines'
import { checkRules, compareEntries } from '../schemas/compare-entries'
import { findSchemas, readSchemaText } from '../schemas/find-schemas'
import { exitCodes, UsageError } from '../usage-error'

export const command: Command = {
  usage: `check BEFORE AFTER [--mode …] [--policy …] [--format …]
  check --against URL PATH… [--mapping FILE] [--mode …] [--policy …] [--format …]
  check --ndjson [--policy …] < pairs`,
  summary:
    'Compares two schemas, or a working tree with a catalog: the verdict, the witness of what breaks, the changes.',
  details: `  BEFORE AFTER      two files; one of them may be - for standard input
  --against URL     a running catalog: each schema file at the paths is compared with the latest version of its event
                    type there. Type.json, Type.schema.json and Type/1.2.0.json name their type; of several versions in
                    a folder the highest is taken. What the catalog does not have yet is linted by its rules.
  --mapping FILE    where in the folders the schemas are, and in their files: see docs/import.md
  --ndjson          reads lines {"id", "writer", "reader"}, where the writer's events must be valid for the reader, and
                    answers {"id", "verdict", "witness"?, "path"?, "reason"?} lines in order; a bad line is answered
                    with an "error" and stops nothing. Default policy: strict
  --mode            backward (new readers, old events), forward (old readers, new events), full, the default, or
                    none: both are told, and nothing is refused
  --policy          tolerant (the default), strict or confluent
  --format          text (the default), json, github (workflow commands) or sarif (SARIF 2.1.0)

Exit code: 0 compatible; 1 breaking, unknown, or an error found; 2 called wrongly; 3 the catalog does not answer.`,
  run,
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      mode: { type: 'string', default: 'full' },
      policy: { type: 'string' },
      format: { type: 'string', default: 'text' },
      ndjson: { type: 'boolean', default: false },
      against: { type: 'string' },
      mapping: { type: 'string' },
    },
  })
  const policy = oneOf('--policy', policies, values.policy ?? (values.ndjson ? 'strict' : 'tolerant'))
  if (values.ndjson) {
    if (positionals.length > 0)
      throw new UsageError('check --ndjson reads standard input and takes no files.')
    return checkLines(process.stdin, process.stdout, policy)
  }
  const how = {
    policy,
    mode: oneOf('--mode', modes, values.mode),
    format: oneOf('--format', formats, values.format),
  }
  if (values.against !== undefined) return checkTree(positionals, values.against, values.mapping, how)
  const [before, after, ...rest] = positionals
  if (before === undefined || after === undefined || rest.length > 0)
    throw new UsageError(`Usage: pasttense ${command.usage}`)
  if (values.mapping !== undefined) throw new UsageError('--mapping goes with --against.')
  return checkPair(before, after, how)
}

interface How {
  mode: Mode
  policy: Policy
  format: Format
}

function checkPair(before: string, after: string, { mode, policy, format }: How): number {
  const schemas = [readSchemaFile(before), readSchemaFile(after)] as const
  const answer = compareSchemas(...schemas, { mode, policy })
  if (format === 'text') console.log(asText(answer, mode))
  else {
    const text = after === '-' ? '' : readFileSync(after, 'utf8')
    const entries = placeEntries(after, text, compareEntries(answer, answer.changes, mode))
    print(writeReport(format, entries, { rules: checkRules, json: answer }))
  }
  return answer.verdict === 'compatible' ? exitCodes.fine : exitCodes.found
}

async function checkTree(
  paths: readonly string[],
  url: string,
  mappingFile: string | undefined,
  { mode, policy, format }: How,
): Promise<number> {
  if (paths.length === 0)
    throw new UsageError('Name the files or folders to check: check --against URL schemas/')
  const mapping = mappingFile === undefined ? undefined : readMappingFile(mappingFile)
  const api = connection(url)
  const entries: ReportEntry[] = []
  const answers: unknown[] = []
  for (const path of findSchemas(paths, mapping)) {
    const { text, schema } = readSchemaText(path.file, mapping?.schemas.schema)
    const isFile = typeof schema === 'string'
    const answer = isFile
      ? { type: path.type, base: null, status: 'malformed-file', found: [malformed(schema)] }
      : await checkAgainst(path, schema, { mode, policy, api })
    const placed = placeEntries(path.file, text, answer.found, isFile ? '' : mapping?.schemas.schema)
    entries.push(...placed)
    const { type, base, status } = answer
    answers.push({ file: path.file, type, base, status, found: placed.map(({ file: _, ...entry }) => entry) })
    if (format !== 'text') continue
    console.log(`${path.file}  ${type}  ${status}${base === null ? '' : ` (${base})`}`)
    if (placed.length > 0)
      console.log(writeReport('text', placed, { rules: [], json: null }).replace(/^/gm, '  '))
  }
  if (format !== 'text')
    print(writeReport(format, entries, { rules: [...checkRules, ...rules], json: answers }))
  console.error(`${answers.length} schemas: ${summarize(entries)}`)
  return holds(entries, 'error') ? exitCodes.found : exitCodes.fine
}

function malformed(message: string) {
  return { rule: 'malformed-file', severity: 'error', path: '', message } as const
}

function print(text: string): void {
  if (text !== '') console.log(text)
}

function asText(answer: Comparison, mode: Mode): string {
  const direction = (name: 'backward' | 'forward', sentence: string) => {
    const { verdict, witness, path, reason } = answer[name]
    const why =
      verdict === 'breaking'
        ? `\n  at ${path || 'the root'}${witness === undefined ? '' : `, for example ${JSON.stringify(witness)}`}`
        : verdict === 'unknown'
          ? `\n  ${reason}`
          : ''
    const elsewhere = answer.differences.filter((difference) => difference.direction === name)
    return [
      `${name}: ${verdict} (${sentence})${why}`,
      ...elsewhere.map(({ message }) => `  ${message}`),
    ].join('\n')
  }
  return [
    mode === 'none' ? 'nothing asked (none)' : `${answer.verdict} (${mode})`,
    direction('backward', 'new readers, old events'),
    direction('forward', 'old readers, new events'),
    ...answer.changes.map((change) => `${change.path || '/'}  ${change.kind}  ${change.message}`),
  ].join('\n')
}
