import type { Json } from '../../json/json'
import { appendPointer } from '../../json/pointer'
import { draftsOfKeyword, draftTitle, keywordsOfDraft, kindOfKeyword, type Draft } from '../draft-keywords'
import type { Fix } from '../finding'
import type { Complaint, Rule } from '../rule'
import type { SchemaNode } from '../walk-schema'

/** The name a keyword goes by in other drafts and in OpenAPI; the value means the same. */
const sameAs: readonly [string, string][] = [
  ['$defs', 'definitions'],
  ['$id', 'id'],
]

export const unknownKeyword: Rule = {
  id: 'unknown-keyword',
  severity: 'warning',
  title: 'Every keyword is one of the draft',
  explanation:
    'JSON Schema ignores what it does not know: a misspelt `requried`, or a keyword of another draft, checks nothing and says nothing. Keywords of your own start with `x-`.',
  bad: '{"requried": ["id"]}',
  good: '{"required": ["id"], "x-team": "orders"}',
  checkNode(node, { draft }) {
    const { schema } = node
    if (typeof schema === 'boolean') return []
    const complaints: Complaint[] = []
    for (const keyword of Object.keys(schema)) {
      if (kindOfKeyword(keyword, draft) !== null || keyword.startsWith('x-')) continue
      complaints.push(complaintOf(node, keyword, schema[keyword] ?? null, draft))
    }
    return complaints
  },
}

function complaintOf({ schema, path }: SchemaNode, keyword: string, value: Json, draft: Draft): Complaint {
  const at = appendPointer(path, keyword)
  const better = betterKeyword(keyword, draft)
  const isFree = better !== null && typeof schema === 'object' && !Object.hasOwn(schema, better)
  const fix: Fix | undefined =
    keyword === 'example' && typeof schema === 'object' && !Object.hasOwn(schema, 'examples') && draft > 4
      ? exampleFix(path, value)
      : isFree
        ? {
            title: `Rename to ${better}`,
            patch: [{ op: 'move', from: at, path: appendPointer(path, better) }],
          }
        : undefined
  const known = draftsOfKeyword(keyword)
  const why = known
    ? `${draftTitle(draft)} does not know "${keyword}" (${draftTitle(known.since)} to ${draftTitle(known.until)} do)`
    : `"${keyword}" is no keyword of JSON Schema ${draftTitle(draft)}`
  const todo = fix ? ` ${fix.title}.` : better ? ` Did you mean "${better}"?` : ''
  return {
    path: at,
    message: `${why}, so it checks nothing.${todo || ' Remove it, or start it with "x-" if it is your own.'}`,
    ...(fix && { fix }),
  }
}

function exampleFix(path: string, value: Json): Fix {
  return {
    title: 'Move to examples',
    patch: [
      { op: 'remove', path: appendPointer(path, 'example') },
      { op: 'add', path: appendPointer(path, 'examples'), value: [value] },
    ],
  }
}

function betterKeyword(keyword: string, draft: Draft): string | null {
  for (const pair of sameAs) {
    const other = pair[0] === keyword ? pair[1] : pair[1] === keyword ? pair[0] : null
    if (other !== null && kindOfKeyword(other, draft) !== null) return other
  }
  if (draftsOfKeyword(keyword) !== null || keyword.length > 30) return null
  const lower = keyword.toLowerCase()
  return keywordsOfDraft(draft).find((one) => isNear(one.toLowerCase(), lower)) ?? null
}

/** Equal, or one letter added, left out or changed, or two neighbours swapped; nothing under 4 letters is near. */
function isNear(known: string, written: string): boolean {
  if (known === written) return true
  if (Math.min(known.length, written.length) < 4 || Math.abs(known.length - written.length) > 1) return false
  let start = 0
  while (start < known.length && known[start] === written[start]) start++
  const restOf = (text: string, skip: number) => text.slice(start + skip)
  if (known.length !== written.length) {
    const isLonger = known.length > written.length
    return restOf(known, isLonger ? 1 : 0) === restOf(written, isLonger ? 0 : 1)
  }
  if (restOf(known, 1) === restOf(written, 1)) return true
  const isSwapped = known[start] === written[start + 1] && known[start + 1] === written[start]
  return isSwapped && restOf(known, 2) === restOf(written, 2)
}
