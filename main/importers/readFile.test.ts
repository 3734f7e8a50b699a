import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import type { ImportedEntry } from '#main/ports/importer.ts'
import { readFile } from './readFile.ts'

const read = (name: string, content: string | Uint8Array) =>
  readFile(name, typeof content === 'string' ? new TextEncoder().encode(content) : content)

const pairsOf = (entries: readonly ImportedEntry[]) => entries.map(({ question, answer }) => [question, answer])

test('a CSV row becomes an entry with its id, wordings, language and tags', async () => {
  const { entries, badRows, format } = await read(
    'faq.csv',
    '\ufeffID,Question,Answer,Other wordings,Language,Tags\r\nr1,"Can I return, please?","Yes, ""of course"".",send back | money back,en-US,returns|after sale\r\n',
  )
  expect([format, badRows]).toEqual(['csv', []])
  expect(entries).toEqual([
    {
      line: 2,
      externalId: 'r1',
      question: 'Can I return, please?',
      answer: 'Yes, "of course".',
      wordings: ['send back', 'money back'],
      language: 'en',
      tags: ['returns', 'after sale'],
    },
  ])
})

test.each([
  ['semicolons and Chinese headings', '编号;问题;答案;其他问法;标签\n1;怎么退货？;七天内。;退货政策|如何退款;售后\n'],
  ['tabs', 'id\tquestion\tanswer\twordings\ttags\n1\t怎么退货？\t七天内。\t退货政策|如何退款\t售后\n'],
])('%s are understood', async (_, text) => {
  const { entries } = await read('a.csv', text)
  expect(entries).toMatchObject([
    { externalId: '1', question: '怎么退货？', answer: '七天内。', wordings: ['退货政策', '如何退款'], tags: ['售后'] },
  ])
})

