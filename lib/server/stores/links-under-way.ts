import 'server-only'

type Settled = () => Promise<unknown>

// One per process: every route bundle holds its own copy of this module.
const key = Symbol.for('pasttense.links-under-way')
const globals = globalThis as { [key]?: Set<Settled> }

/**
 * Tells how links are waited for that a receiver is about to make.
 * @returns what takes it back, once it makes no more
 */
export function tellLinks(settled: Settled): () => void {
  const all = (globals[key] ??= new Set())
  all.add(settled)
  return () => void all.delete(settled)
}

/**
 * Events are acknowledged when they are committed, and linked a few milliseconds later, with those of other batches. Who
 * reads chains or counts of links waits for it here, so that whoever was answered finds the chain whole. What another
 * process received is not waited for.
 */
export async function linksUnderWay(): Promise<void> {
  for (const settled of globals[key] ?? []) await settled()
}
