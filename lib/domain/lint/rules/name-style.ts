import { hasNameStyle, toNameStyle } from '../name-style'
import type { Rule } from '../rule'

export const nameStyle: Rule = {
  id: 'name-style',
  severity: 'warning',
  title: "The name is in the catalog's style",
  explanation:
    'With one style per catalog a name can be guessed, searched and sorted; with two, half of the guesses fail.',
  bad: 'order_placed, in a catalog of PascalCase',
  good: 'OrderPlaced',
  checkEvent({ name, nameStyle: style }) {
    if (name === undefined || style === undefined || hasNameStyle(name, style)) return []
    const styled = toNameStyle(name, style)
    const isBetter = styled !== '' && hasNameStyle(styled, style)
    return [
      {
        path: '',
        message: `"${name}" is not in ${style}, the style of this catalog.${isBetter ? ` Write "${styled}".` : ''}`,
        ...(isBetter && { fix: { title: `Rename to ${styled}`, name: styled } }),
      },
    ]
  },
}
