import { drafts } from './drafts'
import { keywordRules } from './keywords'

/** The table of keywords in the README, as Markdown. */
export function keywordTable(): string {
  const rows = [
    ...new Map(keywordRules.map((rule) => [`${rule.keyword} ${rule.handling}`, rule])).values(),
  ].map(({ keyword, handling }) => {
    // A draft may keep a keyword and read it no longer.
    const rules = keywordRules.filter((rule) => rule.keyword === keyword && rule.handling === handling)
    const known = drafts.filter((_, index) =>
      rules.some(({ first, last }) => drafts.indexOf(first) <= index && index <= drafts.indexOf(last)),
    )
    const span = known.length === 1 ? known[0] : `${known[0] ?? ''} to ${known.at(-1) ?? ''}`
    return `| \`${keyword}\` | ${known.length === drafts.length ? 'all' : (span ?? '')} | ${handling} |`
  })
  return ['| keyword | drafts | handling |', '| --- | --- | --- |', ...rows].join('\n') + '\n'
}
