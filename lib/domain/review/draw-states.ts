import { transitions } from './proposal-state'

/** The states and transitions as a Mermaid diagram, as docs/proposals.md shows it. */
export function drawStates(): string {
  const lines = transitions
    .filter(({ from, to }) => from !== to)
    .map(({ from, event, to, when }) => {
      const condition = when === undefined ? '' : ` [${when}]`
      return `  ${idOf(from)} --> ${idOf(to)}: ${event}${condition}`
    })
  const names = [...new Set(transitions.flatMap(({ from, to }) => [from, to]))]
    .filter((name) => name !== idOf(name))
    .map((name) => `  state "${name}" as ${idOf(name)}`)
  return ['stateDiagram-v2', '  [*] --> draft', ...names, ...lines, '  published --> [*]'].join('\n')
}

/** Mermaid takes a hyphen for the start of an arrow. */
function idOf(state: string): string {
  return state.replaceAll('-', '_')
}
