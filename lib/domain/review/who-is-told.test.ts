import { expect, it } from 'vitest'
import { mentionsIn, whoIsTold, type Audience } from './who-is-told'

const audience: Audience = {
  mentioned: ['mara'],
  author: ['ilse'],
  spoke: ['mara', 'jon'],
  owner: ['ilse', 'jon', 'noor'],
  reviewer: ['mara', 'tomas'],
  consumer: ['ada', 'jon'],
}
const told = (...args: Parameters<typeof whoIsTold>) =>
  whoIsTold(...args).map(({ person, because }) => `${person}: ${because}`)

it('each is told once, for the closest reason, and never of what they did themselves', () => {
  expect(told('publish', audience, 'ilse')).toEqual([
    'mara: spoke',
    'jon: spoke',
    'noor: owner',
    'ada: consumer',
  ])
  expect(told('submit', audience, 'ilse')).toEqual([
    'mara: mentioned',
    'jon: spoke',
    'noor: owner',
    'tomas: reviewer',
  ])
  expect(told('request-changes', audience, 'mara')).toEqual(['ilse: author'])
})

it('a mention is a name after an at sign, and no e-mail address', () => {
  expect(
    mentionsIn('@Mara.Lindqvist, see @cards. Not me@example.org nor @@x; @mara.lindqvist again'),
  ).toEqual(['mara.lindqvist', 'cards'])
  expect(mentionsIn(`${'@'.repeat(50_000)} ${'a@'.repeat(50_000)}`)).toEqual([])
})
