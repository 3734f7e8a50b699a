import { z } from 'zod'
import { languageOf } from '#domain/text/language.ts'
import { foldText, normalizeText } from '#domain/text/normalize.ts'
import type { BadSolutionRow, SolutionFile } from '#main/ports/solutionReader.ts'
import { splitList } from './columns.ts'
import { delimiterOf, rowsOf } from './csv.ts'
import { decodeText, NotText } from './decode.ts'
import { formatOf } from './formats.ts'

const names = {
  id: ['id', 'key', 'nr', 'no', 'number', '编号', '序号'],
  product: ['product', 'sku', 'article', 'item', 'produkt', 'produit', 'producto', '产品', '商品', '型号'],
  symptom: ['symptom', 'problem', 'fault', 'issue', 'error', 'fehler', 'panne', 'sintoma', '症状', '故障', '问题', '现象'],
  wordings: ['wordings', 'wording', 'alternatives', 'variants', 'otherwordings', '其他问法', '相似问法', '其他说法'],
  steps: ['steps', 'solution', 'fix', 'answer', 'remedy', 'losung', 'solucion', '步骤', '解决方法', '解决方案', '处理方法', '答案'],
  guide: ['guide', 'guidelink', 'guideurl', 'link', 'url', 'video', 'manual', '教程', '链接', '视频'],
  coupon: ['coupon', 'couponcode', 'voucher', '优惠券', '优惠码'],
  language: ['language', 'lang', 'locale', '语言'],
} as const satisfies Record<string, readonly string[]> // prettier-ignore
type Field = keyof typeof names
type Cells = Readonly<Partial<Record<Field, string>>>

const longest = { symptom: 500, steps: 5_000, product: 200, other: 500 }
const mostWordings = 50

/** Reads a whole file; the rules of `ReadSolutions` hold. */
export function readSolutions({ name, bytes }: { name: string; bytes: Uint8Array }): SolutionFile {
  const format = formatOf(name)
  const check = createSolutionCheck()
  if (format !== 'csv' && format !== 'jsonl') return check.refused('unknown-format')
  try {
    const text = decodeText(bytes)
    return format === 'csv' ? readRows(text, check) : readLines(text, check)
  } catch (error) {
    if (error instanceof NotText) return check.refused('unreadable')
    throw error
  }
}

function readRows(text: string, check: SolutionCheck) {
  let columns: (Field | null)[] | null = null
  for (const row of rowsOf(text, delimiterOf(text))) {
    if ('problem' in row) {
      check.bad(row.line ?? 1, 'unreadable')
      continue
    }
    if (row.cells.every(cell => cell.trim() === '')) continue
    if (columns === null) {
      columns = row.cells.map(fieldOf)
      if (!columns.includes('symptom') || !columns.includes('steps')) return check.refused('no-columns')
      continue
    }
    const fields = columns
    const cells = row.cells.flatMap((cell, index) => (fields[index] ? [[fields[index], cell] as const] : []))
    const values: Cells = Object.fromEntries(cells)
    check.add(row.line, values, splitList(values.wordings ?? ''))
  }
  return check.result
}

function fieldOf(heading: string): Field | null {
  const plain = foldText(heading).replace(/[^\p{L}\p{N}]/gu, '')
  const fields: readonly Field[] = ['id', 'product', 'symptom', 'wordings', 'steps', 'guide', 'coupon', 'language']
  return fields.find(field => (names[field] as readonly string[]).includes(plain)) ?? null
}

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform(value => value ?? '')
const lineSchema = z.object({
  id: text,
  product: text,
  symptom: text,
  wordings: z.union([z.array(z.string()), z.string().transform(splitList)]).nullish(),
  steps: z.union([text, z.array(z.string()).transform(steps => steps.join('\n'))]),
  guide: text,
  coupon: text,
  language: text,
})

function readLines(content: string, check: SolutionCheck) {
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue
    const row = lineSchema.safeParse(parsed(line))
    if (!row.success) check.bad(index + 1, 'not-json')
    else {
      const { wordings, ...cells } = row.data
      check.add(index + 1, cells, wordings ?? [])
    }
  }
  return check.result
}

/** Undefined when it is no JSON. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Collects good solutions and names what is wrong with the other rows. */
function createSolutionCheck() {
  const result: SolutionFile = { solutions: [], badRows: [] }
  const ids = new Set<string>()
  const bad = (line: number, problem: BadSolutionRow['problem']) => void result.badRows.push({ line, problem })
  return {
    result,
    bad,
    refused: (problem: BadSolutionRow['problem']): SolutionFile => ({ solutions: [], badRows: [{ line: 1, problem }] }),
    add(line: number, cells: Cells, wordings: readonly string[]) {
      const value = (field: Field) => normalizeText(cells[field] ?? '')
      const [symptom, product, guide, coupon] = [value('symptom'), value('product'), value('guide'), value('coupon')]
      const steps = (cells.steps ?? '').trim()
      // Without an id the product and the symptom are it, so that a second import finds the same row.
      const id = value('id') || foldText(`${product}: ${symptom}`).slice(0, 200)
      if (symptom === '') return bad(line, 'no-symptom')
      if (steps === '') return bad(line, 'no-steps')
      if (symptom.length > longest.symptom || steps.length > longest.steps || product.length > longest.product)
        return bad(line, 'too-long')
      if (guide !== '' && !isWebLink(guide)) return bad(line, 'bad-link')
      if (ids.has(id)) return bad(line, 'duplicate-id')
      ids.add(id)
      result.solutions.push({
        id,
        product,
        symptom,
        wordings: [...new Set(wordings.map(normalizeText))]
          .filter(one => one !== '' && one.length <= longest.other)
          .slice(0, mostWordings),
        steps,
        guideUrl: guide === '' ? null : guide,
        couponCode: coupon === '' ? null : coupon,
        language: value('language').toLowerCase().slice(0, 2) || languageOf(`${symptom}\n${steps}`),
      })
    },
  }
}
type SolutionCheck = ReturnType<typeof createSolutionCheck>

function isWebLink(link: string): boolean {
  return URL.canParse(link) && /^https?:$/.test(new URL(link).protocol)
}
