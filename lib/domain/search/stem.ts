/** What people call one thing by several names. A word belongs to one group at most; the group is called by its first word. */
const SAME: readonly (readonly string[])[] = `
  create register add open onboard enrol
  delete remove erase discard
  update change amend modify edit
  cancel void abort
  place submit
  ship dispatch sent
  deliver arrive
  pay paid settle
  refund reimburse
  decline reject refuse deny
  approve authorise authorize accept
  complete finish conclude
  start begin began launch initiate
  expire lapse
  block lock freeze froze frozen suspend pause halt
  unblock unlock unfreeze release
  activate enable
  deactivate disable
  resume continue
  close end terminate
  assign allocate
  reserve book
  check verify validate
  notify inform alert
  receive get got obtain
  restock replenish
  schedule plan
  merge combine
  lose lost misplace
  buy bought
  sell sold
  win won
  find found
  take took taken
  give gave given
  break broke broken
  steal stole stolen
  withdraw withdrew withdrawn
  write wrote written
  choose chose chosen select
  customer client user account
  parcel package shipment consignment
  invoice bill
  product article
  order purchase
  cart basket
  e mail email
  phone telephone
  address location
  amount total sum price
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '))

const groups = new Map(
  SAME.flatMap((words) => words.map((word) => [stemOf(word), stemOf(words[0]!)] as const)),
)

/** A word, in lower case, without its ending and by the first of its synonyms: `placed`, `submits` and `place` are one. */
export function stem(word: string): string {
  const short = stemOf(word)
  return groups.get(short) ?? short
}

function stemOf(word: string): string {
  // Longer ones are no words, and the patterns below look back.
  if (word.length < 4 || word.length > 40) return word
  const bare = word
    .replace(/(?<=..)ies$|(?<=..)ied$/, 'y')
    .replace(/(?<=[^s])s$/, '')
    .replace(/(?<=[aeiouy].*)(?:ed|ing)$/, '')
  // Cancelled, shipped: the doubled letter is the ending's.
  return bare.replace(/(?<=[aeiou])([bdglmnprt])\1$/, '$1').replace(/(?<=..)e$/, '')
}
