import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { lintEventType } from '@/lib/domain/lint/lint-event-type'
import type { Command } from '../main'
import { readSchemaFile } from '../read-json-file'
import { exitCodes, UsageError } from '../usage-error'

export const command: Command = {
  usage: 'lint FILE… [--name NAME] [--kind domain|cud] [--format text|json]',
  summary:
    "Checks schemas against the rules; a name is the file's where none is given. Exit code 1 where an error was found.",
  run: (args) => Promise.resolve(run(args)),
}

function run(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      kind: { type: 'string' },
      format: { type: 'string', default: 'text' },
    },
  })
  if (positionals.length === 0) throw new UsageError(`Usage: pasttense ${command.usage}`)
  if (values.kind !== undefined && values.kind !== 'domain' && values.kind !== 'cud')
    throw new UsageError('--kind takes domain or cud.')
  const { kind } = values as { kind?: 'domain' | 'cud' }
  const found = positionals.map((file) => ({
    file,
    findings: lintEventType({
      name: values.name ?? basename(file, '.json'),
      kind,
      schema: readSchemaFile(file),
    }),
  }))
  if (values.format === 'json') console.log(JSON.stringify(found, null, 2))
  else
    for (const { file, findings } of found)
      for (const finding of findings)
        console.log(
          `${file}${finding.path ? `#${finding.path}` : ''}  ${finding.severity}  ${finding.rule}  ${finding.message}`,
        )
  return found.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))
    ? exitCodes.found
    : exitCodes.fine
}
