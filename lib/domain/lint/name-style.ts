import { words } from '../naming/words'

export const NAME_STYLES = [
  'PascalCase',
  'camelCase',
  'snake_case',
  'kebab-case',
  'dot.case',
  'SCREAMING_SNAKE_CASE',
] as const
export type NameStyle = (typeof NAME_STYLES)[number]

const shapes: Record<NameStyle, RegExp> = {
  PascalCase: /^\p{Lu}[\p{L}\p{M}\p{N}]*$/u,
  camelCase: /^[\p{Ll}\p{Lo}][\p{L}\p{M}\p{N}]*$/u,
  snake_case: /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:_[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u,
  'kebab-case': /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u,
  'dot.case': /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:\.[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u,
  SCREAMING_SNAKE_CASE: /^[\p{Lu}\p{Lo}\p{M}\p{N}]+(?:_[\p{Lu}\p{Lo}\p{M}\p{N}]+)*$/u,
}

/** The part a style speaks about: behind the namespace, or all of it where dots are the style. */
function styledPart(name: string, style: NameStyle): string {
  return style === 'dot.case' ? name : name.slice(name.search(/[^./:#\\|$]*$/))
}

export function hasNameStyle(name: string, style: NameStyle): boolean {
  return shapes[style].test(styledPart(name, style))
}

/** The same words in another style; the namespace stays as it is. */
export function toNameStyle(name: string, style: NameStyle): string {
  const part = styledPart(name, style)
  const lower = words(part).map((word) => word.toLowerCase())
  const pascal = words(part).map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
  const styled: Record<NameStyle, string> = {
    PascalCase: pascal.join(''),
    camelCase: (lower[0] ?? '') + pascal.slice(1).join(''),
    snake_case: lower.join('_'),
    'kebab-case': lower.join('-'),
    'dot.case': lower.join('.'),
    SCREAMING_SNAKE_CASE: lower.join('_').toUpperCase(),
  }
  return name.slice(0, name.length - part.length) + styled[style]
}
