import {
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from 'nuqs/server'

/** Everything one can set on a chain, as it stands in the address: a link sent to a colleague opens the same view. */
export const chainParsers = {
  /** Selected event; absent: the one that the address names. */
  event: parseAsString,
  view: parseAsStringLiteral(['tree', 'table', 'graph']).withDefault('tree'),
  axis: parseAsStringLiteral(['created', 'received']).withDefault('created'),
  /** Silences shown in full length. */
  scale: parseAsBoolean.withDefault(false),
  fold: parseAsBoolean.withDefault(true),
  level: parseAsInteger,
  /** Rows opened or shut by hand, by their keys. */
  flip: parseAsArrayOf(parseAsString).withDefault([]),
  /** What was known at a moment; absent: now. */
  knew: parseAsIsoDateTime,
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(['reading', 'type', 'owner', 'created', 'received', 'delay']).withDefault(
    'reading',
  ),
  desc: parseAsBoolean.withDefault(false),
}

export type ChainState = inferParserType<typeof chainParsers>
export type ChainSort = ChainState['sort']
