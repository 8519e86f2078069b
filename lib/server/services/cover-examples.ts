import 'server-only'
import type { SchemaVersion } from '@/lib/contracts/schema-version'
import type { Json } from '@/lib/domain/json/json'
import type { MaskPlace } from '@/lib/domain/masking/mask-plan'
import { MASKS, maskText } from '@/lib/domain/masking/mask-text'
import { may } from '@/lib/domain/policy/policy'
import { planOf } from '@/lib/server/masking/mask-plans'
import type { Actor } from './actor'
import { subjectOf } from './hold-proposal'

/**
 * A version as it is shown: its examples are blocks of data, often a real one, so what its schema marks is masked in them
 * as it is in events. The schema itself stays to the letter: it is what its author publishes, and its hash counts.
 */
export async function coverExamples(version: SchemaVersion): Promise<SchemaVersion> {
  if (version.examples.length === 0) return version
  const plan = await planOf(version.schema as Json)
  return { ...version, examples: version.examples.map((example) => covered(example, plan)) }
}

interface DraftTexts {
  readonly schema_text: string
  readonly examples_text: string
}

/** A draft's texts for whoever asks: whoever may edit them sees the examples as they are. */
export async function coverDraft<T extends DraftTexts>(
  actor: Actor,
  draft: Parameters<typeof subjectOf>[0],
  texts: T,
): Promise<T> {
  if (may(actor, 'edit-draft', subjectOf(draft))) return texts
  return { ...texts, examples_text: await coverText(texts) }
}

async function coverText({ schema_text, examples_text }: DraftTexts): Promise<string> {
  try {
    const examples = JSON.parse(examples_text) as unknown
    const plan = await planOf(JSON.parse(schema_text) as Json)
    if (Array.isArray(examples))
      return examples.length === 0
        ? examples_text
        : JSON.stringify(
            examples.map((example) => covered(example, plan)),
            null,
            2,
          )
  } catch {
    // Half-written: nobody can say what is sensitive in it.
  }
  return JSON.stringify([MASKS['not-declared']])
}

function covered(example: unknown, plan: MaskPlace): unknown {
  const { text, masked } = maskText(JSON.stringify(example), plan, { undeclared: true, sensitive: false })
  return masked.length === 0 ? example : (JSON.parse(text) as unknown)
}