test.each([
  [
    'GB18030',
    Uint8Array.from([
      0xce, 0xca, 0xcc, 0xe2, 0x2c, 0xb4, 0xf0, 0xb0, 0xb8, 0x0a, 0xcd, 0xcb, 0xbb, 0xf5, 0x2c, 0xbf, 0xc9, 0xd2, 0xd4,
    ]),
  ],
  ['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, ...Buffer.from('问题,答案\n退货,可以', 'utf16le')])],
])('a table in %s is read', async (_, bytes) => {
  expect(pairsOf((await read('a.csv', bytes)).entries)).toEqual([['退货', '可以']])
})

test('Western European text that is no UTF-8 keeps its accents', async () => {
  const { entries } = await read(
    'a.csv',
    Buffer.from('question,answer\nDélai de livraison,Trois à cinq jours\n', 'latin1'),
  )
  expect(pairsOf(entries)).toEqual([['Délai de livraison', 'Trois à cinq jours']])
})

test('every bad row is named by its line and the good ones around it are taken', async () => {
  const text = [
    'id,question,answer',
    '1,Good,Yes',
    '2,,No question here',
    '3,No answer,',
    '',
    '4,"Two',
    'lines",Yes',
    '1,Again,Yes',
    '5,"never closed,oops',
    '6,15" screen,Yes',
    `7,Long,${'x'.repeat(20_001)}`,
    '8,"After ""all""",Yes',
  ].join('\n')
  const { entries, badRows } = await read('a.csv', text)
  expect(entries.map(({ line, question }) => [line, question])).toEqual([
    [2, 'Good'],
    [6, 'Two lines'],
    [10, '15" screen'],
    [12, 'After "all"'],
  ])
  expect(badRows.map(({ line, problem, detail }) => [line, problem, detail.slice(0, 20)])).toEqual([
    [3, 'no-question', 'No question here'],
    [4, 'no-answer', 'No answer'],
    [8, 'duplicate-id', '1'],
    [9, 'bad-quotes', '5,"never closed,oops'],
    [11, 'too-long', 'Long'],
  ])
})

test('a table without the needed headings is refused as a whole', async () => {
  const { entries, badRows } = await read('a.csv', 'name,price\nMug,4\n')
  expect([entries, badRows]).toEqual([[], [{ line: 1, problem: 'no-columns', detail: 'name, price' }]])
})

test('JSON lines are checked one by one', async () => {
  const text =
    '{"id":7,"question":"Q","answer":"A","wordings":["W"]}\nnot json\n{"question":"Q2"}\n\n{"question":" ","answer":"A"}\n'
  const { entries, badRows } = await read('a.jsonl', text)
  expect(entries).toMatchObject([{ line: 1, externalId: '7', wordings: ['W'], language: null, tags: [] }])
  expect(badRows.map(({ line, problem }) => [line, problem])).toEqual([
    [2, 'not-json'],
    [3, 'wrong-shape'],
    [5, 'no-question'],
  ])
})

test('a list in one JSON file is read like lines', async () => {
  const { entries, badRows } = await read('a.json', '[{"question":"Q","answer":"A"},{"question":1}]')
  expect([pairsOf(entries), badRows]).toEqual([
    [['Q', 'A']],
    [{ line: null, problem: 'wrong-shape', detail: '#2 question, answer' }],
  ])
})

test('Markdown sections are entries under the path of their headings, without signs of layout', async () => {
  const text = [
    '---\ntitle: x\n---',
    '# Help',
    '## Returns\nSend it back within **14 days**, see [our page](https://shop.example/returns).',
    '### Costs\n* free label\n* no fee',
    '## Do you ship abroad?\nYes.',
    '```\n# no heading\n```',
  ].join('\n')
  expect(pairsOf((await read('help.md', text)).entries)).toEqual([
    ['Returns', 'Send it back within 14 days, see our page (https://shop.example/returns).'],
    ['Returns › Costs', '- free label\n- no fee'],
    ['Do you ship abroad?', 'Yes.\n# no heading'],
  ])
})

test('written pairs of question and answer are taken as such, in English and Chinese', async () => {
  const { entries } = await read(
    'faq.txt',
    'Q: Is it safe?\nA: Very.\nAnd tested.\n\nQ2. How long?\nA2. A day.\n\n问：多久发货？\n答：三天内。\n',
  )
  expect(pairsOf(entries)).toEqual([
    ['Is it safe?', 'Very.\nAnd tested.'],
    ['How long?', 'A day.'],
    ['多久发货？', '三天内。'],
  ])
  expect(entries.map(({ line }) => line)).toEqual([1, 5, 8])
})

test('long sections are cut between sentences, none is lost and none is too long', async () => {
  const sentence = 'This sentence is about the care of oak boards and has some length. '
  const { entries } = await read('a.md', `# Care\n${sentence.repeat(60)}`)
  expect(entries.length).toBeGreaterThan(2)
  for (const { question, answer } of entries) {
    expect(question).toBe('Care')
    expect(answer.length).toBeLessThanOrEqual(1200)
    expect(answer.endsWith('.')).toBe(true)
  }
  expect(entries.map(({ answer }) => answer).join(' ')).toBe(sentence.repeat(60).trim())
})

test('a text without any blank is cut too, never inside a character', async () => {
  const { entries } = await read('a.txt', '😀'.repeat(2000))
  expect(entries.map(({ answer }) => answer).join('')).toBe('😀'.repeat(2000))
})

test('questions are found in HTML headings, folding parts and definition lists; menus and scripts are not', async () => {
  const html =
    '<title>FAQ</title><nav>Home</nav><h1>Help</h1><h2>How long?</h2><p>Two <b>days</b>.</p><script>alert(1)</script>' +
    '<details><summary>Can I return?</summary><p>Yes &amp; free.</p></details><h2>Prices</h2><dl><dt>Is it cheap?</dt><dd>Rather.</dd></dl>'
  expect(pairsOf((await read('a.html', html)).entries)).toEqual([
    ['How long?', 'Two days.'],
    ['Can I return?', 'Yes & free.'],
    ['Is it cheap?', 'Rather.'],
  ])
})

test('a PDF gives its text', async () => {
  const { entries, badRows } = await read('a.pdf', pdf(['How do I pay?', 'By card or by invoice within ten days.']))
  expect(badRows).toEqual([])
  expect(pairsOf(entries)).toEqual([['How do I pay?', 'By card or by invoice within ten days.']])
})

test('a PDF with a password, a broken one and one without text are told apart', async () => {
  const problem = async (bytes: Uint8Array | string) => (await read('a.pdf', bytes)).badRows.map(row => row.problem)
  expect(await problem(pdf(['Secret'], true))).toEqual(['encrypted'])
  expect(await problem('%PDF-1.7 broken')).toEqual(['unreadable'])
  expect(await problem(pdf([]))).toEqual(['empty'])
})

test('a Word file is read by its headings, and one with a password is said to be so', async () => {
  const paragraph = (text: string, style = '') =>
    `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t>${text}</w:t></w:r></w:p>`
  const bytes = docx(
    paragraph('Delivery', 'Heading1') +
      paragraph('Two days by post.') +
      paragraph('退货', 'Heading1') +
      paragraph('七天内。'),
  )
  expect(pairsOf((await read('a.docx', bytes)).entries)).toEqual([
    ['Delivery', 'Two days by post.'],
    ['退货', '七天内。'],
  ])
  expect((await read('a.docx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).badRows).toMatchObject([
    { problem: 'encrypted' },
  ])
  expect((await read('a.docx', 'no zip')).badRows).toMatchObject([{ problem: 'unreadable' }])
})

test('other kinds of files, empty ones and text that is none are refused by name', async () => {
  const problem = async (name: string, content: string | Uint8Array) => (await read(name, content)).badRows[0]?.problem
  expect(await problem('a.xlsx', 'x')).toBe('unknown-format')
  expect(await problem('a.txt', '')).toBe('empty')
  expect(await problem('a.txt', ' \n ')).toBe('empty')
  expect(await problem('a.csv', Uint8Array.from([1, 0, 0, 0, 255, 0, 0, 3, 0, 0]))).toBe('unreadable')
})

test('50,000 rows of which many are bad are read in seconds', async () => {
  const rows = ['id,question,answer']
  for (let row = 0; row < 50_000; row++)
    rows.push(
      row % 100 === 0 ? `${row},"open,x` : row % 99 === 0 ? `${row},,x` : `${row},Question ${row}?,"Answer, ${row}"`,
    )
  const started = performance.now()
  const { entries, badRows } = await read('big.csv', rows.join('\n'))
  expect(entries.length + badRows.length).toBe(50_000)
  expect(badRows.filter(({ problem }) => problem === 'bad-quotes')).toHaveLength(500)
  expect(performance.now() - started).toBeLessThan(10_000)
})

/** A page of lines; with `isLocked` it asks for a password. */
function pdf(lines: readonly string[], isLocked = false): Uint8Array {
  const content = lines.map((line, index) => `BT /F1 12 Tf 50 ${700 - index * 20} Td (${line}) Tj ET`).join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Filter /Standard /V 1 /R 2 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const locked = isLocked ? '/Encrypt 6 0 R /ID [<00> <00>]' : ''
  return Buffer.from(
    `${body}xref\n0 7\n0000000000 65535 f \n${table}trailer\n<< /Size 7 /Root 1 0 R ${locked} >>\nstartxref\n${body.length}\n%%EOF`,
    'latin1',
  )
}

function docx(paragraphs: string): Uint8Array {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${word}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${paragraphs}</w:body></w:document>`,
  })
}

/** Files side by side, not compressed. */
function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, Buffer.from(name)]))
    local.push(entry)
    offset += entry.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(local.length, 4)
  end.writeUInt16LE(local.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end])
}
