import { rules, type Action, type Role, type Rule } from './policy'

const PLURALS: Record<Role, string> = {
  reader: 'readers',
  author: 'authors',
  reviewer: 'reviewers',
  administrator: 'administrators',
}

/**
 * Whom the table lets do something, in words that begin a sentence: "Authors of the owner’s team, and reviewers".
 * @param owned what the owner owns, where one might think of another owner: `the service`
 */
export function whoMay(action: Action, owned?: string): string {
  const rule: Rule = rules[action]
  const all = rule.role === 'reader' ? 'everybody who signs in' : PLURALS[rule.role]
  const team = owned === undefined ? 'the owner’s team' : `the team that owns ${owned}`
  const some = [
    ...(rule.own === undefined ? [] : ['whoever began it']),
    ...(rule.member === undefined ? [] : [`${PLURALS[rule.member]} of ${team}`]),
  ]
  const words = some.length === 0 ? all : `${some.join(', ')}, and ${all}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}
