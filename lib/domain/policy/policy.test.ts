import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  installation,
  may,
  roleNames,
  rules,
  scopeNames,
  type Action,
  type Actor,
  type Role,
  type Subject,
} from './policy'

const person = (role: Role, owners: string[] = []): Actor => ({
  kind: 'person',
  id: 'p-1',
  name: 'Ada',
  role,
  owners,
  scopes: null,
})

/** What each role may of something that is neither its own nor its team's, of its team's, and of its own. */
const expected = `
action           | reader | author     | reviewer | administrator
reach            | yes    | yes        | yes      | yes
read             | yes    | yes        | yes      | yes
check            | yes    | yes        | yes      | yes
receive-events   | no     | yes        | yes      | yes
import-history   | no     | no         | no       | yes
edit-catalog     | no     | member     | yes      | yes
declare          | no     | member     | yes      | yes
report-progress  | no     | own        | own      | yes
draft            | no     | yes        | yes      | yes
edit-draft       | no     | member own | yes      | yes
comment          | no     | yes        | yes      | yes
review           | no     | member     | not-own  | not-own
publish          | no     | member     | yes      | yes
see-undeclared   | no     | member     | yes      | yes
reveal           | no     | member     | yes      | yes
erase            | no     | no         | no       | yes
administer       | no     | no         | no       | yes
keep-account     | yes    | yes        | yes      | yes
make-token       | yes    | yes        | yes      | yes
revoke-token     | own    | own        | own      | yes
manage-people    | no     | no         | no       | yes
read-audit       | no     | no         | no       | yes
`

const [, ...lines] = expected.trim().split('\n')
const cells = lines.map((line) => line.split('|').map((cell) => cell.trim()))

describe('the table of rights', () => {
  it('has a line here for every action, and none beside', () => {
    expect(cells.map(([action]) => action)).toEqual(Object.keys(rules))
  })

  it.each(cells)('%s', (action, ...rights) => {
    for (const [i, role] of roleNames.entries()) {
      const cell = rights[i]!
      const asked = (actor: Actor, subject?: Subject) => may(actor, action as Action, subject)
      const outside = cell === 'yes' || cell === 'not-own'
      expect([role, asked(person(role))]).toEqual([role, outside])
      const theirs = { owner: 'cards', author: 'p-2' }
      expect([role, 'theirs', asked(person(role, ['shop']), theirs)]).toEqual([role, 'theirs', outside])
      const asMember = outside || cell.includes('member')
      expect([role, 'member', asked(person(role, ['shop', 'cards']), theirs)]).toEqual([
        role,
        'member',
        asMember,
      ])
      expect([role, 'nobody', asked(person(role), { owner: null })]).toEqual([role, 'nobody', asMember])
      const ofOneself = cell === 'yes' || / own|^own/.test(cell)
      expect([role, 'own', asked(person(role), { owner: 'cards', author: 'p-1' })]).toEqual([
        role,
        'own',
        ofOneself,
      ])
    }
  })
})

const actorArbitrary = fc.record({
  kind: fc.constantFrom('local' as const, 'person' as const, 'token' as const),
  id: fc.constantFrom('a', 'b'),
  name: fc.constant('N'),
  role: fc.constantFrom(...roleNames),
  owners: fc.subarray(['shop', 'cards']),
  scopes: fc.option(fc.subarray([...scopeNames]).map((scopes) => new Set(scopes))),
})
const actionArbitrary = fc.constantFrom(...(Object.keys(rules) as Action[]))
const subjectArbitrary = fc.record(
  { owner: fc.option(fc.constantFrom('shop', 'cards')), author: fc.option(fc.constantFrom('a', 'b')) },
  { requiredKeys: [] },
)

describe('laws of the table', () => {
  it('a higher role may all that a lower one may', () => {
    fc.assert(
      fc.property(actorArbitrary, actionArbitrary, subjectArbitrary, (actor, action, subject) => {
        const rights = roleNames.map((role) => may({ ...actor, role }, action, subject))
        expect(rights).toEqual(rights.toSorted((a, b) => Number(a) - Number(b)))
      }),
    )
  })

  it('a scope more never takes a right away, and no scopes give what none gives', () => {
    fc.assert(
      fc.property(actorArbitrary, actionArbitrary, subjectArbitrary, (actor, action, subject) => {
        if (!may(actor, action, subject)) return
        expect(may({ ...actor, scopes: null }, action, subject)).toBe(true)
        if (actor.scopes) expect(may({ ...actor, scopes: new Set(scopeNames) }, action, subject)).toBe(true)
      }),
    )
  })

  it('nobody approves their own, the installation included', () => {
    fc.assert(
      fc.property(actorArbitrary, subjectArbitrary, (actor, subject) => {
        expect(may(actor, 'review', { ...subject, author: actor.id })).toBe(false)
      }),
    )
    expect(may(installation, 'review', { author: 'installation' })).toBe(false)
  })

  it('a token without scopes in it may nothing but look whether somebody is there', () => {
    fc.assert(
      fc.property(actorArbitrary, actionArbitrary, subjectArbitrary, (actor, action, subject) => {
        expect(may({ ...actor, scopes: new Set() }, action, subject)).toBe(action === 'reach')
      }),
    )
  })
})
