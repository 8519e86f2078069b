import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { call } from '@/lib/client/api'
import { useServedDoor } from '@/lib/server/http/testing/use-served-door'
import { seeded } from '@/lib/server/ingest/testing/seeded'
import { importXes } from './import-xes'

const door = useServedDoor()
const folder = mkdtempSync(path.join(tmpdir(), 'pasttense-xes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the flows of an imported process log are exactly its directly-follows counts', async () => {
  const random = seeded(11)
  const activities = ['Claim received', 'Claim checked', 'Claim queried', 'Claim approved', 'Claim paid']
  // 60 cases with loops and repeats, some events at one and the same moment.
  const traces = Array.from({ length: 60 }, () =>
    Array.from(
      { length: 1 + Math.floor(random() * 12) },
      () => activities[Math.floor(random() * activities.length)]!,
    ),
  )
  const follows = new Map<string, number>()
  for (const trace of traces)
    for (const [index, activity] of trace.slice(1).entries()) {
      const edge = `${trace[index]} > ${activity}`
      follows.set(edge, (follows.get(edge) ?? 0) + 1)
    }
  const start = Date.now() - 86_400_000
  const element = (activity: string, at: number) =>
    `<event><string key="concept:name" value="${activity}"/><date key="time:timestamp" value="${new Date(at).toISOString()}"/></event>`
  const xes = traces
    .map(
      (trace, i) =>
        `<trace>${trace.map((activity, j) => element(activity, start + i * 1_000 + Math.floor(j / 2) * 60_000)).join('')}</trace>`,
    )
    .join('\n')
  const file = path.join(folder, 'claims.xes')
  writeFileSync(file, `<?xml version="1.0" encoding="UTF-8"?>\n<log>${xes}</log>`)
  const api = door()

  expect(await importXes(file, api, Date.now())).toMatchObject({ file: 'claims.xes', status: 'done' })
  expect(await importXes(file, api, Date.now())).toMatchObject({ status: 'unchanged' })
  const { edges } = await call('getFlows', { query: {} }, api)
  expect(edges.map(({ from, to, count }) => `${from} > ${to}: ${count}`).sort()).toEqual(
    [...follows].map(([edge, count]) => `${edge}: ${count}`).sort(),
  )
})
