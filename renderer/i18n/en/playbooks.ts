/** The shop's procedures: the list, the editor with its picture, and the test beside it. */
export const playbooks = {
  tab: 'Procedures',
  list: {
    title: 'Procedures',
    description:
      'What the assistant does step by step when the answer depends on the customer: it asks, looks up, and tells.',
    addNew: 'Write a new one',
    goOnNew: 'Go on with the new one',
    on: 'On',
    off: 'Off',
    switch: 'Use “{{name}}”',
    nowOn: '“{{name}}” is on.',
    nowOff: '“{{name}}” is off. Such questions are answered from the knowledge or come to you.',
    starts: 'Starts with: {{requests}}',
    startsByWords: 'Starts with words of its own',
    comma: ', ',
    waits: { orders: 'waits for orders', products: 'waits for products', solutions: 'waits for the solution base' },
    unsaved: 'not saved',
    own: 'your own',
    edited: 'changed by you',
  },
  solutions: {
    title: 'Solution base',
    description: 'Known faults and what helps. The procedure for faults looks up the matching one here.',
    none: 'There is nothing in it yet.',
    count_one: '{{formatted}} known fault',
    count_other: '{{formatted}} known faults',
    import: 'Import solutions',
    dropLabel: 'Drop a file here, or choose it',
    dropHelp: 'CSV or JSONL, up to {{max}}. A row with an id that is already here replaces the old one.',
    downloadSample: 'Download a sample file',
    sampleName: 'keepdesk-solutions.csv',
    sample:
      'id,product,symptom,wordings,steps,guide,coupon\n1,Kettle K2,The kettle does not heat,stays cold|water does not boil,Unplug it for ten minutes. Then press the button for three seconds until the lamp blinks.,https://www.example.com/kettle,\n',
    tooBig: '{{name}} is too big. Files up to {{max}} can be imported: split it into several.',
    reading: 'Reading and storing…',
    readFailed: 'The file could not be read. Please try again.',
    done: 'Done: {{added}} new, {{updated}} changed.',
    leftOut_one: '{{formatted}} row was left out',
    leftOut_other: '{{formatted}} rows were left out',
    problem: {
      'no-symptom': 'The symptom is missing.',
      'no-steps': 'What to do is missing.',
      'too-long': 'A text is too long.',
      'bad-link': 'The link to the guide is not a web address.',
      'duplicate-id': 'This id stands in the file twice; the first one was taken.',
      'not-json': 'This line is not JSON.',
      'no-columns': 'The first line must name the columns “symptom” and “steps”.',
      unreadable: 'This cannot be read. Check the quotation marks, or save the table again.',
      'unknown-format': 'Save it as CSV or JSONL.',
    },
  },
  edit: {
    back: 'All procedures',
    new: 'New procedure',
    text: 'The procedure as text',
    gone: 'This procedure is gone',
    reset: 'As it came',
    remove: 'Remove',
    discard: 'Discard changes',
    saved: '“{{name}}” is saved and used from the next message on.',
    resetDone: '“{{name}}” is as it came again.',
    removed: '“{{name}}” removed',
    broken: 'Not saved: something is still wrong. The procedure before this change goes on working.',
    whyNot: {
      unchanged: 'Nothing was changed.',
      checking: 'Looking through your change…',
      broken: 'Cannot be saved while something is wrong. Until then the version before goes on working.',
      'not-checked': 'Cannot be saved now: your change could not be looked through.',
    },
    confirm: {
      reset: {
        title: 'Bring “{{name}}” back as it came?',
        body: 'Your own changes to this procedure are lost.',
        confirm: 'Bring it back',
      },
      remove: {
        title: 'Remove “{{name}}”?',
        body: 'You wrote this procedure yourself; it cannot be brought back.',
        confirm: 'Remove',
      },
      discard: {
        title: 'Discard your changes to “{{name}}”?',
        body: 'What was not saved is lost.',
        confirm: 'Discard',
      },
    },
  },
  problems: {
    title: 'What is wrong',
    none: 'Nothing is wrong with it.',
    count_one: '{{formatted}} thing is wrong',
    count_other: '{{formatted}} things are wrong',
    checking: 'Looking through it…',
    notChecked: 'It cannot be looked through right now. Your text stays here.',
    line: 'Line {{line}}',
  },
  picture: {
    title: 'The way through it',
    steps: 'Steps',
    old: 'of the last text without mistakes',
    none: 'The picture appears as soon as the text can be read.',
    smaller: 'Smaller',
    larger: 'Larger',
    show: 'Show it in the text',
  },
  kind: {
    ask: 'Ask',
    'look-up': 'Look up',
    check: 'Check',
    branch: 'Branch',
    search: 'Search solutions',
    offer: 'Offer',
    tell: 'Tell',
    'hand-over': 'Hand over',
    person: 'Over to you',
    end: 'Done',
    knowledge: 'Answer from the knowledge',
  },
  record: {
    order: 'The order in question',
    product: 'The product in question',
    warranty: 'The warranty',
    stock: 'The stock of the product',
    coupon: 'A coupon',
  },
  /** What a check or a branch looks at. */
  condition: {
    order: { found: 'the order is known', unknown: 'the order is not known' },
    'order-status': { is: 'the order is: {{values}}', unknown: 'it is not clear how the order stands' },
    'order-verified': { yes: 'the code was right', no: 'no code was given' },
    product: { found: 'the product is known', unknown: 'the product is not known' },
    warranty: { valid: 'under warranty', over: 'the warranty is over', unknown: 'no warranty is known' },
    coupon: { found: 'there is a coupon', unknown: 'there is no coupon' },
    solution: { found: 'a fix is known', unknown: 'no fix is known' },
    photo: { yes: 'there is a photo', no: 'there is no photo' },
    mood: { upset: 'the customer is upset', calm: 'the customer is calm' },
    choice: { is: 'they chose: {{values}}', unknown: 'nothing was chosen' },
    confirmation: { yes: 'they said yes', no: 'they said no', unknown: 'neither yes nor no' },
    known: { is: 'already known: {{values}}' },
    'asks-for': { is: 'they ask about: {{values}}' },
    'asks-about': {
      arrival: 'they ask when it comes',
      departure: 'they ask when it was sent',
      carrier: 'they ask who carries it',
      tracking: 'they ask for the tracking number',
      total: 'they ask what it cost',
      items: 'they ask what is in it',
      item: 'they ask whether a thing is in it',
    },
    item: {
      found: 'they named a thing in the order',
      only: 'there is only one thing in the order',
      unknown: 'they named nothing in the order',
    },
    'final-sale': { yes: 'it cannot be returned', no: 'it can be returned' },
    'shop-has': { orders: 'there are orders', products: 'there are products', solutions: 'there are known fixes' },
    'days-since-order': {
      is: '{{compared}} days since the order',
      unknown: 'it is not known when it was ordered',
    },
    'days-since-shipping': {
      is: '{{compared}} days since it was sent',
      unknown: 'it is not known when it was sent',
    },
    'days-since-delivery': {
      is: '{{compared}} days since delivery',
      unknown: 'it is not known when it arrived',
    },
    'days-until-expected': {
      is: '{{compared}} days until it is expected',
      'below 0': 'it should have arrived',
      'at least 0': 'it is not late',
      unknown: 'it is not known when it comes',
    },
    'order-total': { is: 'worth {{compared}}', unknown: 'the total is not known' },
    'product-price': { is: 'costs {{compared}}', unknown: 'the price is not known' },
    'product-stock': {
      is: '{{compared}} in stock',
      'at least 1': 'in stock',
      'above 0': 'in stock',
      'below 1': 'out of stock',
      'exactly 0': 'out of stock',
      unknown: 'the stock is not known',
    },
  },
  compared: {
    'at-most': 'at most {{number}}',
    'at-least': 'at least {{number}}',
    below: 'fewer than {{number}}',
    above: 'more than {{number}}',
    exactly: 'exactly {{number}}',
  },
  and: ', and ',
  firstThatFits: 'Goes the first way that fits',
  searchWords: 'A known fix for this fault',
  way: {
    found: 'found',
    several: 'several',
    none: 'none',
    yes: 'yes',
    no: 'no',
    else: 'else',
    accepted: 'accepted',
    declined: 'declined',
    otherwise: 'otherwise',
  },
  test: {
    title: 'Try it',
    dialogue: 'The dialogue',
    empty: 'Write as a customer would and see what it answers. Nothing is sent, and no record is changed.',
    asker: 'You write as',
    ofOrder: 'Order {{number}}.',
    askers: {
      proved: {
        name: 'a customer who entered the code',
        help: 'They hear everything about the order they name, else about the newest one.',
      },
      account: {
        name: 'a customer, from the address on the order',
        help: 'They hear where the order stands; for what is in it they need the code. It is the order they name, else the newest one.',
      },
      stranger: {
        name: 'somebody unknown',
        help: 'They hear nothing about orders until they enter a code, which cannot be tried here. Where no email channel can send one, it hands over.',
      },
    },
    say: 'What the customer writes',
    sayPlaceholder: 'Where is my order?',
    send: 'Say',
    contact: 'Customer',
    assistant: 'Assistant',
    showStep: 'Show step {{step}} in the text',
    startAgain: 'Start the dialogue again',
    playAgain: 'Play it again',
    old: 'The text has changed since.',
    full: 'This dialogue is long enough.',
    broken: 'Repair the text first.',
    failed: 'It could not be played. Please try again.',
    outcome: {
      asked: 'It waits for the answer.',
      told: 'All is said.',
      'handed-over': 'It hands over to you.',
      'not-started': 'This does not start the procedure.',
    },
  },
  exampleYaml: `# An example to start from: change what does not fit your shop.
id: gift-wrapping
name:
  en: Gift wrapping
  zh: 礼品包装
# When it begins: a known request, or words of your own.
starts:
  intents: [place-order]
  words:
    en: [gift wrap, wrapped as a gift]
    zh: [礼品包装, 包装成礼物]
# Records it looks into. Without them it waits.
needs: [orders]
steps:
  - id: find-order
    look up: order
    which: open
    found: not-sent
    none: explain
  # The first step that fits goes on to the next, unless it says where to go.
  - id: not-sent
    check:
      order.status: [pending, paid, processing]
    yes: promise
    no: too-late
  # Numbers and dates in braces are copied from the record.
  - id: promise
    tell:
      en: We will gladly wrap order {order.number} as a gift. The shop adds it before the parcel leaves.
      zh: 我们很乐意把订单 {order.number} 包装成礼物，寄出之前会包好。
  - id: tell-owner
    hand over: owner-decides
    note:
      en: Please wrap order {order.number} as a gift.
      zh: 请把订单 {order.number} 包装成礼物。
  - id: too-late
    tell:
      en: Order {order.number} is already on its way, so it can no longer be wrapped. We are sorry.
      zh: 订单 {order.number} 已经寄出，没法再包装了，很抱歉。
    go to: end
  - id: explain
    tell:
      en: We wrap any order as a gift. Just choose it in the basket before you pay.
      zh: 任何订单都可以包装成礼物，付款前在购物车里勾选就行。
    go to: end
`,
  /** What is wrong with a procedure; `detail` is the word in question. */
  problem: {
    'not-yaml': 'This line cannot be read: {{detail}}. Check the blanks at its start and the colons.',
    'wrong-shape': 'Something is missing or not of the right kind here: {{detail}}.',
    'unknown-field': 'There is no setting called “{{detail}}” here. Check its spelling.',
    'unknown-kind':
      '“{{detail}}” is no kind of step. Use ask, look up, check, branch, search, offer, tell or hand over.',
    'several-kinds': 'This step is of several kinds at once: {{detail}}. Make a step of its own for each.',
    'missing-text': 'The text in this language is missing: {{detail}}. English and Chinese are both needed.',
    'unknown-target': 'It goes on to “{{detail}}”, but there is no such step.',
    'unreachable-step': 'No way leads to the step “{{detail}}”. Let another step go on to it, or remove it.',
    'endless-loop': 'These steps go round in circles without asking the customer anything: {{detail}}.',
    'no-person': 'Nowhere does this procedure hand over to a person. Add a hand over step, or go to “person”.',
    'unknown-placeholder': 'There is nothing called {{detail}} that could be filled in.',
    'placeholder-not-filled':
      '{{detail}} cannot always be filled in here: on some way to this step nothing was looked up.',
    'unknown-fact': '“{{detail}}” is nothing that can be asked for.',
    'unknown-intent': 'The assistant does not know the request “{{detail}}”.',
    'unknown-condition': '“{{detail}}” is nothing that can be checked.',
    'bad-value': '“{{detail}}” is no value that can be compared here.',
    'unknown-reason': '“{{detail}}” is no reason for handing over.',
    'unknown-proposal': '“{{detail}}” is nothing that can be prepared for you.',
    'duplicate-id': 'Two steps are called “{{detail}}”. Give each a name of its own.',
    'no-id': 'The id is missing or not usable. Use small letters, digits and hyphens.',
    'id-taken': 'There is another procedure called “{{detail}}”. Choose a different id.',
    'id-changed': 'The id of this procedure is “{{detail}}” and stays so. For another procedure, add a new one.',
    'no-start': 'It is not said when this procedure starts. Name at least one request under “starts”.',
    'no-steps': 'There are no steps.',
    'no-end': 'After the step “{{detail}}” it is not said how to go on. Name the next step, or “end”.',
    'no-choices': 'A question for a choice needs at least two choices to choose from.',
    'too-many-steps': 'There are {{detail}} steps; 60 is the most.',
  },
}
