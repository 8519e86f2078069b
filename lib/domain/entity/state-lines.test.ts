import { expect, it } from 'vitest'
import type { Json } from '../json/json'
import { differencesBetween } from './difference'
import { stateLines } from './state-lines'

const SIGN = { came: '+', changed: '~', went: '-' } as const
const draw = (before: Json | undefined, after: Json) =>
  stateLines(after, differencesBetween(before, after)).map(
    ({ depth, text, mark }) => `${mark ? SIGN[mark] : ' '} ${'  '.repeat(depth)}${text}`,
  )

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
