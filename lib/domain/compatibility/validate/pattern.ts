import { RE2JS } from 're2js'

const cache = new Map<string, RE2JS | undefined>()
const maxCached = 500
/** Instructions times characters: some 100 ms. */
const maxWork = 3_000_000
/** A microsecond takes about so many of them. */
const workPerStep = 200
/** Longer patterns are nobody's. */
const maxLength = 20_000
const space =
  '\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}'
const notSpace =
  '\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}' +
  '\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}'

/** Does the ECMA-262 pattern match somewhere in the text? Undefined where a linear-time engine cannot say. */
export function patternMatches(
  source: string,
  text: string,
  spend: (steps: number) => void = () => undefined,
): boolean | undefined {
  if (source.length > maxLength) return undefined
  if (!cache.has(source)) {
    spend(source.length)
    if (cache.size >= maxCached) cache.clear()
    cache.set(source, compile(source))
  }
  const pattern = cache.get(source)
  if (pattern === undefined) return undefined
  const work = pattern.programSize() * text.length
  if (work > maxWork) return undefined
  spend(work / workPerStep)
  return pattern.matcher(text).find()
}

function compile(source: string): RE2JS | undefined {
  try {
    return RE2JS.compile(translate(source))
  } catch {
    return undefined
  }
}

/** From ECMA-262 with flag `u` to RE2: they differ in white space, in `.`, in escapes and in empty classes. */
function translate(source: string): string {
  let result = ''
  // Where the last atom begins in the result, and where each open group does.
  let atom = 0
  const groups: number[] = []
  let isInClass = false
  const chars = [...source]
  for (let index = 0; index < chars.length; index += 1) {
    const char = chars[index] ?? ''
    // Only these begin something longer than themselves.
    const rest = /[\\{[(]/.test(char) ? chars.slice(index, index + 60).join('') : char
    const repeat = isInClass ? null : /^\{(\d+)(,?)(\d*)\}/.exec(rest)
    if (repeat !== null) {
      result = result.slice(0, atom) + repeated(result.slice(atom), repeat)
      index += repeat[0].length - 1
      continue
    }
    if (char === ')') atom = groups.pop() ?? 0
    else if (!isInClass && !/[*+?]/.test(char)) atom = result.length
    if (char === '(' && !isInClass) groups.push(atom)
    if (char === '\\') {
      const [text, length] = translateEscape(rest, isInClass)
      result += text
      index += length - 1
    } else if (isInClass) {
      if (char === ']') isInClass = false
      // An unescaped bracket would begin one of RE2's named classes.
      result += char === '[' ? '\\[' : char
    } else if (rest.startsWith('[^]')) {
      result += '[\\x{0}-\\x{10ffff}]'
      index += 2
    } else if (rest.startsWith('[]')) {
      result += '[^\\x{0}-\\x{10ffff}]'
      index += 1
    } else if (char === '[') {
      isInClass = true
      const isNegated = chars[index + 1] === '^'
      if (isNegated) index += 1
      result += isNegated ? '[^' : '['
    } else if (char === '.') result += '[^\\n\\r\\x{2028}\\x{2029}]'
    else if (char === '$') result += '\\z'
    else if (rest.startsWith('(?<') && !/^\(\?<[=!]/.test(rest)) {
      result += '(?P<'
      index += 2
    } else if (/^\(\?[^:<=!]/.test(rest)) throw new SyntaxError('inline flags')
    else result += char
  }
  return result
}

/** RE2 repeats at most a thousand times at once. */
const maxRepeat = 1000

function repeated(atom: string, [whole, least = '0', comma, most]: RegExpExecArray): string {
  if (Number(least) <= maxRepeat && Number(most) <= maxRepeat) return atom + whole
  const times = (count: number, from: number | undefined): string => {
    let text = ''
    for (let left = count; left > 0; left -= maxRepeat) {
      const now = Math.min(left, maxRepeat)
      text += `(?:${atom}){${from === undefined ? '' : `${from},`}${now}}`
    }
    return text
  }
  if (Number(most) > 20 * maxRepeat || Number(least) > 20 * maxRepeat)
    throw new SyntaxError('too many repetitions')
  const rest = comma === '' ? '' : most === '' ? `(?:${atom})*` : times(Number(most) - Number(least), 0)
  return times(Number(least), undefined) + rest
}

/** RE2 knows the general categories by their short names only. */
const categories: Record<string, string> = {
  Letter: 'L', Uppercase_Letter: 'Lu', Lowercase_Letter: 'Ll', Titlecase_Letter: 'Lt', Modifier_Letter: 'Lm', Other_Letter: 'Lo',
  Mark: 'M', Combining_Mark: 'M', Nonspacing_Mark: 'Mn', Spacing_Mark: 'Mc', Enclosing_Mark: 'Me',
  Number: 'N', Decimal_Number: 'Nd', digit: 'Nd', Letter_Number: 'Nl', Other_Number: 'No',
  Punctuation: 'P', punct: 'P', Connector_Punctuation: 'Pc', Dash_Punctuation: 'Pd', Open_Punctuation: 'Ps', Close_Punctuation: 'Pe',
  Initial_Punctuation: 'Pi', Final_Punctuation: 'Pf', Other_Punctuation: 'Po',
  Symbol: 'S', Math_Symbol: 'Sm', Currency_Symbol: 'Sc', Modifier_Symbol: 'Sk', Other_Symbol: 'So',
  Separator: 'Z', Space_Separator: 'Zs', Line_Separator: 'Zl', Paragraph_Separator: 'Zp',
  Control: 'Cc', cntrl: 'Cc', Format: 'Cf', Private_Use: 'Co',
} // prettier-ignore

/** The translation, and how many characters it stands for. */
function translateEscape(rest: string, isInClass: boolean): [string, number] {
  const long = /^\\u\{([0-9a-fA-F]+)\}/.exec(rest) ?? /^\\x([0-9a-fA-F]{2})/.exec(rest)
  if (long !== null) return [codePoint(Number.parseInt(long[1] ?? '', 16)), long[0].length]
  const pair = /^\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})/.exec(rest)
  if (pair !== null) {
    const [high, low] = [pair[1], pair[2]].map((text) => Number.parseInt(text ?? '', 16))
    return [codePoint(0x10000 + (((high ?? 0) - 0xd800) << 10) + ((low ?? 0) - 0xdc00)), 12]
  }
  const unit = /^\\u([0-9a-fA-F]{4})/.exec(rest)
  if (unit !== null) return [codePoint(Number.parseInt(unit[1] ?? '', 16)), 6]
  const control = /^\\c([a-zA-Z])/.exec(rest)
  if (control !== null) return [codePoint((control[1]?.charCodeAt(0) ?? 0) % 32), 3]
  const property = /^\\[pP]\{(?:(?:General_Category|gc|Script|sc)=)?([A-Za-z_]+)\}/.exec(rest)
  if (property !== null) {
    const name = property[1] ?? ''
    const short = Object.hasOwn(categories, name) ? categories[name] : name
    return [`\\${rest[1] ?? 'p'}{${short ?? name}}`, property[0].length]
  }
  switch (rest[1]) {
    case 's':
      return [isInClass ? space : `[${space}]`, 2]
    case 'S':
      return [isInClass ? notSpace : `[${notSpace}]`, 2]
    case 'b':
      return [isInClass ? '\\x{8}' : '\\b', 2]
    case '0':
      return ['\\x{0}', 2]
    case 'v':
      return ['\\x{b}', 2]
    default:
    // Read below.
  }
  if (/^\\[dDwWBtnrf]/.test(rest)) return [rest.slice(0, 2), 2]
  if (/^\\[a-zA-Z0-9]/.test(rest) || rest.length < 2) throw new SyntaxError('escape')
  const escaped = rest.codePointAt(1) ?? 0
  return [codePoint(escaped), 2]
}

function codePoint(value: number): string {
  return `\\x{${value.toString(16)}}`
}
