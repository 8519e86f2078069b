function list(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

/** Particles that always belong to the verb before them: `RolledBack`, `WrittenOff`, `SignedUp`. */
export const particles: ReadonlySet<string> = list(
  'up out off down away back apart aside forward together along ahead behind afresh anew',
)

/** Particles at the end of a name (`LoggedIn`, `HandedOver`), prepositions before a noun (`StoredInWarehouse`). */
export const particlesOrPrepositions: ReadonlySet<string> = list(
  'in on over through around across under by about',
)

/** What may open the part after the verb: `AddedToCart`, `MarkedAsPaid`, `CancelledDueToWeather`. */
export const prepositions: ReadonlySet<string> = list(`
  to from in into on onto for by with within without as at of via through against after before because due over under
  during between among until till since per despite across around above below beyond near outside inside upon toward
  towards past and or but then when while if than that instead
`)

/** Adverbs that do not end in -ly. */
const adverbs: ReadonlySet<string> = list(
  'again already twice once early late later today tomorrow yesterday now first last too enough more less',
)

/** Nouns that look like adverbs. */
const nounsInLy: ReadonlySet<string> = list(
  'anomaly supply reply family assembly subassembly ally monopoly homily jelly',
)

export function isAdverb(word: string): boolean {
  return adverbs.has(word) || (/...ly$/.test(word) && !nounsInLy.has(word))
}

/** States that a verb leads to: `WentLive`, `MadeAvailable`, `SetInactive`. */
export const results: ReadonlySet<string> = list(`
  online offline idle live available unavailable active inactive ready open closed free dead invalid valid void public
  private visible invisible true false full empty complete incomplete successful unsuccessful bankrupt defective
  default overdue faulty dirty clean missing low high dry short loose go wrong right well flat straight
`)

/** The auxiliaries and negations that may stand before a participle, and what they do to the tense. */
export const pastAuxiliaries: ReadonlySet<string> = list(
  'has have had was were been got hasnt havent hadnt wasnt werent could couldnt did',
)
export const presentAuxiliaries: ReadonlySet<string> = list(
  'is are am be being isnt arent gets get getting becomes will would can must should may might shall cannot wont cant',
)
export const negations: ReadonlySet<string> = list('not never no longer')

/** A name that opens with one of these asks or commands: `IsDeleted`, `HasShipped`, `WillBeShipped`. */
export const openingQuestions: ReadonlySet<string> = list(
  'is are am has have does do can could should would will must may might shall was were did',
)

/** Bases that are hardly ever nouns, so that `MarkOrderShipped` and `NotifyOrderPlaced` are orders. */
export const openingCommands: ReadonlySet<string> = list(
  'get fetch notify ensure handle mark make retrieve show',
)

/** What happens to a command: `GetQuoteFailed` is an event although it opens with one. */
export const outcomes: ReadonlySet<string> = list(`
  failed succeeded requested completed started finished accepted rejected denied attempted initiated timed aborted
  executed scheduled queued cancelled canceled received
`)

/** Words before a verb that are no subject, so that what follows the verb is a thing: `NewlyRegisteredUser`. */
export const determiners: ReadonlySet<string> = list(`
  a an the new last first next most least all any no newly recently previously not never non pre auto fully partially
  already just each every some is has
`)

/** Who can do something to a thing: `UserReadMessage`. */
export const actors: ReadonlySet<string> = list(`
  user customer client agent driver admin administrator buyer seller member employee manager operator owner visitor
  guest patient doctor student teacher courier supplier vendor merchant tenant passenger player reviewer author editor
  candidate applicant subscriber system bot shopper borrower lender
`)

/** A name that ends so is a message, a piece of code or a field, whatever stands before: `OrderPlacedNotification`. */
export const thingNouns: ReadonlySet<string> = list(`
  notification notifications command commands query queries handler handlers listener listeners subscriber consumer
  producer publisher topic queue stream dto status state count counter total flag date time timestamp reason id ids rate
  list log logs type schema model projection view hook webhook callback trigger policy rule alert alerts hours amount
  percentage number quantity field column value response page screen dialog button badge banner widget label text test tests template templates
  saga service controller worker adapter processor mapper validator
`)

/** Messages: things that somebody sends (`CustomerSentMessage`), or that the event's name only titles (`OrderShippedMessage`). */
export const messageNouns: ReadonlySet<string> = list(
  'message messages email emails mail sms reminder letter invite reply details info data payload record',
)
export const sendingVerbs: ReadonlySet<string> = list(
  'sent received wrote opened forwarded answered read posted',
)

/** Work that somebody does or files; without an actor it is a thing: `InvoiceApprovedReport`. */
export const workNouns: ReadonlySet<string> = list(
  'request requests report reports job jobs task tasks process',
)

/** Bases that make the noun behind them an object, not a verb: `PlaceBid`, `CancelRun`, `SubmitForecast`. */
export const objectTakers: ReadonlySet<string> = list(`
  place create update delete add remove get send start stop cancel make submit publish calculate generate accept reject
  withdraw execute increase reduce schedule approve apply open close begin finish export import upload download view
  confirm assign fetch trigger perform prepare compute allow deny raise lower win lose
  estimate validate verify request receive issue sign record import print copy rename restore
`)
