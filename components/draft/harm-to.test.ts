import { describe, expect, it } from 'vitest'
import type { Change } from '@/lib/contracts/compatibility'
import { brokenWords, harmTo } from './harm-to'

const change = (field: string, forward: Change['forward'] = 'breaking'): Change => ({
  kind: 'enum-value-added',
  path: '',
  field,
  message: '',
  backward: 'safe',
  forward,
  risky: false,
  documentation: false,
  witnesses: {},
})

describe('harm to a consumer', () => {
  it('is what breaks old readers at a field it reads, above or below it', () => {
    for (const field of ['status', 'status.code', ''])
      expect(harmTo({ fields: ['status'] }, [change(field)]).breaks).toBe(true)
    expect(harmTo({ fields: ['lines.sku'] }, [change('lines[].sku')]).breaks).toBe(true)
    expect(harmTo({ fields: ['lines.sku'] }, [change('lines')]).breaks).toBe(true)
    expect(harmTo({ fields: ['/lines/0/sku'] }, [change('lines[].sku')]).breaks).toBe(true)
    expect(harmTo({ fields: ['/lines/*/sku'] }, [change('lines[].price')]).breaks).toBe(false)
  })

  it('is nothing elsewhere, and nothing that old readers can take', () => {
    expect(harmTo({ fields: ['status'] }, [change('status_code'), change('status', 'safe')])).toEqual({
      breaks: false,
      words: '✓ safe',
    })
  })

  it('is anything that breaks for who has not said what it reads', () => {
    expect(harmTo({ fields: [] }, [change('status')]).words).toBe('✕ meets a breaking change at status')
  })
})

it('names those it breaks, of many the first ones', () => {
  expect(brokenWords(['Till', 'Risk'])).toBe('Till and Risk')
  expect(brokenWords(['A', 'B', 'C', 'D', 'E'])).toBe('A, B, C, D, and E')
  expect(brokenWords(['A', 'B', 'C', 'D', 'E', 'F'])).toBe('A, B, C, D, and 2 other consumers')
})
