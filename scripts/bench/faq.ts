const products = (
  'lamp kettle backpack headphones blanket toaster raincoat teapot notebook sneakers charger umbrella vase candle ' +
  'speaker mug scarf wallet helmet keyboard tent bicycle mattress drill blender camera guitar cushion ladder curtain'
).split(' ')

/** As many as have no common divisor with the products, so that every model is one product. */
const syllables = 'ka ri mo lu ven to sa pe dil no gor fi bas'.split(' ')

const topics: readonly [question: string, wording: string, answer: string][] = [
  ['How do I clean the {p}?', 'What removes stains from the {p}?', 'Clean the {p} with a damp cloth and mild soap.'],
  ['How heavy is the {p}?', 'What does the {p} weigh?', 'The {p} weighs {n} grams without its box.'],
  ['Which colours does the {p} come in?', 'Is there a black {p}?', 'The {p} comes in black, white and green.'],
  ['How long is the warranty on the {p}?', 'Is the {p} under guarantee?', 'The {p} has a warranty of three years.'],
  [
    'Where is the {p} made?',
    'Which country does the {p} come from?',
    'The {p} is made in a small factory in Portugal.',
  ],
  ['How big is the {p}?', 'What are the measurements of the {p}?', 'The {p} is {n} millimetres long.'],
  ['Can the {p} be repaired?', 'My {p} is broken, do you fix it?', 'We repair the {p} in our workshop within a week.'],
  ['Is the {p} waterproof?', 'May the {p} get wet?', 'The {p} stands light rain, but must not lie in water.'],
  ['What is the {p} made of?', 'Which material is the {p}?', 'The {p} is made of recycled steel and cork.'],
  [
    'Do you sell spare parts for the {p}?',
    'Where do I get parts for my {p}?',
    'Parts for the {p} cost {n} cents apiece.',
  ],
  [
    'How do I recycle the old {p}?',
    'Do you take back an old {p}?',
    'Bring the old {p} to us and we recycle it for free.',
  ],
  ['Can I rent the {p}?', 'Do you lend the {p} for a weekend?', 'You can rent the {p} by the day at our counter.'],
  [
    'Is the {p} suitable for children?',
    'From what age is the {p}?',
    'The {p} is meant for children from six years on.',
  ],
  ['Can the {p} be engraved?', 'Can you put a name on the {p}?', 'We engrave up to twelve letters on the {p}.'],
  ['{p}的保修期是多久？', '{p}有保修吗？', '{p}的保修期是三年，从购买日算起。'],
  ['怎么清洗{p}？', '{p}脏了怎么洗？', '请用湿布和温和的肥皂清洗{p}。'],
  ['{p}可以租吗？', '能租一天{p}吗？', '您可以在柜台按天租用{p}。'],
  ['{p}是什么材料做的？', '{p}的材质是什么？', '{p}由再生钢和软木制成。'],
]

const plain: readonly [question: string, wording: string, answer: string][] = [
  ['When are you open?', 'opening hours|what time do you open|when do you open', 'We open at nine and close at six.'],
  ['Where is the shop?', 'your address|how do I find you|where are you located', 'You find us at 12 Harbour Street.'],
  ['Do you gift wrap?', 'gift wrapping|can you wrap it as a present', 'We wrap every present for free.'],
  ['Which payment methods do you take?', 'how can I pay|do you accept cards', 'We take cards, cash and transfers.'],
  ['Do you deliver abroad?', 'shipping to other countries|international delivery', 'We deliver to all of Europe.'],
  [
    'Is there parking at the shop?',
    'where can I park my car|parking spaces',
    'There is free parking behind the house.',
  ],
]

/** What a customer writes and the shop can answer. */
export const askable = ['When are you open?', 'How can I pay?', 'Where can I park my car?', 'Do you deliver abroad?']

export interface Pair {
  question: string
  wording: string
  answer: string
}

/** A made-up shop's questions and answers, the same every time, a fifth of them Chinese. */
export function pairs(count: number, productOf: (turn: number) => string = numbered): Pair[] {
  return Array.from({ length: count }, (_, index) => {
    const own = plain[index]
    const number = index - plain.length
    const [question, wording, answer] = own ?? topics[number % topics.length] ?? topics[0] ?? ['', '', '']
    const product = productOf(Math.floor(number / topics.length))
    const fill = (text: string) => text.replaceAll('{p}', product).replaceAll('{n}', String(200 + ((index * 37) % 800)))
    return { question: fill(question), wording: fill(wording), answer: fill(answer) }
  })
}

function numbered(turn: number): string {
  const edition = Math.floor(turn / products.length)
  return `${products[turn % products.length] ?? ''}${edition > 0 ? ` ${edition + 1}` : ''}`
}

/** The same with a model name instead of a number, as a large catalogue has it: "Karimo lamp". */
export function named(turn: number): string {
  const syllable = (place: number) => syllables[Math.floor(turn / syllables.length ** place) % syllables.length] ?? ''
  const model = `${syllable(0)}${syllable(2)}${syllable(1)}`
  return `${model.charAt(0).toUpperCase()}${model.slice(1)} ${products[turn % products.length] ?? ''}`
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`

/** As a spreadsheet saves it. Every `badEvery`th row has no answer. */
export function csvOf(rows: readonly Pair[], badEvery = Number.POSITIVE_INFINITY): Buffer {
  const lines = rows.map(({ question, wording, answer }, index) =>
    [`e${index}`, cell(question), (index + 1) % badEvery === 0 ? '' : cell(answer), cell(wording), 'bench'].join(','),
  )
  return Buffer.from(`id,question,answer,wordings,tags\n${lines.join('\n')}\n`)
}
