import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/domain/json/json'
import { checkContainment } from './check-containment'

interface Pair {
  id: string
  writer: Json
  reader: Json
  compatible: boolean
}

/** The labelled pairs lie beside the checkout where the project is built, and nowhere else. */
const suite = new URL('../../../../shared/suites/json-schema-compatibility.ndjson', import.meta.url)

describe.runIf(existsSync(suite))('the labelled pairs', () => {
  it('get no false verdict, and at most 1 % stay unknown', () => {
    const pairs = readFileSync(suite, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Pair)
    const answers = pairs.map((pair) => ({
      ...pair,
      verdict: checkContainment(pair.writer, pair.reader).verdict,
    }))
    const wrong = answers.filter(
      ({ verdict, compatible }) => verdict === (compatible ? 'breaking' : 'compatible'),
    )
    const unknown = answers.filter(({ verdict }) => verdict === 'unknown')
    expect(wrong.map(({ id }) => id)).toEqual([])
    expect(unknown.length).toBeLessThanOrEqual(pairs.length / 100)
  })
})
