function list(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

/**
 * Past tenses and participles that do not end in -ed, British and American. Forms that are also the verb's base
 * (`cut`, `run`) or more often a noun (`shot`) stand in `ambiguousVerbs`. Left out on purpose: `rent` (of rend) and
 * `lade`, whose look-alikes are common nouns of business.
 */
export const irregularPasts: ReadonlySet<string> = list(`
  arose arisen ate eaten awoke awoken bade bidden became began begun begot begotten beaten befell befallen beheld bent
  bereft besought bestrode bitten bled blew blown bore born borne bought bred broke broken brought built burnt came caught
  chose chosen clad clung crept dealt did done didnt drank drunk drawn drew dreamt driven drove dug dwelt
  fallen fed fled flew flown flung forbade forbidden foregone forgave forgiven forgot forgotten forsaken forsook
  fought found froze frozen gave given gone got gotten grew grown had heard held hewn hid hidden hung kept knelt knew
  known laid lain laden leant leapt learnt led left lent lit lost made meant met mown paid partook partaken pled proven
  ran rang ridden risen rode rung said sang sank sunk sat sawn seen sent sewn shaken shaven shod shone shook shorn
  shown shrank shrunk slain slept slew slid slung snuck sold sought sown spat sped spelt spent spilt spoilt spoke
  spoken sprang sprung spun stank stole stolen stood stove strewn stricken strode stridden striven strove struck
  strung stuck stung stunk sung swam swept swollen swore sworn swum swung taken taught thought threw throve
  thriven thrown told took tore torn trod trodden understood undertook undertaken underwent undergone was wasnt went
  wept were werent withdrew withdrawn withheld withstood woke woken won wore worn wove unwound rewound overwound upheld slunk
  smote smitten chidden cloven forgone forwent inlaid waylaid gainsaid hamstrung highlit greenlit backlit gaslit babysat spoonfed breastfed woven written wrote wrought wrung
`)

/** Base and past are one form, or the past is as often a noun: accepted, with a hint. */
export const ambiguousVerbs: ReadonlySet<string> = list(`
  beat become beset bet bit bound broadcast burst bust cast come crosscut cut dove fell felt fit
  ground handset hit hurt inset knit lay let miscast misread outbid outrun overbid overcome
  overcut overrun overset overspread preset proofread put quit read rebid rebroadcast recast recut recost
  refit rehit relet reput reread rerun reset resplit rid rose run saw set shot shut simulcast slit smelt spit split
  spread sublet sweat telecast thrust typeset unbound underbid undercut unset upset webcast wed wet wound
`)

/** Prefixes that make a further irregular verb: overdrawn, rewritten, misled, upheld, outsold, unwound. */
export const verbPrefixes: readonly string[] = [
  ...list(
    'over under re un out with fore mis up pre inter de dis co self auto back counter cross hand ghost sub',
  ),
]

/**
 * Base, past and a common noun in one form, so that the noun is meant unless somebody does it: `ShippingCost` and
 * `AuctionBid` are things, `SellerBid` happened. Accepted with a hint, like every ambiguous verb.
 */
export const nounsThatAreVerbs: ReadonlySet<string> = list('bid cost forecast input offset output')

/**
 * Words that look like a past tense and are none: nouns and bases in -ed, adjectives that name a state rather than
 * something that happened (`ApprovalRequired`, `InvoiceUnpaid`), and accidents of the prefix rule (`Present`).
 */
export const notPasts: ReadonlySet<string> = list(`
  airbed bed biped bobsled bloodshed coed daybed deathbed embed flatbed hatred hotbed hundred imbed infrared kindred moped naked newlywed oled quadruped red riverbed roadbed sacred seabed shed shred sickbed sled sofabed
  sunbed testbed waterbed watershed woodshed cowshed wicked rugged ragged jagged wretched crooked zed
  aforementioned beloved belated complicated outdated indebted unlicensed unaccompanied bunkbed based desired dedicated interested limited multithreaded needed preferred related required
  sophisticated supposed talented unlimited wanted gifted
  unallowed unanswered unapproved unattended unaudited unauthenticated unauthorised unauthorized unbalanced
  uncertified unchanged unchecked unclaimed uncollected uncommitted unconfirmed undated undefined undelivered
  undetected undisclosed unedited unencrypted unexpected unexpired unfilled unfinished unfulfilled unidentified
  uninsured uninterrupted unmatched unmodified unnamed unneeded unopened unordered unplanned unprocessed
  unprotected unqualified unread unrecognised unrecognized unreconciled unrelated unresolved unscheduled unsecured
  unshipped unsigned unsolicited unspecified unstructured unsupported untested untitled untouched untreated
  untrusted unused unverified unwanted unweighted
  unbroken unbuilt undrawn unheard unknown unlit unmade unpaid unproven unseen unsent unshown unsold unspent unspoken
  untold unwritten unworn unborn
  inbound outbound rebound background foreground underground bespoke present relent inbuilt overhung debit
`)

/** Words in -eed that are past tenses; every other one is a base or a noun (feed, speed, proceed, exceed). */
export const pastsInEed: ReadonlySet<string> = list(
  'agreed disagreed preagreed freed guaranteed decreed refereed emceed teed treed kneed overagreed pedigreed',
)

/** Nouns and states made with a past tense, by the word before it: a `DataSet` was not set, `SeatsLeft` are a number. */
export const nounCompounds: ReadonlySet<string> = list(`
  dataset resultset changeset recordset ruleset charset toolset skillset subset mindset heartbeat haircut shortcut
  screenshot snapshot uppercut playground campground battleground newscast
  hashset characterset bitset treeset iconset featureset workingset trainingset testset validationset upperbound
  lowerbound southbound northbound eastbound westbound userinput newsbroadcast filmcast moonshot timeleft daysleft
  hoursleft minutesleft seatsleft stockleft itemsleft creditsleft quotaleft
`)
