import 'server-only'
import { createHash } from 'node:crypto'
import type { Receipt } from '@/lib/contracts/event'
import type { Envelope, EnvelopeProblem } from '@/lib/domain/envelope/envelope'
import { readEnvelope } from '@/lib/domain/envelope/read-envelope'
import type { Message } from '@/lib/domain/envelope/split-messages'
import { insertQuarantined, type QuarantineRow } from '@/lib/server/stores/quarantine-store'
import { judgeEnvelopes, type JudgedMessage, type ReadMessage } from './judge-envelopes'
import type { Outcome, PendingEvent } from './pending-event'
import { countReceived } from './receive-rate'
import type { Receiver } from './receiver'
import { timedNow } from './stage-times'
import { whileAbsent } from './while-absent'

/** Messages read and judged in one go; after that others get their turn. */
const TURN = 500
/** Messages up to which a request is read and judged together with others. */
const SMALL = 20
/** Imports may tell when they received an event, within what partitions are made for. */
const OLDEST_IMPORT_US = 20 * 366 * 86_400e6
const NEWEST_IMPORT_US = 86_400e6

/** A message of a body: text, or bytes that are no UTF-8. */
export type Incoming = Message | { raw: Buffer }

/**
 * Receives messages and answers what became of each, in order, after the commit. What is no event is kept in
 * quarantine; nothing is dropped.
 * @param sender the service that sent them, where it is known; an envelope may name another
 * @param isRetry whether they are kept already and nobody sent them again
 */
export async function receiveMessages(
  receiver: Receiver,
  messages: readonly Incoming[],
  isImport: boolean,
  sender: string | null = null,
  isRetry = false,
): Promise<Receipt[]> {
  const receipts: Receipt[] = []
  for (let start = 0; start < messages.length; start += TURN) {
    const turn = messages.slice(start, start + TURN)
    receipts.push(...(await receiveTurn(receiver, turn, isImport, sender, isRetry)))
    if (start + TURN < messages.length) await new Promise((resolve) => setImmediate(resolve))
  }
  countReceived(messages.length)
  return receipts
}

async function receiveTurn(
  receiver: Receiver,
  messages: readonly Incoming[],
  isImport: boolean,
  sender: string | null,
  isRetry: boolean,
): Promise<Receipt[]> {
  const received = await (messages.length > SMALL
    ? judgeAndStore(receiver, messages, isImport, sender)
    : receiver.turns.join(JSON.stringify([isImport, sender]), messages, (some) =>
        judgeAndStore(receiver, some, isImport, sender),
      ))
  const receipts = new Array<Receipt>(messages.length)
  const rows: QuarantineRow[] = []
  const places: number[] = []
  received.forEach((item, index) => {
    const refusal = 'event' in item ? unstorable(item.event, item.outcome) : item
    if (refusal) {
      places.push(index)
      rows.push(toRow(messages[index]!, refusal, isImport, sender))
    } else if ('event' in item) receipts[index] = toReceipt(item.event, item.outcome)
  })
  if (rows.length === 0) return receipts
  const ids = await whileAbsent(() => insertQuarantined(receiver.pool, rows, isRetry))
  rows.forEach(({ eventId, problems }, index) => {
    receipts[places[index]!] = {
      event_id: eventId,
      status: 'quarantined',
      quarantine_id: ids[index]!,
      problems: [...problems],
    }
  })
  return receipts
}

export type Received = Refusal | { event: PendingEvent; outcome: Outcome }

/**
 * Judges by the catalog as it is remembered: asking each time whether it has changed would take longer than all the rest
 * of a small request. Storing finds out, and what was judged too early is judged once more.
 */
async function judgeAndStore(
  receiver: Receiver,
  messages: readonly Incoming[],
  isImport: boolean,
  sender: string | null,
  isNewest = false,
): Promise<Received[]> {
  const judged = await readAndJudge(receiver, messages, isImport, sender, isNewest)
  const pending = judged.flatMap((item) => (item.kind === 'pending' ? [item.event] : []))
  const outcomes = await receiver.queue.add(pending)
  let next = 0
  const stale: number[] = []
  const received = judged.map((item, index): Received => {
    if (item.kind === 'quarantined') return item
    const outcome = outcomes[next++]!
    if (outcome.status === 'stale') stale.push(index)
    return { event: item.event, outcome }
  })
  if (stale.length === 0) return received
  await whileAbsent(() => receiver.catalog.refresh())
  const early = stale.map((index) => messages[index]!)
  const again = await judgeAndStore(receiver, early, isImport, sender, true)
  stale.forEach((place, index) => (received[place] = again[index]!))
  return received
}

/**
 * On its own, so that the parsed data is garbage before the events wait to be stored: what waits is copied by every
 * collection of young memory.
 */
function readAndJudge(
  receiver: Receiver,
  messages: readonly Incoming[],
  isImport: boolean,
  sender: string | null,
  isNewest: boolean,
): Promise<JudgedMessage[]> {
  const now = Date.now() * 1000
  const read = timedNow('read', () => messages.map((message) => readMessage(message, isImport, now)))
  return whileAbsent(() => judgeEnvelopes(read, receiver.catalog, isImport, sender, isNewest))
}

function readMessage(message: Incoming, isImport: boolean, now: number): ReadMessage {
  if ('raw' in message) {
    const problems = [{ pointer: '', code: 'not-utf-8', message: 'The message is not UTF-8.' }]
    return { text: '', envelope: { kind: 'quarantined', problems, eventId: null, type: null } }
  }
  const envelope = readEnvelope(message.text, { isImport }, message)
  message.parsed = undefined
  message.skim = undefined
  return { text: message.text, envelope: isImport ? checkReceipt(envelope, now) : envelope }
}

function checkReceipt(envelope: Envelope, now: number): Envelope {
  if (envelope.kind !== 'event') return envelope
  const { receivedAt, eventId, schema } = envelope.event
  if (receivedAt === null || (receivedAt > now - OLDEST_IMPORT_US && receivedAt < now + NEWEST_IMPORT_US))
    return envelope
  const message = 'received_at must lie within the last 20 years.'
  const problems = [{ pointer: '/received_at', code: 'bad-date', message }]
  return { kind: 'quarantined', problems, eventId, type: schema?.name ?? null }
}

type Refusal = { problems: EnvelopeProblem[]; eventId: string | null; type: string | null }

function unstorable(event: PendingEvent, outcome: Outcome): Refusal | null {
  if (outcome.status !== 'unstorable') return null
  const message = `The database cannot hold this event: ${outcome.message.slice(0, 200)}`
  return {
    problems: [{ pointer: '', code: 'not-storable', message }],
    eventId: event.eventId,
    type: event.typeName,
  }
}

function toRow(message: Incoming, refusal: Refusal, imported: boolean, sender: string | null): QuarantineRow {
  const raw = 'raw' in message ? message.raw : Buffer.from(message.text)
  const rawHash = createHash('sha256').update(raw).digest('hex').slice(0, 32)
  const { problems, eventId, type } = refusal
  return { raw, rawHash, imported, sender, problems, eventId, type }
}

function toReceipt(event: PendingEvent, outcome: Outcome): Receipt {
  const isStored = outcome.status === 'accepted'
  const status = isStored && event.validity === 'invalid' ? 'invalid' : outcome.status
  return {
    event_id: event.eventId,
    status: status as Receipt['status'],
    ...(isStored && event.problems.length > 0 ? { problems: [...event.problems] } : {}),
  }
}
