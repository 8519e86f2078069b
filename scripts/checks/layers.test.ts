import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const planted: string[] = []

/** Plants a folder with one module inside a room, and answers what the layer check says of it. */
function cruiseWith(room: string, source: string): { status: number | null; output: string } {
  const folder = mkdtempSync(join(root, room, 'planted-'))
  planted.push(folder)
  const file = join(folder, 'violation.ts')
  writeFileSync(file, source)
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      file,
    ],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  rmSync(folder, { recursive: true })
  return { status: run.status, output: run.stdout + run.stderr }
}

afterAll(() => planted.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

describe('the layer check', () => {
  it.each([
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
  ])('fails on a planted violation of %s', (rule, room, source) => {
    const { status, output } = cruiseWith(room, source)
    expect(output).toContain(rule)
    expect(status).not.toBe(0)
  })
})
