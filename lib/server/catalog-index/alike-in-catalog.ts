import 'server-only'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { AlikeIndex } from '@/lib/domain/search/alike-index'
import { currentCatalog, type CatalogEntry } from './catalog-index'

interface State {
  readonly index: AlikeIndex
  /** The entries as they were taken in: a changed event type is another object. */
  readonly known: Map<string, CatalogEntry>
  following: Promise<void>
}

/** Entries taken in before others get their turn. */
const SLICE = 100

// One per process: every route bundle holds its own copy of this module.
const key = Symbol.for('pasttense.alike-index')
const globals = globalThis as { [key]?: State }

/** The index of what is alike, as of the catalog now. Filled on the first question: a process that is asked none pays nothing. */
export async function currentAlikeIndex(): Promise<AlikeIndex> {
  const state = (globals[key] ??= { index: new AlikeIndex(), known: new Map(), following: Promise.resolve() })
  // One after the other; one that failed does not end the next.
  state.following = state.following.then(
    () => follow(state),
    () => follow(state),
  )
  await state.following
  return state.index
}

async function follow({ index, known }: State): Promise<void> {
  const { entries } = await currentCatalog()
  for (const name of [...known.keys()].filter((one) => !entries.has(one))) {
    known.delete(name)
    index.remove(name)
  }
  let taken = 0
  for (const [name, entry] of [...entries]) {
    if (known.get(name) === entry) continue
    index.put({ name, description: entry.row.description, fields: entry.fields })
    known.set(name, entry)
    if (++taken % SLICE === 0) await nextTurn()
  }
}
