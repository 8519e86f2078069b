import type { Alike } from '@/lib/contracts/alike'

const NAMED = 3

/** What an event type has in common with a draft, as a sentence: "The same in its name; 7 of 9 fields, among them order_id". */
export function sharedWords({
  same_thing,
  same_verb,
  shared_fields,
  field_count,
}: Pick<Alike, 'same_thing' | 'same_verb' | 'shared_fields' | 'field_count'>): string {
  const name =
    same_thing && same_verb
      ? 'its name says the same'
      : same_thing
        ? 'its name is about the same thing'
        : same_verb
          ? 'its name says that the same happened'
          : undefined
  const named = shared_fields.slice(0, NAMED).join(', ')
  const among = shared_fields.length > NAMED ? `, among them ${named}` : `: ${named}`
  const fields =
    shared_fields.length === 0
      ? undefined
      : `${shared_fields.length} of ${field_count} field${field_count === 1 ? '' : 's'}${among}`
  const parts = [name, fields].filter((part) => part !== undefined)
  if (parts.length === 0) return 'Its description says much the same.'
  const words = parts.join('; ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
