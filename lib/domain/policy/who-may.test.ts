import { expect, it } from 'vitest'
import { whoMay } from './who-may'

it('says whom the table lets', () => {
  expect(whoMay('draft')).toBe('Authors')
  expect(whoMay('edit-catalog')).toBe('Authors of the owner’s team, and reviewers')
  expect(whoMay('edit-draft')).toBe('Whoever began it, authors of the owner’s team, and reviewers')
  expect(whoMay('declare', 'a service')).toBe('Authors of the team that owns a service, and reviewers')
  expect(whoMay('make-token')).toBe('Everybody who signs in')
})
