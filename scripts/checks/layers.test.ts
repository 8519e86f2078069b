import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const violations: [rule: string, room: string, source: string][] = [
  [
    'domain-is-pure',
    'lib/domain',
    "import { problems } from '@/lib/contracts/problems'\nexport const planted = problems\n",
  ],
  [
    'domain-knows-no-framework',
    'lib/domain',
    "import { useState } from 'react'\nexport const planted = useState\n",
  ],
  [
    'client-never-imports-the-server',
    'lib/client',
    "import { problem } from '@/lib/server/services/problem'\nexport const planted = problem\n",
  ],
  [
    'components-never-import-the-server',
    'components',
    "import { problem } from '@/lib/server/services/problem'\nexport const planted = problem\n",
  ],
  [
    'browser-carries-no-zod',
    'components',
    "import { routes } from '@/lib/contracts/routes'\nexport const planted = routes\n",
  ],
  [
    'stores-never-import-services',
    'lib/server/stores',
    "import { problem } from '@/lib/server/services/problem'\nexport const planted = problem\n",
  ],
  [
    'a-route-never-touches-a-store',
    'app',
    "import { listOwners } from '@/lib/server/stores/owner-store'\nexport const planted = listOwners\n",
  ],
]

const planted: string[] = []
let output = ''
let status: number | null = 0

/** All at once: a cruise reads half the house. */
beforeAll(() => {
  for (const [, room, source] of violations) {
    const folder = mkdtempSync(join(root, room, 'planted-'))
    planted.push(folder)
    writeFileSync(join(folder, 'violation.ts'), source)
  }
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const files = planted.map((folder) => relative(root, join(folder, 'violation.ts')))
  const run = spawnSync(process.execPath, [cruiser, '--config', '.dependency-cruiser.mjs', ...files], {
    cwd: root,
    encoding: 'utf8',
  })
  output = run.stdout + run.stderr
  status = run.status
}, 60_000)

afterAll(() => planted.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

describe('the layer check', () => {
  it('fails', () => expect(status).not.toBe(0))

  it.each(violations)('finds a planted violation of %s', (rule, room) => {
    expect(output.split('\n').some((line) => line.includes(rule) && line.includes(`${room}/planted-`))).toBe(
      true,
    )
  })
})
