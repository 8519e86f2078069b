import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignChains } from './assign-chains'
import { buildChain, type ChainEvent } from './build-chain'

interface Drawn extends ChainEvent {
  place: number
}

/**
 * Reads a drawing: an event a line, indented under its parent, in time order. `(x)` is a parent that never came, `~` marks
 * an event that only its trace joins, `x <- y` an event whose parent is y wherever it stands.
 */
function draw(text: string): Drawn[] {
  const path: string[] = []
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line, place): Drawn[] => {
      const indent = (/^ */.exec(line)![0].length - 4) / 2
      const [, tilde, name, parent] = /(~?)(\(?\w+\)?)(?: <- (\w+))?$/.exec(line.trim())!
      const id = name!.replace(/[()]/g, '')
      path.length = Math.max(indent, 0)
      const above = parent ?? path.at(-1) ?? null
      path.push(id)
      if (name!.startsWith('(')) return []
      return [
        { event_id: id, parent_event_id: above, created: place, received: place, own: tilde === '', place },
      ]
    })
}

/** The drawing of what was built. */
function print(events: readonly Drawn[], expired?: ReadonlySet<string>): string {
  const { members, missing } = buildChain(events, expired)
  const lines: string[] = []
  members.forEach(({ event, depth, flags, joined_by }, index) => {
    for (const parent of missing.filter(({ before }) => before === index))
      lines.push(`    (${parent.event_id})${parent.expired ? ' expired' : ''}`)
    const marks = [...flags.map((flag) => ` ${flag}`)].join('')
    lines.push(`    ${'  '.repeat(depth)}${joined_by === 'trace' ? '~' : ''}${event.event_id}${marks}`)
  })
  return `\n${lines.join('\n')}\n`
}

describe('a chain is drawn as it happened', () => {
  test.each([
    [
      'a line and branches',
      `
    a
      b
        c
      d
        e
        f
`,
    ],
    [
      'children of a parent that never came stand together',
      `
    a
      b
    (x)
      c
        d
      e
`,
    ],
    [
      'what only a trace joins stands after the chain, with its own children',
      `
    a
      b
    ~t
      ~u
    (x)
      ~v
`,
    ],
  ])('%s', (_, drawing) => {
    const events = draw(drawing)
    expect(print(events)).toBe(drawing)
    expect(print([...events].reverse())).toBe(drawing)
  })

  test('a cycle starts at its earliest received member, and hangs together', () => {
    expect(
      print(
        draw(`
    b <- d
    c <- b
    d <- c
    e <- c
    s <- s
`),
      ),
    ).toBe(`
    b in-cycle
      c in-cycle
        d in-cycle
        e
    s in-cycle
`)
  })

  test('a child before its parent keeps its time, and says so', () => {
    const [parent, child] = draw(`
    a
      b
`)
    const built = buildChain([{ ...parent!, created: 9 }, child!])
    expect(built.members[1]).toMatchObject({ delay_ms: -8, flags: ['clock-skew'] })
  })

  test('a parent past retention is missing, and said to be expired', () => {
    const events = draw(`
    (x)
      a
        b
`)
    expect(print(events, new Set(['x']))).toBe(`
    (x) expired
      a expired-parent
        b
`)
    expect(buildChain(events).members[0]).toMatchObject({ depth: 1, delay_ms: null, joined_by: 'parent' })
  })

  test('100,000 events in one line are built without a stack', () => {
    const line = Array.from({ length: 100_000 }, (_, i) => ({
      event_id: `e${i}`,
      parent_event_id: i === 0 ? null : `e${i - 1}`,
      created: i,
      received: i,
      own: true,
    }))
    expect(buildChain(line).members.at(-1)!.depth).toBe(99_999)
  })
})

const graphs = fc
  .array(fc.tuple(fc.option(fc.nat({ max: 24 })), fc.nat({ max: 9 }), fc.boolean()), { maxLength: 20 })
  .map((rows) =>
    rows.map(([parent, created, own], i): ChainEvent => ({
      event_id: `e${i}`,
      parent_event_id: parent === null ? null : `e${parent}`,
      created,
      received: i,
      own,
    })),
  )

describe('laws', () => {
  test('nothing is lost or shown twice; depth is one more than the parent before it', () => {
    fc.assert(
      fc.property(graphs, (events) => {
        const { members, missing } = buildChain(events)
        expect(members.map(({ event }) => event.event_id).sort()).toEqual(
          events.map((event) => event.event_id).sort(),
        )
        const depths = new Map<string, number>(missing.map(({ event_id }) => [event_id, 0]))
        for (const { event, depth } of members) {
          if (depth > 0) expect(depth).toBe(depths.get(event.parent_event_id!)! + 1)
          depths.set(event.event_id, depth)
        }
        const children = missing.flatMap((parent) => parent.children)
        expect(
          members.filter(({ event }) => children.includes(event.event_id)).every(({ depth }) => depth === 1),
        ).toBe(true)
      }),
    )
  })

  test('the order in which events are given does not matter', () => {
    fc.assert(
      fc.property(graphs, fc.nat(), (events, turn) => {
        const cut = events.length === 0 ? 0 : turn % events.length
        expect(buildChain([...events.slice(cut), ...events.slice(0, cut)].reverse())).toEqual(
          buildChain(events),
        )
      }),
    )
  })

  test('a batch that is stored whole has one chain id for each component', () => {
    fc.assert(
      fc.property(graphs, (events) => {
        const linkable = events.map((event) => ({
          eventId: event.event_id,
          parentEventId: event.parent_event_id,
        }))
        const assigned = assignChains(linkable, new Map([['e24', 'stored-chain']]))
        for (const { eventId, parentEventId } of linkable) {
          const parent = parentEventId === null ? undefined : assigned.get(parentEventId)
          if (parent) expect(assigned.get(eventId)!.chainId).toBe(parent.chainId)
          if (parentEventId === 'e24')
            expect(assigned.get(eventId)).toEqual({ chainId: 'stored-chain', link: 'stored' })
        }
      }),
    )
  })
})
