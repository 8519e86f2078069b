import { describe, expect, it } from 'vitest'
import { applyFixToText } from './apply-fix-to-text'

const text = `{
  "type": "object",
  "properties": {
    "state": { "type": "string" }
  },
  "required": ["state"]
}`

describe('applyFixToText', () => {
  it('adds a member and leaves the rest as it was laid out', () => {
    const fixed = applyFixToText(text, {
      title: '',
      patch: [{ op: 'add', path: '/properties/state/description', value: 'Where it is' }],
    })
    expect(JSON.parse(fixed)).toHaveProperty('properties.state.description', 'Where it is')
    expect(fixed).toContain('  "required": ["state"]')
  })
  it('replaces, removes and moves', () => {
    const fixed = applyFixToText(text, {
      title: '',
      patch: [
        { op: 'move', from: '/properties/state', path: '/properties/status' },
        { op: 'replace', path: '/required/0', value: 'status' },
        { op: 'remove', path: '/type' },
      ],
    })
    expect(JSON.parse(fixed)).toEqual({ properties: { status: { type: 'string' } }, required: ['status'] })
  })
  it('adds to the end of an array', () => {
    const fixed = applyFixToText(text, {
      title: '',
      patch: [{ op: 'add', path: '/required/-', value: 'id' }],
    })
    expect(JSON.parse(fixed)).toHaveProperty('required', ['state', 'id'])
  })
})
