import { drafts } from './drafts'
import { keywordRules } from './keywords'

/** The table of keywords in the README, as Markdown. */
export function keywordTable(): string {
  const keywords = [...new Set(keywordRules.map(({ keyword }) => keyword))]
  const rows = keywords.map((keyword) => {
    const rules = keywordRules.filter((rule) => rule.keyword === keyword)
    const known = drafts.filter((_, index) =>
      rules.some(({ first, last }) => drafts.indexOf(first) <= index && index <= drafts.indexOf(last)),
    )
    const span = known.length === 1 ? known[0] : `${known[0] ?? ''} to ${known.at(-1) ?? ''}`
    return `| \`${keyword}\` | ${known.length === drafts.length ? 'all' : (span ?? '')} | ${rules[0]?.handling ?? ''} |`
  })
  return ['| keyword | drafts | handling |', '| --- | --- | --- |', ...rows].join('\n') + '\n'
}
