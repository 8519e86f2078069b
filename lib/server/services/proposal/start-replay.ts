import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Replay } from '@/lib/contracts/replay'
import {
  ALIVE_EVERY_MS,
  countReplayed,
  findLiveReplay,
  findReplay,
  insertReplay,
  writeReplay,
} from '@/lib/server/stores/replay-store'
import type { StoredDraft } from '@/lib/server/stores/draft-store'
import { startTask, writeTask } from '@/lib/server/stores/task-store'
import { authorize, type Actor } from '@/lib/server/services/actor'
import { readDraft, subjectOf } from './hold-proposal'
import { parseDraft } from '@/lib/server/services/draft/judge-draft'
import { replayEvents } from './replay-events'

const key = Symbol.for('pasttense.replays')
/** One replay at a time a process: it takes a processor, and there may be many proposals. */
const queue = globalThis as { [key]?: Promise<void> }

/**
 * Begins to hold a draft against the stored events of its type, and answers at once; how far it is, `listReplays` says.
 * Where that is under way for this revision, it is the answer.
 * @throws Problem `draft-not-found`, `invalid-schema`
 */
export async function startReplay(
  actor: Actor,
  { id }: { id: string },
  aliveEvery = ALIVE_EVERY_MS,
): Promise<Replay> {
  const draft = await readDraft(actor, id)
  authorize(actor, 'comment', subjectOf(draft))
  parseDraft(draft)
  const live = await findLiveReplay(id, draft.revision)
  if (live) return live
  const replay = randomUUID()
  await insertReplay({ id: replay, draftId: id, revision: draft.revision, startedBy: actor.name })
  // Also while it waits for others, and where the first events take long to find.
  const alive = setInterval(() => void writeReplay(replay, {}).catch(() => undefined), aliveEvery)
  const before = queue[key] ?? Promise.resolve()
  queue[key] = before.then(() => run(replay, draft)).finally(() => clearInterval(alive))
  return (await findReplay(id, replay))!
}

/** Never rejects: what went wrong is written where people look. */
async function run(id: string, draft: StoredDraft): Promise<void> {
  const task = { label: `Replaying ${draft.event_type} events against a draft`, message: '' }
  const report = async (state: Replay['state'], done: number, total: number | null, message = '') => {
    await writeTask(`replay-${id}`, { ...task, state, done, total, message })
  }
  let total: number | null = null
  try {
    await startTask(`replay-${id}`, { ...task, state: 'running', done: 0, total }, null)
    total = await countReplayed(draft.event_type)
    if (!(await writeReplay(id, { total }))) return await stop(id, 0, total, report)
    await report('running', 0, total)
    const { findings, isWhole } = await replayEvents(
      draft.event_type,
      draft.schema_text,
      async (found, done) => {
        await report('running', done, total)
        return writeReplay(id, { done, findings: found() })
      },
    )
    const done = findings.events
    if (!isWhole) await writeReplay(id, { done, findings })
    if (!isWhole) return await stop(id, done, total, report)
    await writeReplay(id, { state: 'done', done, total: done, findings })
    await report('done', done, done)
  } catch (error) {
    const message = `It ended early: ${(error as Error).message.slice(0, 300)}`
    await writeReplay(id, { state: 'failed', message }).catch(() => undefined)
    await report('failed', 0, total, message).catch(() => undefined)
  }
}

async function stop(
  id: string,
  done: number,
  total: number | null,
  report: (state: Replay['state'], done: number, total: number | null) => Promise<void>,
): Promise<void> {
  await writeReplay(id, { state: 'cancelled' })
  await report('cancelled', done, total)
}
