import { expect, it } from 'vitest'
import { openAt, zoomToFit } from './graph-opening'

const pane = { width: 1_000, height: 400 }
const box = (x: number, y: number) => ({ x, y, width: 200, height: 50 })

it('a graph that is too large opens at its box, and shows nothing beyond its edges', () => {
  const graph = { x: 0, y: 0, width: 4_000, height: 2_000 }
  expect(openAt(box(2_000, 1_000), graph, pane, 0.5, 20)).toEqual({ x: -550, y: -312.5, zoom: 0.5 })
  expect(openAt(box(0, 0), graph, pane, 0.5, 20)).toEqual({ x: 20, y: 20, zoom: 0.5 })
  expect(openAt(box(3_800, 1_950), graph, pane, 0.5, 20)).toEqual({ x: -1_020, y: -620, zoom: 0.5 })
})

it('what is lower than the pane begins at its upper edge', () => {
  const graph = { x: 0, y: 100, width: 4_000, height: 200 }
  for (const at of [box(0, 100), box(0, 250)])
    expect(openAt(at, graph, pane, 1, 20)).toEqual({ x: 20, y: -80, zoom: 1 })
})

it('all of a graph is in sight where its longer side fits', () => {
  expect(zoomToFit({ x: 0, y: 0, width: 1_000, height: 100 }, pane, 0.1)).toBeCloseTo(0.8)
  expect(zoomToFit({ x: 0, y: 0, width: 100, height: 640 }, pane, 0.1)).toBeCloseTo(0.5)
})
