import { rules, type Action, type Role, type Rule } from './policy'

const PLURALS: Record<Role, string> = {
  reader: 'readers',
  author: 'authors',
  reviewer: 'reviewers',
  administrator: 'administrators',
}

/** Whom the table lets do something, in words that begin a sentence: "Authors of the owner’s team, and reviewers". */
export function whoMay(action: Action): string {
  const rule: Rule = rules[action]
  const all = rule.role === 'reader' ? 'everybody who signs in' : PLURALS[rule.role]
  const some = [
    ...(rule.own === undefined ? [] : ['whoever began it']),
    ...(rule.member === undefined ? [] : [`${PLURALS[rule.member]} of the owner’s team`]),
  ]
  const words = some.length === 0 ? all : `${some.join(', ')}, and ${all}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}
