import { parseArgs } from 'node:util'
import { ApiProblem, call } from '@/lib/client/api'
import { connection } from '../connection'
import type { Command } from '../main'
import { readSchemaFile } from '../read-json-file'
import { exitCodes, UsageError } from '../usage-error'

export const command: Command = {
  usage: 'publish NAME SCHEMA-FILE [--label LABEL] [--notes TEXT] [--breaking-reason TEXT] [--url URL]',
  summary: 'Publishes a schema as the next version of an event type.',
  details: `  --label LABEL     the version's label; without it the changes suggest one
  --notes TEXT      what changed, and why
  --breaking-reason TEXT  why it is published though it breaks somebody: needed where it does
  --url URL         the catalog

Exit code: 0 published, now or before; 1 findings hold it up and it became a proposal; 2 called wrongly; 3 refused or no
answer.`,
  run,
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      label: { type: 'string' },
      notes: { type: 'string' },
      'breaking-reason': { type: 'string' },
      url: { type: 'string' },
    },
  })
  const [name, file, ...rest] = positionals
  if (name === undefined || file === undefined || rest.length > 0)
    throw new UsageError(`Usage: pasttense ${command.usage}`)
  const schema = readSchemaFile(file)
  const { label, notes, url, 'breaking-reason': breaking_reason } = values
  const body = { schema, label, notes, breaking_reason }
  const answer = await call('publishVersion', { params: { name }, body }, connection(url)).catch(
    (error: unknown) => {
      if (error instanceof ApiProblem && error.is('reason-needed'))
        console.error('Give the reason with --breaking-reason TEXT.')
      throw error
    },
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
