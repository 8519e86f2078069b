/** Rectangles in pixels of the graph. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

/** The part of a graph that a pane shows: where the graph's origin lies in the pane, and how large its pixels are. */
export interface Opening {
  x: number
  y: number
  zoom: number
}

/**
 * How a graph is opened that does not fit its pane: as near as it is readable, with one of its boxes in the middle, or
 * as near to the middle as the edges of the graph allow. What is smaller than the pane in one direction begins at its
 * edge there, and leaves what is left below free.
 * @param edge pixels of the pane that stay free around the graph
 */
export function openAt(
  box: Rectangle,
  graph: Rectangle,
  pane: { width: number; height: number },
  zoom: number,
  edge: number,
): Opening {
  const along = (middle: number, from: number, length: number, room: number) => {
    const last = room - edge - (from + length) * zoom
    const first = edge - from * zoom
    return Math.min(first, Math.max(Math.min(first, last), room / 2 - middle * zoom))
  }
  return {
    x: along(box.x + box.width / 2, graph.x, graph.width, pane.width),
    y: along(box.y + box.height / 2, graph.y, graph.height, pane.height),
    zoom,
  }
}

/** How large the pixels of a graph are where all of it is in sight. @param padding share of the pane that stays free */
export function zoomToFit(
  graph: Rectangle,
  pane: { width: number; height: number },
  padding: number,
): number {
  const room = 1 - 2 * padding
  return Math.min((pane.width * room) / graph.width, (pane.height * room) / graph.height)
}
