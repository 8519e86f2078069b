import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '@/lib/server/database/testing/test-database'
import { ask } from '@/lib/server/http/testing/door'
import { sender } from '@/lib/server/ingest/testing/received'
import { startTask } from '@/lib/server/stores/task-store'
import type { Actor } from '@/lib/server/services/actor'
import { reportTask } from './put-task'

useTestDatabase()

describe('tasks', () => {
  it('are told while they run, by any id', async () => {
    const id = 'import/50%'
    const body = { label: 'Import', state: 'running', done: 1, total: null }
    expect((await ask('putTask', { params: { id }, body })).status).toBe(200)
    await ask('putTask', {
      params: { id },
      body: { ...body, state: 'done', done: 3, total: 3, message: 'all of it' },
    })
    const { value } = await ask('listTasks')
    expect((value as { items: unknown[] }).items).toMatchObject([
      { id, label: 'Import', state: 'done', done: 3, total: 3, message: 'all of it' },
    ])
  })

  it('are reported by whoever started them, and by administrators', async () => {
    const body = { label: 'Import', state: 'running', done: 1, total: null } as const
    const author = (id: string): Actor => ({ ...sender, kind: 'person', id, role: 'author' })
    const report = (actor: Actor, id: string) => reportTask(actor, { id, body })
    await startTask('of-the-server', body, null)
    await report(author('ada'), 'of-ada')
    expect(await report({ ...author('ada'), kind: 'token' }, 'of-ada')).toMatchObject({ id: 'of-ada' })
    expect(await report(sender, 'of-ada')).toMatchObject({ id: 'of-ada' })
    for (const id of ['of-ada', 'of-the-server'])
      await expect(report(author('bea'), id)).rejects.toMatchObject({ slug: 'forbidden' })
    const race = await Promise.allSettled(
      ['ada', 'bea', 'cid'].map((name) => report(author(name), 'of-the-first')),
    )
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
