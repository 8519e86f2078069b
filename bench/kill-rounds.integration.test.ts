import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { killRounds, type Victim } from './kill-rounds'

test.each<Victim>(['node', 'postgres'])(
  'kill -9 of %s while it receives, twice: everything acknowledged is there, once, linked and counted',
  async (victim) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'pasttense-kill-'))
    const report = await killRounds(victim, 2, folder)
    await rm(folder, { recursive: true, force: true })
    expect(report).toMatchObject({ lost: [], twice: [], corrected: 0 })
    expect(report.acknowledged).toBeGreaterThan(0)
    expect(report.counted).toEqual({ events: report.stored, edges: report.edges, openLinks: 0 })
  },
  240_000,
)
