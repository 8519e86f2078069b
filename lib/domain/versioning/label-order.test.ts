import { describe, expect, it } from 'vitest'
import { latestVersion, orderVersions } from './label-order'

const published = (...labels: string[]) =>
  labels.map((label, i) => ({ label, ordinal: i + 1, status: 'active' }))
const ordered = (...labels: string[]) => orderVersions(published(...labels)).map((version) => version.label)

describe('orderVersions', () => {
  it('puts a maintenance version below the version it was published after', () => {
    expect(ordered('1.4.0', '2.0.0', '1.4.1')).toEqual(['1.4.0', '1.4.1', '2.0.0'])
  })
  it('compares numbers as numbers', () => {
    expect(ordered('1.10.0', '1.9.0', '1.2.0')).toEqual(['1.2.0', '1.9.0', '1.10.0'])
    expect(ordered('10', '9', '2')).toEqual(['2', '9', '10'])
  })
  it('puts pre-releases before their release', () => {
    expect(ordered('1.0.0', '1.0.0-rc.1', '1.0.0-rc.10', '1.0.0-rc.2', '1.0.0-alpha')).toEqual([
      '1.0.0-alpha',
      '1.0.0-rc.1',
      '1.0.0-rc.2',
      '1.0.0-rc.10',
      '1.0.0',
    ])
  })
  it('knows dates and SchemaVer', () => {
    expect(ordered('2025-03-01', '2024-12-31')).toEqual(['2024-12-31', '2025-03-01'])
    expect(ordered('1-0-2', '1-1-0', '1-0-10')).toEqual(['1-0-2', '1-0-10', '1-1-0'])
  })
  it('keeps the order of publication where labels have no common form', () => {
    expect(ordered('banana', '1.0.0', 'apple')).toEqual(['banana', '1.0.0', 'apple'])
    expect(ordered('2', '1.0.0')).toEqual(['2', '1.0.0'])
  })
})

describe('latestVersion', () => {
  it('is the highest that is not retired', () => {
    const versions = published('1.0.0', '3.0.0', '2.0.0')
    expect(latestVersion(versions)?.label).toBe('3.0.0')
    versions[1]!.status = 'retired'
    expect(latestVersion(versions)?.label).toBe('2.0.0')
    expect(latestVersion([])).toBeUndefined()
  })
})
