import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grantsOf, roleWith, type GroupGrant } from './group-grants'
import { isAtLeast, roleNames } from './policy'

const grants: GroupGrant[] = [
  { group: 'cards', owner: 'cards', role: 'author' },
  { group: 'cards', owner: 'payments', role: null },
  { group: 'architects', owner: null, role: 'reviewer' },
]
const nothing = { groups: [], owners: [], role: null }

describe('what groups give', () => {
  it.each([
    [
      'one group',
      { groups: ['cards'] },
      { groups: ['cards'], owners: ['cards', 'payments'], role: 'author' },
    ],
    [
      'several',
      { groups: ['architects', 'cards', 'x'] },
      { owners: ['cards', 'payments'], role: 'reviewer' },
    ],
    ['a single word', { groups: 'architects' }, { groups: ['architects'], owners: [], role: 'reviewer' }],
    ['none of them', { groups: ['other'] }, nothing],
    ['no claim', {}, nothing],
    ['something else', { groups: [{ name: 'cards' }, 5, null] }, nothing],
    ['a name that every object has', JSON.parse('{"__proto__":["cards"]}') as object, nothing],
  ])('%s', (_, claims, expected) => {
    expect(grantsOf(claims as Record<string, unknown>, 'groups', grants)).toMatchObject(expected)
  })

  it('is read by the name of the claim, or by its path', () => {
    const nested = { realm_access: { roles: ['cards'] } }
    expect(grantsOf(nested, 'realm_access.roles', grants).role).toBe('author')
    const named = { 'https://example.com/groups': ['cards'] }
    expect(grantsOf(named, 'https://example.com/groups', grants).role).toBe('author')
    expect(grantsOf(nested, 'realm_access.constructor', grants)).toEqual(nothing)
  })

  it('never takes away what was given by hand', () => {
    const role = fc.constantFrom(...roleNames)
    fc.assert(
      fc.property(role, fc.option(role), (byHand, granted) => {
        const has = roleWith(byHand, granted)
        expect(isAtLeast(has, byHand) && (granted === null || isAtLeast(has, granted))).toBe(true)
        expect([byHand, granted]).toContain(has)
      }),
    )
  })
})
