import 'server-only'
import type { SchemaVersion } from '@/lib/contracts/schema-version'
import type { Json } from '@/lib/domain/json/json'
import type { MaskPlace } from '@/lib/domain/masking/mask-plan'
import { MASKS, maskText } from '@/lib/domain/masking/mask-text'
import { may } from '@/lib/domain/policy/policy'
import { marking, planOf } from '@/lib/server/masking/mask-plans'
import type { StoredDraft } from '@/lib/server/stores/draft-store'
import type { Actor } from '@/lib/server/services/actor'
import { subjectOf } from '@/lib/server/services/proposal/hold-proposal'
import { readPublishedSchemas } from './published-schemas'

/**
 * A version as it is shown: its examples are blocks of data, often a real one, so what its schema marks is masked in them
 * as it is in events, and so is what a version published later marks. The schema itself stays to the letter: it is what its
 * author publishes, and its hash counts.
 * @param all versions of its event type; for a page of them, those that `markingVersions` leaves, found once
 */
export async function coverExamples(
  version: SchemaVersion,
  all: readonly SchemaVersion[],
): Promise<SchemaVersion> {
  if (version.examples.length === 0) return version
  const later = all.filter(({ ordinal }) => ordinal > version.ordinal)
  const plan = await planOf(version.schema as Json, marking(later.map(({ schema }) => schema as Json)))
  return { ...version, examples: version.examples.map((example) => covered(example, plan)) }
}

export function markingVersions(all: readonly SchemaVersion[]): SchemaVersion[] {
  const schemas = new Set(marking(all.map(({ schema }) => schema as Json)))
  return all.filter(({ schema }) => schemas.has(schema as Json))
}

interface DraftTexts {
  readonly schema_text: string
  readonly examples_text: string
}

/**
 * A draft's texts for whoever asks: whoever may edit them sees the examples as they are. A mark that is published hides for
 * all others what the draft no longer marks: that it may be seen is not agreed on yet.
 */
export async function coverDraft<T extends DraftTexts>(
  actor: Actor,
  draft: Pick<StoredDraft, 'event_type' | 'owner' | 'author'>,
  texts: T,
): Promise<T> {
  if (may(actor, 'edit-draft', subjectOf(draft))) return texts
  return { ...texts, examples_text: await coverText(texts, draft.event_type) }
}

async function coverText({ schema_text, examples_text }: DraftTexts, eventType: string): Promise<string> {
  try {
    const examples = JSON.parse(examples_text) as unknown
    const schema = JSON.parse(schema_text) as Json
    if (Array.isArray(examples)) {
      if (examples.length === 0) return examples_text
      const plan = await planOf(schema, marking(await readPublishedSchemas(eventType)))
      return JSON.stringify(
        examples.map((example) => covered(example, plan)),
        null,
        2,
      )
    }
  } catch {
    // Half-written: nobody can say what is sensitive in it.
  }
  return JSON.stringify([MASKS['not-declared']])
}

function covered(example: unknown, plan: MaskPlace): unknown {
  const { text, masked } = maskText(JSON.stringify(example), plan, { undeclared: true, sensitive: false })
  return masked.length === 0 ? example : (JSON.parse(text) as unknown)
}
