import { isObject, own, type Json } from '@/lib/domain/json/json'
import { Undecided } from '../prove/budget'
import { draftOfUri, drafts, type Draft } from './drafts'
import { malformedAt } from './well-formed'

export interface DraftPair {
  readonly writer: Draft
  readonly reader: Draft
}

/** The drafts two schemas are read in; a schema that is none in its draft has no meaning, and so no verdict. */
export function chooseDrafts(writer: Json, reader: Json, fallback?: Draft): DraftPair {
  const declared = { writer: declaredDraft(writer), reader: declaredDraft(reader) }
  const open = [declared.writer ? [] : [writer], declared.reader ? [] : [reader]].flat()
  const common =
    open.length === 0 ? undefined : (fallback ?? newestFor(open, declared.writer ?? declared.reader))
  const pair = { writer: declared.writer ?? common, reader: declared.reader ?? common }
  return { writer: checked(writer, pair.writer, 'writer'), reader: checked(reader, pair.reader, 'reader') }
}

function declaredDraft(schema: Json): Draft | undefined {
  const uri = isObject(schema) ? own(schema, '$schema') : undefined
  if (typeof uri !== 'string') return undefined
  const draft = draftOfUri(uri)
  if (draft === undefined) throw new Undecided(`the dialect ${uri} is not known`)
  return draft
}

/** What the other side declares, if the open side is a schema there too; else the newest draft that takes all open ones. */
function newestFor(open: readonly Json[], declared: Draft | undefined): Draft | undefined {
  const candidates = [...(declared === undefined ? [] : [declared]), ...[...drafts].reverse()]
  return candidates.find((draft) => open.every((schema) => malformedAt(schema, draft) === undefined))
}

function checked(schema: Json, draft: Draft | undefined, side: string): Draft {
  const place = malformedAt(schema, draft ?? '2020-12')
  if (draft !== undefined && place === undefined) return draft
  throw new Undecided(
    `the ${side} is no valid schema in ${draft ?? 'any draft'}: see ${place === '' ? 'its root' : (place ?? '')}`,
  )
}
