import { parseArgs } from 'node:util'
import { ApiProblem, call, type ApiOptions } from '@/lib/client/api'
import { connection } from './connection'
import { sendHistory } from './simulator/send-history'
import { sendStream } from './simulator/send-stream'
import { emptyTally, sentenceOf, type Tally } from './simulator/tally'
import { exitCodes, UsageError } from './usage-error'

const usage = `Sends events of the demo company over HTTP, as its services would.

  npm run simulate -- --rate 50               a stream of 50 events a second, until Ctrl-C
  npm run simulate -- --rate 50 --for 60      the same for 60 seconds
  npm run simulate -- --history 500000        a past of about 500,000 events over 30 days
      --days 90                               over 90 days
      --end 2026-03-14T20:00:00Z              up to this moment; with --seed the same events again
  --seed TEXT    another company day; the default is taken from the time
  --url URL      another server than PASTTENSE_URL or http://127.0.0.1:3000

The token is PASTTENSE_TOKEN, else the one npm start wrote. A history needs one.`

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      rate: { type: 'string' },
      for: { type: 'string' },
      history: { type: 'string' },
      days: { type: 'string' },
      end: { type: 'string' },
      seed: { type: 'string' },
      url: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(usage)
    return exitCodes.fine
  }
  const api = connection(values.url)
  const seed = values.seed ?? String(Date.now())
  const total = emptyTally()
  const send =
    values.history === undefined
      ? planStream(seed, values, api, total)
      : planHistory(seed, values, api, total)
  await call('getHealth', {}, api)
  try {
    await send(stopOnInterrupt())
  } finally {
    console.log(sentenceOf(total))
  }
  return exitCodes.fine
}

type Plan = (stop: AbortSignal) => Promise<void>
type Values = Partial<Record<'rate' | 'for' | 'history' | 'days' | 'end', string>>

/** What is asked for is read before anything is sent. */
function planStream(seed: string, values: Values, api: ApiOptions, total: Tally): Plan {
  const rate = positive('--rate', values.rate ?? '50')
  const seconds = values.for === undefined ? Infinity : positive('--for', values.for)
  return (stop) => {
    console.error(`Sending ${rate} events a second to ${api.origin}, seed ${seed}. Ctrl-C ends it.`)
    return sendStream({ seed, rate, seconds, stop }, api, total)
  }
}

function planHistory(seed: string, values: Values, api: ApiOptions, total: Tally): Plan {
  if (!api.token) {
    throw new UsageError(
      'A history sets the times of receipt, which needs the token. Set PASTTENSE_TOKEN, or PASTTENSE_DATA to the data folder of the server.',
    )
  }
  const events = positive('--history', values.history ?? '')
  const days = positive('--days', values.days ?? '30')
  const end = momentOf(values.end)
  return (stop) => {
    console.error(
      `About ${events} events over ${days} days: --seed ${seed} --end ${new Date(end).toISOString()}`,
    )
    const started = Date.now()
    let shown = started
    return sendHistory({ seed, end, days, events }, stop, api, total, (done) => {
      if (Date.now() - shown < 1000) return
      shown = Date.now()
      const perSecond = Math.round(done / ((shown - started) / 1000))
      console.error(`${done} of about ${events}, ${perSecond} a second`)
    })
  }
}

function positive(option: string, text: string): number {
  const number = Number(text)
  if (Number.isFinite(number) && number > 0) return number
  throw new UsageError(`${option} must be a number greater than 0, not "${text}".`)
}

function momentOf(text: string | undefined): number {
  const moment = text === undefined ? Date.now() : Date.parse(text)
  if (Number.isNaN(moment))
    throw new UsageError(`--end must be a time like 2026-03-14T20:00:00Z, not "${text}".`)
  return moment
}

/** The first Ctrl-C lets what is under way be answered; a second one ends at once, as usual. */
function stopOnInterrupt(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return controller.signal
}

function explain(error: unknown): number {
  if (error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
    console.error(`${(error as Error).message}\nSee npm run simulate -- --help.`)
    return exitCodes.usage
  }
  if (error instanceof ApiProblem) console.error(`${error.problem.title}: ${error.message}`)
  else if (error instanceof TypeError && error.message === 'fetch failed')
    console.error('The server does not answer. Start it with `npm start`, or name another one with --url.')
  else console.error(error)
  return exitCodes.unreachable
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.exitCode = explain(error)
}
