import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import type { NewVersion } from '@/lib/contracts/schema-version'
import type { Verdict } from '@/lib/domain/compatibility/check-compatibility'
import { suggestLabel } from '@/lib/domain/diff/suggest-label'
import { MAX_LABEL } from '@/lib/domain/envelope/identifier'
import { canonicalize } from '@/lib/domain/json/canonical'
import type { Json } from '@/lib/domain/json/json'
import { latestVersion } from '@/lib/domain/versioning/label-order'
import { compare, type Asker } from '@/lib/server/comparing/compare'
import type { Pair } from '@/lib/server/comparing/comparisons'
import type { Transaction } from '@/lib/server/database/connection'
import { catalogDocuments } from '@/lib/server/schema-documents/catalog-resolver'
import type { NewVersionRow, PublicationBase } from '@/lib/server/stores/schema-version-store'
import { problem } from '@/lib/server/services/problem'

type Versions = PublicationBase['versions']

export type DecidedPublication =
  | { readonly existing: string; readonly label: string }
  | {
      readonly insert: NewVersionRow
      /** What it does to those who read the version it continues; null for a first one, and for one published before that. */
      readonly verdict: Verdict | null
    }

interface Reckoned {
  readonly asker: Asker
  /** The latest version that was reckoned with, null for none: with another one now, nothing is published. */
  readonly expected?: string | null
}

/**
 * What a publication comes to on the versions as they are: the one of the same content, or a new one under its label, else
 * under the one that the changes suggest.
 * @throws Problem `label-taken`, `version-not-found`, `rebase-needed`; `comparing-busy`, `comparison-given-up` where the schemas are large
 */
export async function decidePublication(
  versions: Versions,
  body: NewVersion,
  { asker, expected }: Reckoned,
  transaction: Transaction,
): Promise<DecidedPublication> {
  const contentHash = createHash('sha256')
    .update(canonicalize(body.schema as Json))
    .digest('hex')
  const same = versions.filter((version) => version.contentHash === contentHash)
  const existing = body.label === undefined ? same.at(-1) : same.find(({ label }) => label === body.label)
  if (existing) return { existing: existing.id, label: existing.label }
  const latest = latestVersion(versions)
  if (expected !== undefined && (latest?.id ?? null) !== expected) throw rebaseNeeded(latest?.label)
  if (versions.some(({ label }) => label === body.label)) throw labelTaken(body.label)
  const base = body.base === undefined ? latest : versions.find(({ label }) => label === body.base)
  if (body.base !== undefined && !base) throw noSuchBase(body.base)
  const judged = base && (await judge(base, body.schema as Json, asker, transaction))
  return {
    verdict: judged && !isBefore(body, base) ? judged.verdict : null,
    insert: {
      id: randomUUID(),
      label: body.label ?? (judged ? await nextLabel(versions, judged, asker) : '1.0.0'),
      schema: JSON.stringify(body.schema),
      examples: JSON.stringify(body.examples ?? []),
      notes: body.notes ?? '',
      contentHash,
      baseVersionId: base?.id ?? null,
      publishedBy: asker.by.name,
      ...(body.published_at === undefined ? {} : { publishedAt: new Date(body.published_at) }),
    },
  }
}

/** Of a history that is imported, not always in its order. */
function isBefore({ published_at }: NewVersion, { publishedAt }: Versions[number]): boolean {
  return published_at !== undefined && new Date(published_at) < publishedAt
}

interface Judged {
  readonly baseLabel: string
  readonly pair: Pair
  readonly verdict: Verdict
}

async function judge(
  base: Versions[number],
  after: Json,
  asker: Asker,
  transaction: Transaction,
): Promise<Judged> {
  const before = JSON.parse(base.schema) as Json
  const pair = { before, after, documents: await catalogDocuments([before, after], transaction) }
  return { baseLabel: base.label, pair, verdict: await compare('verdict', pair, asker) }
}

/** The label the changes suggest; counted on where a maintenance version has taken it. */
async function nextLabel(
  versions: Versions,
  { baseLabel, pair, verdict }: Judged,
  asker: Asker,
): Promise<string> {
  const suggested = suggestLabel(baseLabel, await compare('changes', pair, asker), verdict)
  const taken = new Set(versions.map(({ label }) => label))
  let label = suggested
  for (let i = 2; taken.has(label) || label.length > MAX_LABEL; i++) {
    const ending = `-${i}`
    label = suggested.slice(0, MAX_LABEL - ending.length) + ending
  }
  return label
}

function rebaseNeeded(latest: string | undefined) {
  return problem(
    'rebase-needed',
    latest === undefined
      ? 'The version that this draft continues is not the latest any more. Bring the two together, and publish again; nothing was published.'
      : `Version ${latest} was published while this draft was written. Bring the two together, and publish again; nothing was published.`,
  )
}

function labelTaken(label: string | undefined) {
  return problem(
    'label-taken',
    `Version "${label}" is published with another schema, and a published version never changes. Choose the next label.`,
    [{ pointer: '/label', code: 'label-taken', message: 'This label is taken' }],
  )
}

function noSuchBase(base: string) {
  return problem('version-not-found', `There is no version "${base}" to continue.`, [
    { pointer: '/base', code: 'version-not-found', message: 'No such version' },
  ])
}
