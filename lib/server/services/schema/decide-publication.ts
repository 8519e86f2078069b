import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import type { NewVersion } from '@/lib/contracts/schema-version'
import type { Verdict } from '@/lib/domain/compatibility/check-compatibility'
import { MAX_LABEL } from '@/lib/domain/envelope/identifier'
import { canonicalize } from '@/lib/domain/json/canonical'
import type { Json } from '@/lib/domain/json/json'
import { latestVersion } from '@/lib/domain/versioning/label-order'
import type { NewVersionRow, PublicationBase } from '@/lib/server/stores/schema-version-store'
import { problem } from '@/lib/server/services/problem'
import type { Judgement } from './judge-publication'

type Versions = PublicationBase['versions']
type Version = Versions[number]

/** A version that is to be, with what is compared of it again and again. */
export interface Submitted {
  readonly body: NewVersion
  readonly contentHash: string
}

export function submittedAs(body: NewVersion): Submitted {
  const contentHash = createHash('sha256')
    .update(canonicalize(body.schema as Json))
    .digest('hex')
  return { body, contentHash }
}

/** The version of the same content that there is already, under the same label where one is named. */
export function existingOf(versions: Versions, { body, contentHash }: Submitted): Version | undefined {
  const same = versions.filter((version) => version.contentHash === contentHash)
  return body.label === undefined ? same.at(-1) : same.find(({ label }) => label === body.label)
}

/** The version that a new one continues; undefined: none, or not the one it names. */
export function baseOf(versions: Versions, { base }: NewVersion): Version | undefined {
  return base === undefined ? latestVersion(versions) : versions.find(({ label }) => label === base)
}

/**
 * @param expected the latest version that was reckoned with, null for none: with another one now, nothing is published
 * @throws Problem `rebase-needed`, `label-taken`, `version-not-found`
 */
export function refuseMisplaced(
  versions: Versions,
  { label, base }: NewVersion,
  expected: string | null | undefined,
): void {
  const latest = latestVersion(versions)
  if (expected !== undefined && (latest?.id ?? null) !== expected) throw rebaseNeeded(latest?.label)
  if (versions.some((version) => version.label === label)) throw labelTaken(label)
  if (base !== undefined && !versions.some((version) => version.label === base)) throw noSuchBase(base)
}

/** What it does to those who read the version it continues; null for a first one, and for one published before that. */
export function verdictOf(body: NewVersion, base: Version | undefined, judged?: Judgement): Verdict | null {
  return judged && base && !isBefore(body, base) ? judged.verdict : null
}

/** The row of a version that is new, under its label, else under the one that the changes suggest. */
export function newVersionRow(
  versions: Versions,
  { body, contentHash }: Submitted,
  judged: Judgement | undefined,
  publishedBy: string,
): NewVersionRow {
  return {
    id: randomUUID(),
    label: body.label ?? freeLabel(versions, judged?.suggested ?? '1.0.0'),
    schema: JSON.stringify(body.schema),
    examples: JSON.stringify(body.examples ?? []),
    notes: body.notes ?? '',
    contentHash,
    baseVersionId: judged?.baseId ?? null,
    publishedBy,
    ...(body.published_at === undefined ? {} : { publishedAt: new Date(body.published_at) }),
  }
}

/** Of a history that is imported, not always in its order. */
function isBefore({ published_at }: NewVersion, { publishedAt }: Version): boolean {
  return published_at !== undefined && new Date(published_at) < publishedAt
}

/** Counted on where a maintenance version has taken it. */
function freeLabel(versions: Versions, suggested: string): string {
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
