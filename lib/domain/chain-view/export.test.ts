import { expect, it } from 'vitest'
import { chainOf } from './chain-drawing'
import { envelopeLine, exportMembers, type ExportFormat } from './export'

const { members } = chainOf(`
  OrderPlaced a"b,c 0
    CardUpdated =2+5 1 cud invalid late clock-skew
`)

it('writes CSV that a spreadsheet reads and does not run', () => {
  const lines = file('csv').split('\r\n')
  expect(lines[0]).toMatch(/^event_id,parent_event_id,depth,/)
  expect(lines[1]).toMatch(/^"a""b,c",,0,root,OrderPlaced,1.0.0,domain,shop,,2026-08-06T12:00:00.000Z,/)
  expect(lines[2]).toMatch(/^'=2\+5,"a""b,c",1,parent,.*,1000,invalid,late clock-skew,1,$/)
  expect(lines[3]).toBe('')
})

it('writes JSON and NDJSON with the same objects', () => {
  const lines = file('ndjson').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(JSON.parse(file('json')))
  expect(file('ndjson', [])).toBe('')
})

it('writes a chain of several parts as one file', () => {
  const many = Array.from({ length: 2_500 }, (_, index) => ({ ...members[0]!, event_id: `e-${index}` }))
  const told = JSON.parse(file('json', many)) as { event_id: string }[]
  expect(file('json', many)).toBe(`${JSON.stringify(told, null, 2)}\n`)
  expect(told.map(({ event_id }) => event_id)).toEqual(many.map(({ event_id }) => event_id))
  expect(file('json', [])).toBe('[]\n')
  expect(file('csv', many).trimEnd().split('\r\n')).toHaveLength(2_501)
  expect(file('ndjson', many).trimEnd().split('\n')).toHaveLength(2_500)
})

it('writes an envelope on one line with its data to the letter', () => {
  expect(envelopeLine('{\n  "id": 9007199254740993,\r\n  "note": "a\\nb"}', '{"event_id":"x"}')).toBe(
    '{"data":{   "id": 9007199254740993,   "note": "a\\nb"},"meta":{"event_id":"x"}}\n',
  )
})

function file(format: ExportFormat, of = members): string {
  return [...exportMembers(of, format)].join('')
}
