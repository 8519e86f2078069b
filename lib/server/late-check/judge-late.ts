import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { Violation } from '@/lib/contracts/problem-details'
import type { Json } from '@/lib/domain/json/json'
import type { CatalogLookup } from '@/lib/server/ingest/catalog-lookup'
import { judgeNextBatch, type LateJudgement, type UncheckedEvent } from '@/lib/server/stores/late-check-store'

/** Events judged before others get their turn. */
const SLICE = 50
/** A batch holds a transaction open, and whoever follows the log waits for it. */
const LONGEST_BATCH_MS = 200

/** What is said of an event that there is no schema for. */
const WITHOUT_SCHEMA = new Set(['unknown-type', 'unknown-version'])
/** What is said where there is one that refers to what the catalog does not have, or that is of no use otherwise. */
const NOT_USABLE = 'schema-not-usable'

/**
 * Judges one batch of events that came before their schema, or before one that theirs refers to, as they would have been
 * judged at receipt.
 * @param catalog where the schemas are looked up, and kept compiled
 * @returns false where nothing is due
 */
export async function judgeLate(catalog: CatalogLookup): Promise<boolean> {
  return judgeNextBatch(async ({ type, version }, events) => {
    await catalog.refresh()
    const known = await catalog.load(new Set([type]), new Set())
    const id = known.type(type)?.versions.get(version)
    const validate = id === undefined ? undefined : (await catalog.loadValidators(new Set([id]))).get(id)
    if (!validate) return null
    const judge = (event: UncheckedEvent): LateJudgement | null => {
      if (!event.problems.some(isUnchecked)) return null
      const { dataText, block } = event
      const { validity, problems } = validate(JSON.parse(dataText) as Json, dataText.length, block)
      // Of as little use as before.
      if (problems.some(isNotUsable) && event.problems.some(isNotUsable)) return null
      return {
        event,
        validity,
        problems: [...event.problems.filter((problem) => !isUnchecked(problem)), ...problems],
      }
    }
    const judged: (LateJudgement | null)[] = []
    const began = Date.now()
    for (const event of events) {
      if (judged.length > 0 && Date.now() - began > LONGEST_BATCH_MS) break
      judged.push(judge(event))
      if (judged.length % SLICE === 0) await setImmediate()
    }
    return judged
  })
}

function isUnchecked(problem: Violation): boolean {
  return WITHOUT_SCHEMA.has(problem.code) || isNotUsable(problem)
}

function isNotUsable({ code }: Violation): boolean {
  return code === NOT_USABLE
}
