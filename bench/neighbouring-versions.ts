import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { checkCompatibility } from '@/lib/domain/compatibility/check-compatibility'
import { diffSchemas } from '@/lib/domain/diff/diff-schemas'
import { isObject, type Json } from '@/lib/domain/json/json'
import { neighbourPairs, type NeighbourPair } from './containment/eiffel-pairs'

// node scripts/run.mjs bench/neighbouring-versions.ts [--schemas FOLDER] [--alone]
// Every pair of neighbouring versions that Eiffel has published: both directions under the default policy, beside
// json-schema-diff (which answers for both directions at once) on the same pairs in the same run. That one is installed
// into a folder that is gone afterwards, so this is the only measurement that needs the network; --alone does without.
const RIVAL = 'json-schema-diff@1.0.0'
/** Measured rounds over all pairs, after one that warms up; of each pair the median counts. */
const ROUNDS = 5

const { values: given } = parseArgs({
  options: { schemas: { type: 'string' }, alone: { type: 'boolean', default: false } },
})
const folder = path.resolve(given.schemas ?? '../shared/data/eiffel/schemas')

type Compare = (pair: NeighbourPair) => unknown
type Rival = (schemas: { sourceSchema: Json; destinationSchema: Json }) => Promise<unknown>

if (existsSync(folder)) await measure(neighbourPairs(folder))
else console.log(`${folder} is not there: name the folder of Eiffel's schemas by --schemas.`)

async function measure(pairs: readonly NeighbourPair[]): Promise<void> {
  console.log(`${pairs.length} pairs of neighbouring versions; ms a pair\n`)
  const verdicts = { compatible: 0, breaking: 0, unknown: 0 }
  for (const { before, after } of pairs) verdicts[checkCompatibility(before, after).verdict] += 1
  const ours = await timesOf(pairs, ({ before, after }) => checkCompatibility(before, after))
  print('verdict, both directions', ours, 'median ≤ 3, p99 ≤ 50')
  print(
    'changes, each with its class',
    await timesOf(pairs, ({ before, after }) => diffSchemas(before, after)),
    '',
  )
  if (!given.alone)
    await withRival(async (diff) => {
      let failed = 0
      const theirs = await timesOf(pairs, async ({ before, after }) => {
        try {
          await diff({ sourceSchema: undeclared(before), destinationSchema: undeclared(after) })
        } catch {
          failed += 1
        }
      })
      print(RIVAL, theirs, `${Math.round(failed / (ROUNDS + 1))} of the pairs it could not compare`)
      const ratio = (share: number): string => (at(theirs, share) / at(ours, share)).toFixed(1)
      console.log(`\nas many times as long as ours: median ${ratio(0.5)}, p99 ${ratio(0.99)}`)
    })
  console.log(`verdicts: ${JSON.stringify(verdicts)}`)
}

/** It knows draft-07 only and throws at a schema that says draft-04; these read alike in both. */
function undeclared(schema: Json): Json {
  return isObject(schema)
    ? Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'))
    : schema
}

async function timesOf(pairs: readonly NeighbourPair[], compare: Compare): Promise<number[]> {
  const rounds: number[][] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const took: number[] = []
    for (const pair of pairs) {
      const begin = performance.now()
      await compare(pair)
      took.push(performance.now() - begin)
    }
    if (round > 0) rounds.push(took)
  }
  return pairs.map((_, index) =>
    at(
      rounds.map((took) => took[index] ?? 0),
      0.5,
    ),
  )
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

function print(what: string, times: readonly number[], remark: string): void {
  const shown = [0.5, 0.99, 1].map((share) => at(times, share).toFixed(2).padStart(8))
  console.log(
    `${what.padEnd(32)} median ${shown[0] ?? ''}  p99 ${shown[1] ?? ''}  most ${shown[2] ?? ''}   ${remark}`,
  )
}

async function withRival(use: (diff: Rival) => Promise<void>): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'pasttense-rival-'))
  try {
    writeFileSync(path.join(home, 'package.json'), '{"private":true}')
    execFileSync('npm', ['install', '--silent', '--ignore-scripts', '--no-audit', '--no-fund', RIVAL], {
      cwd: home,
    })
    const main = path.join(home, 'node_modules', 'json-schema-diff', 'dist', 'api.js')
    const { default: rival } = (await import(pathToFileURL(main).href)) as { default: { diffSchemas: Rival } }
    await use(rival.diffSchemas)
  } catch (error) {
    console.log(
      `${RIVAL} could not be installed (${String(error).slice(0, 100)}); --alone measures without it.`,
    )
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
