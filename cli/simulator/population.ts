/** What customers and articles are made of. */
export const warehouses = ['malmo', 'rotterdam', 'leeds'] as const
export type Warehouse = (typeof warehouses)[number]

export interface Country {
  readonly code: 'SE' | 'DE' | 'NL' | 'DK' | 'NO' | 'GB'
  readonly locale: string
  readonly currency: string
  /** Units of the currency for one euro. */
  readonly rate: number
  readonly dial: string
  readonly towns: readonly (readonly [town: string, postcode: string])[]
  readonly warehouse: Warehouse
}

export const countries: readonly (readonly [Country, weight: number])[] = [
  [
    {
      code: 'SE',
      locale: 'sv-SE',
      currency: 'SEK',
      rate: 11.2,
      dial: '+46',
      towns: [
        ['Malmö', '21422'],
        ['Lund', '22350'],
        ['Göteborg', '41103'],
      ],
      warehouse: 'malmo',
    },
    4,
  ],
  [
    {
      code: 'DE',
      locale: 'de-DE',
      currency: 'EUR',
      rate: 1,
      dial: '+49',
      towns: [
        ['Hamburg', '20095'],
        ['Leipzig', '04109'],
        ['Köln', '50667'],
      ],
      warehouse: 'rotterdam',
    },
    4,
  ],
  [
    {
      code: 'NL',
      locale: 'nl-NL',
      currency: 'EUR',
      rate: 1,
      dial: '+31',
      towns: [
        ['Utrecht', '3511 AB'],
        ['Rotterdam', '3011 AA'],
      ],
      warehouse: 'rotterdam',
    },
    2,
  ],
  [
    {
      code: 'DK',
      locale: 'da-DK',
      currency: 'DKK',
      rate: 7.46,
      dial: '+45',
      towns: [
        ['Aarhus', '8000'],
        ['Odense', '5000'],
      ],
      warehouse: 'malmo',
    },
    2,
  ],
  [
    {
      code: 'NO',
      locale: 'nb-NO',
      currency: 'NOK',
      rate: 11.6,
      dial: '+47',
      towns: [
        ['Bergen', '5003'],
        ['Oslo', '0150'],
      ],
      warehouse: 'malmo',
    },
    1,
  ],
  [
    {
      code: 'GB',
      locale: 'en-GB',
      currency: 'GBP',
      rate: 0.86,
      dial: '+44',
      towns: [
        ['Leeds', 'LS1 4AP'],
        ['York', 'YO1 7HH'],
      ],
      warehouse: 'leeds',
    },
    2,
  ],
]

export const givenNames = [
  'Ada',
  'Elin',
  'Mats',
  'Jonas',
  'Greta',
  'Hanna',
  'Sander',
  'Femke',
  'Lars',
  'Ingrid',
  'Tom',
  'Ruth',
  'Anton',
  'Milla',
  'Søren',
  'Björn',
  'Zoë',
  'Idris',
  'Amina',
  'Yusuf',
]
export const familyNames = [
  'Nyberg',
  'Lindholm',
  'Becker',
  'Voss',
  'de Boer',
  'Jansen',
  'Holm',
  'Dahl',
  'Kjær',
  'Berg',
  'Hughes',
  'Okafor',
  'Demir',
  'Novak',
  'Sandström',
  'Ó Briain',
]
export const streets = [
  'Fabriksgatan',
  'Hafenstraße',
  'Lange Nieuwstraat',
  'Havnegade',
  'Strandgaten',
  'Mill Lane',
  'Ringvägen',
]
export const things = [
  ['Oak side table', 'furniture'],
  ['Pine stool', 'furniture'],
  ['Bookcase', 'furniture'],
  ['Cast iron pan', 'kitchen'],
  ['Bread knife', 'kitchen'],
  ['Stoneware bowl', 'kitchen'],
  ['Linen curtain', 'textiles'],
  ['Wool throw', 'textiles'],
  ['Cotton rug', 'textiles'],
  ['Reading lamp', 'lighting'],
  ['Pendant', 'lighting'],
  ['Watering can', 'garden'],
  ['Folding chair', 'garden'],
] as const
export const finishes = [
  'natural',
  'smoked',
  'white',
  'forest green',
  'sand',
  'black',
  'terracotta',
  'sea blue',
]
