import fc from 'fast-check'
import type { Json } from '@/lib/domain/json/json'

export const names = fc.constantFrom('a', 'b', 'c', 'ab', 'd', 'é')

/** Values of every shape the drawn schemas speak of; no number so large that the judges' floats have no decimals left. */
export const values: fc.Arbitrary<Json> = fc.letrec<{ value: Json; leaf: Json }>((tie) => ({
  leaf: fc.constantFrom<Json[]>(
    ...[null, true, false, 0, 1, 2, 3, 4, 5, 6, -1, 0.5, 1.5, 0.1, 0.3, 12, 1e6],
    ...['', 'a', 'b', 'c', 'ab', 'ba', 'aa', 'abc', 'd', 'é', '😀', 'a😀', '1', ' '],
  ),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: tie('leaf') },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    { weight: 3, arbitrary: fc.dictionary(names, tie('value'), { maxKeys: 4 }) },
  ),
})).value

/** Tried against each "compatible", whatever was drawn. */
const everyday: Json[] = [
  null, true, false, 0, 1, 2, 3, 4, 5, 6, 10, 11, -1, -3, 0.5, 1.5, 2.5, 0.25, 1e10, '', 'a', 'b', 'c', 'ab', 'abc', 'aa', 'ba', 'd', '1', 'é', '😀', 'bcd', [], [1],
  ['a'], [1, 1], [1, 2], [1, 2, 3], [null, true, 'a'], [[], []], [[1], {}], [{ a: 1 }, { a: 1 }], ['a', 'b', 'c', 'ab'], {}, { a: 1 }, { a: 'a' }, { b: null }, { a: 1, b: 2 },
  { a: null, b: 'b', c: [] }, { ab: 1 }, { '': 0 }, { d: 1 }, { a: {} }, { a: { a: 1 } }, { a: [1, 2], b: { c: 'c' } }, { c: true, ab: 'ab' }, { a: 1, b: 1, c: 1, ab: 1, '': 1 },
] // prettier-ignore

/** The values of every day, and those at the edges of what the schema says: its constants, and a step beside each bound. */
export function valuesNear(schema: Json): Json[] {
  const found = new Map<string, Json>()
  const add = (value: Json): void => {
    if (found.size < 40) found.set(JSON.stringify(value), value)
  }
  const visit = (value: Json, isData: boolean): void => {
    if (typeof value === 'number') numbersNear(value).forEach(add)
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      const isConstant = isData || key === 'const' || key === 'enum'
      if (isConstant) add(inner)
      visit(inner, isConstant)
    }
  }
  visit(schema, false)
  return [...everyday, ...found.values()]
}

/** A bound may be one of numbers, of lengths, of elements or of properties. */
function numbersNear(bound: number): Json[] {
  const beside = [bound - 1, bound - 0.5, bound, bound + 0.5, bound + 1, bound * 2]
  const counts = [bound - 1, bound, bound + 1].filter(
    (count) => Number.isInteger(count) && count >= 0 && count < 6,
  )
  return [
    ...beside,
    ...counts.flatMap((count): Json[] => [
      'a'.repeat(count),
      '😀'.repeat(count),
      Array.from({ length: count }, (_, index) => index),
      Object.fromEntries(['a', 'b', 'c', 'ab', 'd', 'é'].slice(0, count).map((name) => [name, 1])),
    ]),
  ]
}

/** Values one edit away from this one, so near the edge of every set that it is in. */
export function editsOf(value: Json): Json[] {
  if (typeof value === 'number') return [value + 1, value - 1, value + 0.5]
  if (typeof value === 'string') return [value.slice(1), `${value}a`, `é${value}`]
  if (Array.isArray(value)) {
    const [first = null] = value
    return [value.slice(1), [...value, first], [...value, 'a'], value.map(() => first)]
  }
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  return [
    ...entries.slice(0, 3).map(([name]) => Object.fromEntries(entries.filter(([other]) => other !== name))),
    ...entries.slice(0, 3).map(([name]) => Object.fromEntries([...entries, [name, 'a']])),
    { ...value, a: 1 },
    { ...value, é: null },
  ]
}

/** Drawn objects have no prototype, which one of the judges takes for a difference. */
export function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}
