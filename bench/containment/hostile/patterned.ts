import { both, count, type HostilePair } from './make'

export const patterned: HostilePair[] = [
  ...[
    '(a+)+$',
    '^(a|a)*$',
    '^(a|ab|b)*c$',
    '(x+x+)+y',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '^(.*a){12}$',
    '^(a?){40}a{40}$',
    '.*.*.*.*=.*',
  ].map((pattern) => ({
    name: `catastrophic ${pattern}`,
    writer: { type: 'string', minLength: 1 },
    reader: { pattern },
  })),
  ...both(
    '(a|b)*a(a|b){11} twice',
    { type: 'string', pattern: '^(a|b)*a(a|b){11}$' },
    { pattern: '^(a|b)*b(a|b){11}$' },
  ),
  ...both(
    '(a|b)*a(a|b){20}',
    { type: 'string', pattern: '^(a|b)*a(a|b){20}$' },
    { pattern: 'b', minLength: 22 },
  ),
  ...both('.*a.{14} and .*b.{15}', { type: 'string', pattern: '^.*a.{14}$' }, { pattern: '^.*b.{15}$' }),
  ...both('a{1,5000} and a{1,4999}', { type: 'string', pattern: '^a{1,5000}$' }, { pattern: '^a{1,4999}$' }),
  ...both(
    '(a{1,100}){1,100}',
    { type: 'string', pattern: '^(a{1,100}){1,100}$' },
    { pattern: '^a{1,10000}$' },
  ),
  ...both('a{2000000000}', { type: 'string', pattern: '^a{2000000000}$' }, { minLength: 1 }),
  ...both(
    '(((a{99}){99}){99}){99}',
    { type: 'string', pattern: '^(((a{99}){99}){99}){99}$' },
    { minLength: 1 },
  ),
  ...both(
    '[a-z]{1,64} with dots, four times',
    { type: 'string', pattern: '^([a-z]{1,64}\\.){1,4}[a-z]{2,64}$' },
    { pattern: '^[a-z.]{3,320}$' },
  ),
  ...both(
    '\\p{L} words',
    { type: 'string', pattern: '^\\p{L}+(\\s\\p{L}+){0,20}$' },
    { pattern: '^[\\p{L}\\s]+$', maxLength: 1000 },
  ),
  ...both(
    'grids of lengths 7, 11, 13 and 17',
    {
      type: 'string',
      allOf: [7, 11, 13, 17].map((length) => ({ pattern: `^(a{${length}})*$` })),
      minLength: 1,
    },
    { minLength: 17_017 },
  ),
  ...both(
    'grids of lengths 31 to 47',
    {
      type: 'string',
      allOf: [31, 37, 41, 43, 47].map((length) => ({ pattern: `^(a{${length}})*$` })),
      minLength: 1,
    },
    { type: 'number' },
  ),
  ...both(
    '20 words anywhere',
    { type: 'string', allOf: count(20, (index) => ({ pattern: `w${index}x` })) },
    { maxLength: 30 },
  ),
  ...both(
    'groups 2,000 deep',
    { type: 'string', pattern: '('.repeat(2_000) + 'a' + ')'.repeat(2_000) },
    { minLength: 1 },
  ),
  ...both(
    'a choice of 5,000 words',
    { type: 'string', pattern: `^(${count(5_000, (index) => `word${index}`).join('|')})$` },
    { pattern: '^word\\d+$' },
  ),
  ...both(
    'a class of 20,000 characters',
    {
      type: 'string',
      pattern: `^[${count(20_000, (index) => String.fromCodePoint(0x4e00 + index)).join('')}]+$`,
    },
    { minLength: 1 },
  ),
  ...both(
    'a class of 10,000 islands',
    {
      type: 'string',
      pattern: `^[${count(10_000, (index) => String.fromCodePoint(0x4e00 + 2 * index)).join('')}]{2}$`,
    },
    { pattern: '^[^a]{2}$' },
  ),
  ...both(
    '50 properties of Unicode',
    {
      type: 'string',
      pattern: `^(${['L', 'Lu', 'Ll', 'N', 'Nd', 'P', 'S', 'Sc', 'Z', 'M', 'Script=Greek', 'Script=Latin', 'Script=Cyrillic', 'Script=Han', 'Emoji', 'Alphabetic'].map((name) => `\\p{${name}}`).join('|')})+$`,
    },
    { pattern: '^[^\\p{Cc}]+$' },
  ),
  ...both(
    'a pattern of 100,000 characters',
    { type: 'string', pattern: 'ab?'.repeat(33_333) },
    { minLength: 33_333 },
  ),
  ...both(
    'propertyNames with counting',
    { type: 'object', propertyNames: { pattern: '^(a|b|ab)*c{3,40}$' }, minProperties: 30 },
    { patternProperties: { 'a.{12}$': { type: 'null' } }, minProperties: 31 },
  ),
]
