import 'server-only'
import type { Json } from '@/lib/domain/json/json'
import { remoteReferences } from '@/lib/domain/schema/remote-references'
import { planMask, type MaskPlace } from '@/lib/domain/masking/mask-plan'
import { compileLinearPattern } from '@/lib/server/ingest/linear-pattern'
import { catalogResolver, type CatalogResolver } from '@/lib/server/schema-documents/catalog-resolver'

/** A plan takes some kilobytes and grows to what events use of it. */
const MAX_PLANS = 1_000

const key = Symbol.for('pasttense.mask-plans')
/** By the versions it is made of; they never change. Least recently used first; one a process. */
const globals = globalThis as { [key]?: Map<string, MaskPlace> }

/** Published versions by their ids, of which a plan is made. */
export interface PlanSources {
  /** The version an event names; null where the catalog does not have it. */
  readonly own: string | null
  /** Those published after it, or all of the type where it is none. */
  readonly later: readonly string[]
}

/**
 * Plans of events' data, made once of each set of versions: reading and parsing schemas is what takes time.
 * @param revision the catalog's: schemas may refer to others, which may be published anew
 * @param readTexts the schemas' texts by id
 */
export async function maskPlans(
  wanted: readonly PlanSources[],
  revision: string,
  readTexts: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<MaskPlace[]> {
  const plans = (globals[key] ??= new Map<string, MaskPlace>())
  const known = (sources: PlanSources) =>
    plans.get(nameOf(sources)) ?? plans.get(`${nameOf(sources)}@${revision}`)
  // All that is there is held before anything is waited for: meanwhile others may drop it.
  const found = new Map(wanted.map((sources) => [sources, known(sources)]))
  const missing = wanted.filter((sources) => !found.get(sources))
  const texts = missing.length > 0 ? await readTexts(missing.flatMap(idsOf)) : new Map<string, string>()
  const made = new Set<string>()
  for (const sources of missing) {
    const { plan, isDependent } = await makePlan(sources, texts)
    found.set(sources, plan)
    if (isDependent) made.add(nameOf(sources))
  }
  for (const [sources, plan] of found) {
    const isDependent = made.has(nameOf(sources)) || plans.has(`${nameOf(sources)}@${revision}`)
    const name = isDependent ? `${nameOf(sources)}@${revision}` : nameOf(sources)
    plans.delete(name)
    plans.set(name, plan!)
  }
  for (const name of plans.keys()) {
    if (plans.size <= MAX_PLANS) break
    plans.delete(name)
  }
  return wanted.map((sources) => found.get(sources)!)
}

async function makePlan({ own, later }: PlanSources, texts: ReadonlyMap<string, string>) {
  const described = own === null ? undefined : parsed(texts.get(own))
  const others = marking(later.flatMap((id) => parsed(texts.get(id)) ?? []))
  const resolve = await catalogResolver(described === undefined ? others : [described, ...others])
  return { plan: makePlanOf(described, others, resolve), isDependent: resolve !== undefined }
}

/** The plan of schemas of which not all are published versions, such as a draft's. */
export async function planOf(own: Json, later: readonly Json[] = []): Promise<MaskPlace> {
  return makePlanOf(own, later, await catalogResolver([own, ...later]))
}

function makePlanOf(own: Json | undefined, later: readonly Json[], resolve: CatalogResolver | undefined) {
  return planMask({
    own,
    later,
    resolve,
    compilePattern: (pattern) => {
      const compiled = compileLinearPattern(pattern)
      return compiled && ((name) => compiled.test(name))
    },
  })
}

/** Those that may mark something: most do not, and of other versions only the marks count. */
export function marking(schemas: readonly Json[]): Json[] {
  return schemas.filter(
    (schema) => JSON.stringify(schema).includes('"x-sensitive"') || remoteReferences(schema).size > 0,
  )
}

function parsed(text: string | undefined): Json | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as Json)
}

function idsOf({ own, later }: PlanSources): string[] {
  return own === null ? [...later] : [own, ...later]
}

function nameOf({ own, later }: PlanSources): string {
  return `${own ?? ''}|${later.join('|')}`
}
