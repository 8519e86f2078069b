import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { call } from '@/lib/client/api'
import { server } from './server'

const main = path.resolve('cli/main.ts')
const run = path.resolve('scripts/run.mjs')

/** The command as one types it, in a folder. */
function pasttense(folder: string, ...args: string[]) {
  return new Promise<{ code: number; output: string; error: string }>((resolve) => {
    execFile(process.execPath, [run, main, ...args], { cwd: folder }, (failure, output, error) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, output, error })
    })
  })
}

test.describe('pasttense', () => {
  let folder: string
  const against = server.origin ?? ''
  const write = async (file: string, schema: unknown) => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), JSON.stringify(schema, null, 2))
  }

  test.beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pasttense-tree-'))
  })

  test.afterEach(() => rm(folder, { recursive: true, force: true }))

  test('checks a working tree against the catalog, as CI reads it', async () => {
    const { schema } = await call(
      'getVersion',
      { params: { name: 'CardExpired', version: 'latest' } },
      server,
    )
    const published = schema as { properties: Record<string, unknown>; required: string[] }
    await write('schemas/CardExpired.json', published)
    const same = await pasttense(folder, 'check', '--against', against, 'schemas')
    expect(same.output).toContain('CardExpired  unchanged (1.2.0)')
    expect(same.code).toBe(0)

    await write('schemas/CardExpired/1.3.0.json', {
      ...published,
      properties: { ...published.properties, colour: { type: 'string', maxLength: 20 } },
      required: [...published.required, 'colour'],
    })
    await write('schemas/CardExpired/1.2.0.json', { type: 'object' })
    await write('schemas/WeighParcel.json', { type: 'object' })
    const github = await pasttense(folder, 'check', '--against', against, 'schemas', '--format', 'github')
    expect(github.code).toBe(1)
    expect(github.output).toMatch(
      /^::error file=schemas\/CardExpired\/1\.3\.0\.json,line=\d+,col=\d+,title=breaks-backward::"colour" is new and required/m,
    )
    expect(github.output).toMatch(/^::error file=schemas\/WeighParcel\.json,.*title=name-past-tense::/m)
    expect(github.output).not.toContain('1.2.0.json')

    const sarif = await pasttense(folder, 'lint', 'schemas/WeighParcel.json', '--format', 'sarif')
    expect(JSON.parse(sarif.output)).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'name-past-tense', level: 'error' }, {}, {}, {}] }],
    })

    await write('published/CardExpired/1.2.0.json', { type: 'object' })
    const changed = await pasttense(folder, 'check', '--against', against, 'published')
    expect(changed.output).toContain('a published version never changes')
    expect(changed.code).toBe(1)
  })

  test('compares what refers to other schemas by what the catalog knows of those', async () => {
    const identity = 'https://pasttense.example/parcel-weight'
    const referring = { type: 'object', properties: { weight: { $ref: identity, description: 'In grams.' } } }
    for (const [name, schema] of [
      ['CrateWeighed', { $id: identity, type: 'number' }],
      ['CrateHandedOver', referring],
    ] as const) {
      await call('createEventType', { body: { name, kind: 'domain' } }, server)
      await call('publishVersion', { params: { name }, body: { schema } }, server)
    }
    await write('schemas/CrateHandedOver.json', { ...referring, properties: { weight: { type: 'string' } } })
    const { output } = await pasttense(folder, 'check', '--against', against, 'schemas')
    expect(output).toMatch(/CrateHandedOver {2}breaking/)
  })

  test('says by its exit code what is wrong', async () => {
    await write('a.json', { type: 'string' })
    await write('b.json', { type: 'string', title: 'Same' })
    await writeFile(path.join(folder, 'c.json'), '{')
    const codes = async (...args: string[]) => (await pasttense(folder, ...args)).code
    expect(await codes('check', 'a.json', 'b.json')).toBe(0)
    expect(await codes('check', 'a.json', 'c.json')).toBe(2)
    expect(await codes('check', 'a.json', 'b.json', '--format', 'yaml')).toBe(2)
    expect(await codes('lint', 'c.json')).toBe(1)
    expect(await codes('trace', 'no-such-event', '--url', against)).toBe(3)
    expect(await codes('check', '--against', 'http://127.0.0.1:9', 'a.json')).toBe(3)
    expect(await codes('help', 'lint')).toBe(0)
  })
})
