import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { drawStates } from './draw-states'

it('the diagram in the docs is the one the code draws', () => {
  const page = readFileSync('docs/proposals.md', 'utf8')
  const drawn = /```mermaid\n([\s\S]*?)\n```/.exec(page)?.[1]
  // To renew it, put this text there.
  expect(drawn).toBe(drawStates())
})
