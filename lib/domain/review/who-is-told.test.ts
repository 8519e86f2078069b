import { expect, it } from 'vitest'
import { whoIsTold, type Audience } from './who-is-told'

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
