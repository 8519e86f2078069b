import { parseArgs } from 'node:util'
import { call } from '@/lib/client/api'
import { answerFormats, oneOf } from '../choices'
import { connection } from '../connection'
import type { Command } from '../main'
import { exitCodes, UsageError } from '../usage-error'

export const command: Command = {
  usage: 'recount [--format text|json] [--url URL]',
  summary:
    'Counts flows anew from the stored events and puts right what differs. Receiving goes on meanwhile.',
  details: `  --format          text (the default) or json
  --url URL         the catalog

Exit code: 0 counted; 2 called wrongly; 3 refused or no answer.`,
  run,
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, url: { type: 'string' } },
  })
  if (positionals.length > 0) throw new UsageError(`Usage: pasttense ${command.usage}`)
  const format = oneOf('--format', answerFormats, values.format)
  const done = await call('recountFlows', {}, connection(values.url))
  if (format === 'json') console.log(JSON.stringify(done, null, 2))
  else
    for (const [what, { counted, corrected }] of [
      ['events by hour', done.events],
      ['events by day', done.days],
      ['edges by hour', done.edges],
      ['days of chains', done.chains],
    ] as const)
      console.log(`${what.padEnd(15)} ${counted} rows counted, ${corrected} corrected`)
  return exitCodes.fine
}
