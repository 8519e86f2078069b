import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { sendEvents } from '@/lib/client/send-events'
import { connection } from '../connection'
import type { Command } from '../main'
import { exitCodes, UsageError } from '../usage-error'

/** Lines a request; the server takes 5,000 and 10 MiB. */
const BATCH_LINES = 1_000
const BATCH_CHARACTERS = 2_000_000

export const command: Command = {
  usage: 'ingest [FILE] [--url URL]',
  summary: 'Sends events, one envelope a line, from a file or standard input. Prints what was not accepted.',
  details: `  FILE              one envelope a line; - or nothing is standard input
  --url URL         the catalog

Exit code: 0 all accepted or received before; 1 some invalid, in conflict or quarantined; 2 called wrongly; 3 no answer.`,
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
  const api = connection(values.url)
  const counts = new Map<string, number>()
  let batch: string[] = []
  let characters = 0
  const send = async () => {
    if (batch.length === 0) return
    for (const receipt of (await sendEvents(batch, api)).results) {
      counts.set(receipt.status, (counts.get(receipt.status) ?? 0) + 1)
      if (receipt.status !== 'accepted' && receipt.status !== 'duplicate')
        console.log(JSON.stringify(receipt))
    }
    batch = []
    characters = 0
  }
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    batch.push(line)
    characters += line.length
    if (batch.length >= BATCH_LINES || characters >= BATCH_CHARACTERS) await send()
  }
  await send()
  console.error([...counts].map(([status, count]) => `${count} ${status}`).join(', ') || 'no events')
  return ['quarantined', 'conflict', 'invalid'].some((status) => counts.has(status))
    ? exitCodes.found
    : exitCodes.fine
}
