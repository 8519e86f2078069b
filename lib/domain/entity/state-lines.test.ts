import { expect, it } from 'vitest'
import { readExact } from '../json/exact-numbers'
import type { Json } from '../json/json'
import { differencesBetween } from './difference'
import { stateLines } from './state-lines'

const SIGN = { came: '+', changed: '~', went: '-' } as const
const draw = (before: Json | undefined, after: Json) =>
  drawText(before === undefined ? undefined : JSON.stringify(before), JSON.stringify(after))
function drawText(before: string | undefined, after: string): string[] {
  const state = readExact(after)
  const differences = differencesBetween(before === undefined ? undefined : readExact(before), state)
  return stateLines(state, differences).map(
    ({ depth, text, mark }) => `${mark ? SIGN[mark] : ' '} ${'  '.repeat(depth)}${text}`,
  )
}

it('marks what came, changed and went, where it stands', () => {
  expect(
    draw(
      { id: 'c', name: { full: 'Ada', short: 'A' }, phone: '1', lines: [1], 'a/b': 1 },
      { id: 'c', name: { full: 'Ada N', short: 'A' }, tags: ['x'], lines: [1, 2], none: {} },
    ),
  ).toEqual([
    '  {',
    '    "id": "c",',
    '    "name": {',
    '~     "full": "Ada N",',
    '      "short": "A"',
    '    },',
    '+   "tags": [',
    '+     "x"',
    '+   ],',
    '~   "lines": [',
    '~     1,',
    '~     2',
    '~   ],',
    '+   "none": {}',
    '-   "phone": "1"',
    '-   "a/b": 1',
    '  }',
  ])
})

it('marks nothing of the first state, since all of it came', () => {
  expect(draw(undefined, { id: 'c' })).toEqual(['  {', '    "id": "c"', '  }'])
})

it('draws numbers that no double holds to the letter', () => {
  expect(
    drawText(
      '{"id": 9007199254740993, "n": 9007199254740992, "was": [9007199254740995]}',
      '{"id": 9007199254740993, "n": 9007199254740993}',
    ),
  ).toEqual([
    '  {',
    '    "id": 9007199254740993,',
    '~   "n": 9007199254740993',
    '-   "was": [9007199254740995]',
    '  }',
  ])
})
