import { createReadStream, existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { connection } from '../connection'
import { ingestLines } from '../import/ingest-lines'
import type { Command } from '../main'
import { exitCodes, UsageError } from '../usage-error'

export const command: Command = {
  usage: 'ingest [FILE] [--url URL]',
  summary: 'Sends events, one envelope a line, from a file or standard input. Prints what was not accepted.',
  details: `  FILE              one envelope a line; - or nothing is standard input
  --url URL         the catalog

Exit code: 0 all accepted or received before; 1 some invalid, in conflict, quarantined or no text; 2 called wrongly; 3 no answer.`,
  run,
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { url: { type: 'string' } },
  })
  const [file = '-', ...rest] = positionals
  if (rest.length > 0) throw new UsageError(`Usage: pasttense ${command.usage}`)
  if (file !== '-' && !existsSync(file)) throw new UsageError(`There is nothing at ${file}.`)
  const input = file === '-' ? process.stdin : createReadStream(file)
  const counts = await ingestLines(input, connection(values.url), (result) => {
    if (result.status !== 'accepted' && result.status !== 'duplicate') console.log(JSON.stringify(result))
  })
  console.error([...counts].map(([status, count]) => `${count} ${status}`).join(', ') || 'no events')
  return ['quarantined', 'conflict', 'invalid', 'unreadable'].some((status) => counts.has(status))
    ? exitCodes.found
    : exitCodes.fine
}
