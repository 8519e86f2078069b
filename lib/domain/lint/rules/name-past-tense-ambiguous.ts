import { splitEventName } from '../../naming/split-event-name'
import type { Rule } from '../rule'

export const namePastTenseAmbiguous: Rule = {
  id: 'name-past-tense-ambiguous',
  severity: 'hint',
  title: 'The verb can be told from a command',
  explanation:
    'Some verbs are spelt alike in present and past (reset, cut, set, read, split), or like a noun. The name is accepted; a reader may still take it for a command.',
  bad: 'PasswordReset',
  good: 'PasswordHasBeenReset, PasswordReplaced',
  checkEvent({ name }) {
    if (name === undefined) return []
    const { verb, tense } = splitEventName(name)
    if (tense !== 'ambiguous') return []
    return [
      {
        path: '',
        message: `"${verb}" is spelt alike in present and past. It is accepted; another verb, or "HasBeen…", would leave no doubt.`,
      },
    ]
  },
}
