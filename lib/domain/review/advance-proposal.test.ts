import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  advanceProposal,
  approvalOf,
  type CatalogRules,
  type Happening,
  type Proposal,
} from './advance-proposal'
import { isDropped, PROPOSAL_EVENTS, PROPOSAL_STATES, transitions } from './proposal-state'

const rules: CatalogRules = {
  reviewNeeded: true,
  approvals: 1,
  fromOwner: true,
  reviewerForNew: true,
  reviewerForBreaking: true,
}
const fresh: Proposal = {
  state: 'draft',
  revision: 1,
  authors: ['ilse'],
  reviews: [],
  contentRevision: 1,
  reviewsBeforeSubmission: 0,
  isNewEventType: false,
  mayBreak: false,
  ownerCanApprove: false,
}
const people = {
  ilse: { asReviewer: true, asOwner: true },
  jon: { asReviewer: false, asOwner: true },
  mara: { asReviewer: true, asOwner: false },
  guest: { asReviewer: false, asOwner: false },
}
type Person = keyof typeof people

const says = (event: 'approve' | 'request-changes', actor: Person) => (proposal: Proposal) => ({
  event,
  review: { actor, name: actor, verdict: event, revision: proposal.revision, ...people[actor] },
})
const revises =
  (actor: Person, onlyDocumentation = false) =>
  () => ({ event: 'revise' as const, actor, onlyDocumentation })
const does = (event: 'submit' | 'comment' | 'publish' | 'decline' | 'withdraw' | 'reopen') => () => ({
  event,
})
type Step = (proposal: Proposal) => Happening

/** What came of the steps; a step without a place is left out and told as null. */
function play(steps: readonly Step[], start = fresh, by = rules) {
  let proposal = start
  const states = steps.map((step) => {
    const next = advanceProposal(proposal, step(proposal), by)
    proposal = next ?? proposal
    return next && next.state
  })
  return { proposal, states }
}

const person = fc.constantFrom(...(Object.keys(people) as Person[]))
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  person.map((who) => says('approve', who)),
  person.map((who) => says('request-changes', who)),
  fc.tuple(person, fc.boolean()).map(([who, docs]) => revises(who, docs)),
  fc.constantFrom('submit', 'comment', 'publish', 'decline', 'withdraw', 'reopen').map(does),
)
const anyRules = fc.record({
  reviewNeeded: fc.boolean(),
  approvals: fc.integer({ min: 0, max: 3 }),
  fromOwner: fc.boolean(),
  reviewerForNew: fc.boolean(),
  reviewerForBreaking: fc.boolean(),
})
const anyStart = fc
  .record({ isNewEventType: fc.boolean(), mayBreak: fc.boolean(), ownerCanApprove: fc.boolean() })
  .map((facts) => ({ ...fresh, ...facts }))
const anyWay = fc.tuple(fc.array(anyStep, { maxLength: 24 }), anyStart, anyRules)

describe('a proposal', () => {
  it('goes from hand to hand: changes are asked for, made, and approval is asked again', () => {
    const { states, proposal } = play([
      does('submit'),
      says('request-changes', 'mara'),
      revises('ilse'),
      does('submit'),
      says('approve', 'mara'),
      revises('ilse'),
      does('publish'),
      says('approve', 'jon'),
      does('publish'),
    ])
    expect(states).toEqual([
      'in-review',
      'changes-requested',
      'changes-requested',
      'in-review',
      'approved',
      'in-review',
      null,
      'approved',
      'published',
    ])
    expect(approvalOf(proposal, rules).requirements[0]).toMatchObject({ by: ['jon'], askedAgain: ['mara'] })
  })

  it('keeps its approval where only documentation changed', () => {
    const { states } = play([does('submit'), says('approve', 'mara'), revises('ilse', true), does('publish')])
    expect(states).toEqual(['in-review', 'approved', 'approved', 'published'])
  })

  it('is published directly only as a draft, and where no review is needed', () => {
    expect(play([does('publish')]).states).toEqual([null])
    const free = { ...rules, reviewNeeded: false }
    expect(play([does('publish')], fresh, free).states).toEqual(['published'])
    expect(play([does('submit'), does('publish')], fresh, free).states).toEqual(['in-review', null])
  })

  it('waits for the owner and for a reviewer where the rules ask for them', () => {
    const start = { ...fresh, mayBreak: true, ownerCanApprove: true }
    const { states, proposal } = play([does('submit'), says('approve', 'jon')], start)
    expect(states.at(-1)).toBe('in-review')
    expect(approvalOf(proposal, rules).requirements.map(({ kind, isMet }) => [kind, isMet])).toEqual([
      ['approvals', true],
      ['owner', true],
      ['reviewer-breaking', false],
    ])
    expect(play([does('submit'), says('approve', 'jon'), says('approve', 'mara')], start).states.at(-1)).toBe(
      'approved',
    )
  })

  it('stays with the wish of one reviewer for changes, whatever another says', () => {
    const steps = [does('submit'), says('request-changes', 'mara'), says('approve', 'jon')]
    expect(play(steps).states.at(-1)).toBe('changes-requested')
    expect(play([...steps, says('approve', 'mara')]).states.at(-1)).toBe('approved')
  })
})

