import { describe, expect, it } from 'vitest'
import { suggestLabel } from './suggest-label'

const words = [{ documentation: true }]
const fields = [{ documentation: false }]

describe('suggestLabel', () => {
  it.each([
    ['1.2.3', fields, 'breaking', '2.0.0'],
    ['1.2.3', fields, 'unknown', '2.0.0'],
    ['1.2.3', fields, 'compatible', '1.3.0'],
    ['1.2.3', words, 'compatible', '1.2.4'],
    ['1.2.3', [], 'compatible', '1.2.4'],
    ['v1.2.3', fields, 'compatible', 'v1.3.0'],
    ['1.2', fields, 'compatible', '1.3'],
    ['0.4.0', fields, 'breaking', '0.5.0'],
    ['7', fields, 'compatible', '8'],
    ['v7', fields, 'breaking', 'v8'],
    ['1-0-2', fields, 'breaking', '2-0-0'],
    ['1-0-2', fields, 'compatible', '1-0-3'],
    ['2025-12-31', fields, 'compatible', '2026-01-31'],
    ['20251231', fields, 'compatible', '20260131'],
    ['2026-01-31', fields, 'compatible', '2026-01-31.2'],
    ['release-09', fields, 'compatible', 'release-10'],
    ['first', fields, 'compatible', 'first-2'],
    [null, fields, 'compatible', '1.0.0'],
  ] as const)('follows %s', (previous, changes, verdict, expected) => {
    expect(suggestLabel(previous, changes, verdict, '2026-01-31')).toBe(expected)
  })
})
