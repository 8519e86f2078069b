import type { Draft } from '@/lib/contracts/draft'
import type { RevisionContent } from '@/lib/contracts/proposal'

const PARTS = {
  event_type: 'the name',
  kind: 'the kind',
  entity: 'the entity',
  owner: 'the owner',
  domain: 'the domain',
  base: 'the version it continues',
  label: 'the version label',
  description: 'the description',
  examples_text: 'the examples',
  summary: 'the reason',
  schema_text: 'the schema',
} as const

type Parts = Pick<RevisionContent, keyof typeof PARTS>
type Now = Omit<Parts, 'owner' | 'domain'> & Pick<Draft, 'owner' | 'domain'>

/** Which parts of a draft are others now than in a revision, in a sentence; null where none is. */
export function changedParts(before: Parts, draft: Now): string | null {
  const after: Parts = { ...draft, owner: draft.owner?.slug ?? null, domain: draft.domain?.slug ?? null }
  const parts = (Object.keys(PARTS) as (keyof Parts)[]).filter((part) => before[part] !== after[part])
  if (parts.length === 0) return null
  const words = parts.map((part) => PARTS[part])
  const list = words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`
  return `Changed: ${list}.`
}
