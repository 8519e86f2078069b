import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { call } from '@/lib/client/api'
import { useServedDoor } from '@/lib/server/http/testing/use-served-door'
import { envelope } from '@/lib/server/ingest/testing/received'
import { ingestLines } from './ingest-lines'

const door = useServedDoor()

test('every line of a stream is sent to the letter, and what is none is told of', async () => {
  const line = (id: string, note: string) => JSON.stringify(envelope({ id, data: { note } }))
  const bytes = Buffer.concat([
    Buffer.from(`\uFEFF${line('marked', 'x')}\r\n\n`),
    // White space of JSON and a letter of its texts, at which some readers break lines.
    Buffer.from(
      `${line('carriage', 'x').replace('"meta":', '"meta":\r')}\n${line('separated', 'a\u2028b')}\n`,
    ),
    Buffer.from([0x7b, 0xff, 0x7d, 0x0a]),
    Buffer.from(`\u00a0\n${line('last', 'x')}`),
  ])
  const api = door()
  const told: object[] = []
  const counts = await ingestLines(
    Readable.from([bytes.subarray(0, 40), bytes.subarray(40)]),
    api,
    (result) => told.push(result),
  )
  expect([...counts].sort()).toEqual([
    ['accepted', 4],
    ['quarantined', 1],
    ['unreadable', 1],
  ])
  expect(told).toContainEqual({ status: 'unreadable', line: 5, message: 'the line is not UTF-8' })
  const { data } = await call('getEvent', { params: { event_id: 'separated' } }, api)
  expect(data).toEqual({ note: 'a\u2028b' })
})

test('a line as long as a request may be is sent by itself, and a longer one is named with the limit', async () => {
  const MOST = 10 * 1024 * 1024
  /** Of letters that take three bytes each, but for the last. */
  const lineOf = (id: string, bytes: number) => {
    const line = (note: string) => JSON.stringify(envelope({ id, type: 'LongTold', data: { note } }))
    const room = bytes - Buffer.byteLength(line(''))
    return line('\u20ac'.repeat(Math.floor(room / 3)) + 'x'.repeat(room % 3))
  }
  const lines = [
    lineOf('short-1', 300),
    lineOf('wide', 1_990_000),
    lineOf('longest', MOST),
    lineOf('short-2', 300),
    lineOf('too-long', MOST + 1),
    lineOf('short-3', 300),
  ]
  const told: object[] = []
  const input = Readable.from([Buffer.from(lines.join('\n'))])
  const counts = await ingestLines(input, door(), (result) => told.push(result))
  expect(told.filter((result) => !('event_id' in result))).toEqual([
    { status: 'unreadable', line: 5, message: 'the line is longer than 10 MiB' },
  ])
  expect(counts.get('accepted')).toBe(5)
})
