import { wordsWithPlaces } from '../../naming/words'
import type { Rule } from '../rule'

export const nameEventSuffix: Rule = {
  id: 'name-event-suffix',
  severity: 'warning',
  title: 'The name does not end in Event',
  explanation:
    'Everything in the catalog is an event; the word only makes every name longer and harder to scan.',
  bad: 'OrderPlacedEvent',
  good: 'OrderPlaced',
  checkEvent({ name }) {
    if (name === undefined) return []
    const all = wordsWithPlaces(name)
    let at = all.length - 1
    while (at > 0 && /^(?:\d+|v|version)$/i.test(all[at]?.text ?? '')) at--
    const suffix = all[at]
    const before = all[at - 1]
    if (!suffix || !before || !/^(?:event|evt)$/i.test(suffix.text)) return []
    const shorter = name.slice(0, before.end) + name.slice(suffix.end)
    return [
      {
        path: '',
        message: `"${name}" ends in "${suffix.text}". Leave the word out: "${shorter}".`,
        fix: { title: `Rename to ${shorter}`, name: shorter },
      },
    ]
  },
}
