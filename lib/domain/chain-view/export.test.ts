import { expect, it } from 'vitest'
import { chainOf } from './chain-drawing'
import { envelopeLine, exportMembers } from './export'

const { members } = chainOf(`
  OrderPlaced a"b,c 0
    CardUpdated =2+5 1 cud invalid late clock-skew
`)

it('writes CSV that a spreadsheet reads and does not run', () => {
  const lines = exportMembers(members, 'csv').split('\r\n')
  expect(lines[0]).toMatch(/^event_id,parent_event_id,depth,/)
  expect(lines[1]).toMatch(/^"a""b,c",,0,root,OrderPlaced,1.0.0,domain,shop,,2026-08-06T12:00:00.000Z,/)
  expect(lines[2]).toMatch(/^'=2\+5,"a""b,c",1,parent,.*,1000,invalid,late clock-skew,1,$/)
  expect(lines[3]).toBe('')
})

it('writes JSON and NDJSON with the same objects', () => {
  const lines = exportMembers(members, 'ndjson').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(JSON.parse(exportMembers(members, 'json')))
  expect(exportMembers([], 'ndjson')).toBe('')
})

it('writes an envelope on one line with its data to the letter', () => {
  expect(envelopeLine('{\n  "id": 9007199254740993,\r\n  "note": "a\\nb"}', '{"event_id":"x"}')).toBe(
    '{"data":{   "id": 9007199254740993,   "note": "a\\nb"},"meta":{"event_id":"x"}}\n',
  )
})
