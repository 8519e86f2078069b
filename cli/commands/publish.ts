import { parseArgs } from 'node:util'
import { call } from '@/lib/client/api'
import { connection } from '../connection'
import type { Command } from '../main'
import { readSchemaFile } from '../read-json-file'
import { exitCodes, UsageError } from '../usage-error'

export const command: Command = {
  usage: 'publish NAME SCHEMA-FILE [--label LABEL] [--notes TEXT] [--url URL]',
  summary: 'Publishes a schema as the next version of an event type.',
  details: `  --label LABEL     the version's label; without it the changes suggest one
  --notes TEXT      what changed, and why
  --url URL         the catalog

Exit code: 0 published, now or before; 1 findings hold it up and it became a proposal; 2 called wrongly; 3 refused or no
answer.`,
  run,
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { label: { type: 'string' }, notes: { type: 'string' }, url: { type: 'string' } },
  })
  const [name, file, ...rest] = positionals
  if (name === undefined || file === undefined || rest.length > 0)
    throw new UsageError(`Usage: pasttense ${command.usage}`)
  const schema = readSchemaFile(file)
  const answer = await call(
    'publishVersion',
    { params: { name }, body: { schema, label: values.label, notes: values.notes } },
    connection(values.url),
  )
  if (answer.proposal) console.log(`Findings hold it up: it became the proposal ${answer.proposal.href}`)
  else
    console.log(
      `${name} ${answer.version?.label} ${answer.created ? 'is published' : 'was published before'}`,
    )
  for (const { severity, rule, path, message } of answer.findings)
    console.log(`  ${severity}  ${rule}  ${path}  ${message}`)
  return answer.proposal ? exitCodes.found : exitCodes.fine
}
