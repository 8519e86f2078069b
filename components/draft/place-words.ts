import type { DraftPlace } from '@/lib/domain/review/merge-drafts'

const NAMES: Record<string, string> = {
  event_type: 'Name',
  kind: 'Kind',
  entity: 'Entity',
  operation: 'Operation',
  description: 'Description',
  owner: 'Owner',
  domain: 'Domain',
  label: 'Version label',
  summary: 'What changes, and why',
  schema_text: 'Schema',
  examples_text: 'Examples',
}

/** A place of a draft as a person finds it: "Schema /properties/amount", "Version label". */
export function placeWords({ field, pointer }: DraftPlace): string {
  return [NAMES[field] ?? field, pointer].filter(Boolean).join(' ')
}
