import { parseArgs } from 'node:util'
import { call } from '@/lib/client/api'
import type { Chain, ChainMember } from '@/lib/contracts/chain'
import { answerFormats, oneOf } from '../choices'
import { connection } from '../connection'
import type { Command } from '../main'
import { exitCodes, UsageError } from '../usage-error'

export const command: Command = {
  usage: 'trace EVENT-ID [--format text|json] [--url URL]',
  summary: 'Prints the chain of an event as an indented tree.',
  details: `  EVENT-ID          any event of the chain
  --format          text (the default) or json
  --url URL         the catalog

Exit code: 0 printed; 2 called wrongly; 3 no such event, or no answer.`,
  run,
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, url: { type: 'string' } },
  })
  const [eventId, ...rest] = positionals
  if (eventId === undefined || rest.length > 0) throw new UsageError(`Usage: pasttense ${command.usage}`)
  const format = oneOf('--format', answerFormats, values.format)
  const chain = await call('getChain', { params: { event_id: eventId } }, connection(values.url))
  console.log(format === 'json' ? JSON.stringify(chain, null, 2) : asTree(chain))
  return exitCodes.fine
}

function asTree({ focus, members, missing }: Chain): string {
  return members
    .flatMap((member, index) => [
      ...missing
        .filter(({ before }) => before === index)
        .map(
          ({ event_id, expired }) => `(${event_id} ${expired ? 'is past retention' : 'was not received'})`,
        ),
      line(member, focus),
    ])
    .join('\n')
}

function line(member: ChainMember, focus: string): string {
  const delay = member.delay_ms === null ? '' : `  ${member.delay_ms >= 0 ? '+' : ''}${member.delay_ms} ms`
  const notes = [
    ...(member.status === 'invalid' ? ['breaks its schema'] : []),
    ...member.flags,
    ...(member.joined_by === 'trace' ? ['by trace'] : []),
  ]
  const mark = member.event_id === focus ? '  ◀' : ''
  return `${'  '.repeat(member.depth)}${member.type} ${member.version}  ${member.created_at}${delay}  ${member.event_id}${notes.length > 0 ? `  [${notes.join(', ')}]` : ''}${mark}`
}