describe('on every way', () => {
  it('nothing is published that was not approved by somebody who had a say in what it is now', () => {
    fc.assert(
      fc.property(anyWay, ([steps, start, by]) => {
        let proposal: Proposal = start
        for (const step of steps) {
          const before = proposal
          proposal = advanceProposal(proposal, step(proposal), by) ?? proposal
          if (proposal.state !== 'published' || before.state === 'published') continue
          if (before.state === 'draft') {
            expect(by.reviewNeeded).toBe(false)
            continue
          }
          const word = proposal.reviews.filter(
            ({ verdict, revision, actor, asOwner, asReviewer }) =>
              verdict === 'approve' &&
              revision >= proposal.contentRevision &&
              !proposal.authors.includes(actor) &&
              (asOwner || asReviewer),
          )
          expect(new Set(word.map(({ actor }) => actor)).size).toBeGreaterThanOrEqual(
            Math.max(1, by.approvals),
          )
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('a published proposal stays what it is', () => {
    fc.assert(
      fc.property(anyWay, fc.array(anyStep), ([steps, start, by], more) => {
        const { proposal } = play(steps, { ...start, state: 'published' }, by)
        expect(play(more, proposal, by).proposal).toEqual(proposal)
      }),
    )
  })

  it('a change of more than words takes the approval away', () => {
    fc.assert(
      fc.property(anyWay, person, ([steps, start, by], who) => {
        const { proposal } = play(steps, start, by)
        const revised = advanceProposal(proposal, revises(who)(), by)
        expect(revised?.state).not.toBe('approved')
        if (revised) expect(approvalOf(revised, by).isApproved).toBe(false)
      }),
    )
  })

  it('comments and changes of words move nothing forward', () => {
    fc.assert(
      fc.property(anyWay, ([steps, start, by]) => {
        const { proposal } = play(steps, start, by)
        expect(advanceProposal(proposal, { event: 'comment' }, by)?.state).toBe(proposal.state)
        const [author = 'ilse'] = proposal.authors
        const revised = advanceProposal(
          proposal,
          { event: 'revise', actor: author, onlyDocumentation: true },
          by,
        )
        if (revised) expect(revised.state).toBe(proposal.state)
      }),
    )
  })
})

describe('the table of transitions', () => {
  it('answers each state and event at most once under any conditions, and reaches every state', () => {
    for (const state of PROPOSAL_STATES) {
      for (const event of PROPOSAL_EVENTS) {
        const rows = transitions.filter((row) => row.from === state && row.event === event)
        if (rows.length > 1) expect(rows.every(({ when }) => when !== undefined)).toBe(true)
      }
    }
    const reached = new Set<string>(['draft', ...transitions.map(({ to }) => to)])
    expect([...reached].sort()).toEqual([...PROPOSAL_STATES].sort())
  })
})

it('waits for nobody where a proposal was declined or withdrawn', () => {
  expect(PROPOSAL_STATES.filter(isDropped)).toEqual(['declined', 'withdrawn'])
})
