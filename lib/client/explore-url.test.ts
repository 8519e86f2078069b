import { describe, expect, it } from 'vitest'
import { exploreFilter, loadExploreState, wholeMinutes } from './explore-url'

const NOW = Date.parse('2026-08-06T09:03:20Z')
const filterOf = (address: string) => exploreFilter(loadExploreState(new URL(address, 'http://x')), NOW)

describe('the address of Explore', () => {
  it('asks for everything where it says nothing', () => {
    expect(filterOf('/explore')).toEqual({})
  })
  it('names its filters as a person would read them', () => {
    expect(filterOf('/explore?trace_id=4bf9&type=CardExpired&validity=invalid&key=48213')).toEqual({
      trace_id: '4bf9',
      type: 'CardExpired',
      validity: 'invalid',
      key: '48213',
    })
  })
  it('counts a range back from now in whole minutes', () => {
    expect(filterOf('/explore?range=1h&from=2020-01-01T00:00')).toEqual({ from: '2026-08-06T08:03:00.000Z' })
  })
  it('takes the minutes for what should have followed, and leaves out what are none', () => {
    const within = (minutes: string) => filterOf(`/explore?without=CardExpired&minutes=${minutes}`).within
    expect(['5', '525600'].map(within)).toEqual([300, 31_536_000])
    expect(['0', '-5', '525601', 'soon'].map(within)).toEqual([undefined, undefined, undefined, undefined])
    expect(['5', '007', '525600', '', '0', '5.5', '5 min', '1e3', '525601'].map(wholeMinutes)).toEqual([
      5,
      7,
      525_600,
      ...Array<null>(6).fill(null),
    ])
  })
  it('takes moments as UTC and leaves out what is none', () => {
    expect(filterOf('/explore?from=2026-08-06T09:03&to=yesterday')).toEqual({
      from: '2026-08-06T09:03:00.000Z',
    })
  })
})
