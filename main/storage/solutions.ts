import { z } from 'zod'
import { isCommonWord } from '#domain/text/commonWords.ts'
import { terms } from '#domain/text/words.ts'
import type { Solution, SolutionStore } from '#main/ports/playbookStore.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

interface Row {
  id: string
  product: string
  symptom: string
  wordings: string
  steps: string
  guideUrl: string | null
  couponCode: string | null
  language: string
}

/** Longer symptoms are told by their rarest words. */
const MOST_WORDS = 8
/** Words that stand in more solutions than this tell little and cost much; they are used only when there are no others. */
const TELLING_UP_TO = 5_000
/** No word of any language. */
const ANY_PRODUCT = 'anyproduct0'
/** A product is told by its model: words this much more frequent than its rarest one are left out. */
const FREQUENT = 5
const columns = `solution.id, solution.product, solution.symptom, solution.wordings, solution.steps,
  solution.guide_url as guideUrl, solution.coupon_code as couponCode, solution.language`

export function createSolutionStore(db: Database): SolutionStore {
  const sql = {
    count: db.prepare<[], number>('select count(*) from solution').pluck(),
    get: db.prepare<[string], Row>(`select ${columns} from solution where id = ?`),
    numberOf: db.prepare<[string], number>('select no from solution where id = ?').pluck(),
    insert: db
      .prepare<Row, number>(
        `insert into solution (id, product, symptom, wordings, steps, guide_url, coupon_code, language)
        values (@id, @product, @symptom, @wordings, @steps, @guideUrl, @couponCode, @language) returning no`,
      )
      .pluck(),
    update: db.prepare<Row>(
      `update solution set product = @product, symptom = @symptom, wordings = @wordings, steps = @steps,
        guide_url = @guideUrl, coupon_code = @couponCode, language = @language where id = @id`,
    ),
    putTerms: db.prepare<[number, string, string]>(
      'insert or replace into solution_terms (rowid, symptom, product) values (?, ?, ?)',
    ),
    inHowMany: db
      .prepare<[string, string], number>('select doc from solution_words where term = ? and col = ?')
      .pluck(),
    search: db.prepare<[string, number], Row & { weight: number }>(
      `select ${columns}, found.weight from
        (select rowid, bm25(solution_terms, 1.0, 3.0) as weight from solution_terms where solution_terms match ?
          order by weight limit ?) as found
      join solution on solution.no = found.rowid order by found.weight`,
    ),
  }

  function put(solution: Solution): 'added' | 'updated' {
    const row: Row = { ...solution, wordings: JSON.stringify(solution.wordings) }
    const known = sql.numberOf.get(solution.id)
    if (known !== undefined) sql.update.run(row)
    const no = known ?? sql.insert.get(row)
    if (no === undefined) throw new Error(`Solution ${solution.id} was not written`)
    const product = terms(solution.product)
    sql.putTerms.run(
      no,
      terms([solution.symptom, ...solution.wordings].join('\n')).join(' '),
      product.length === 0 ? ANY_PRODUCT : product.join(' '),
    )
    return known === undefined ? 'added' : 'updated'
  }

  /** The words of a text that stand in this column with how many solutions have them, the rare ones first. */
  function wordsIn(column: 'symptom' | 'product', text: string) {
    const all = [...new Set(terms(text))]
    const own = all.filter(term => !isCommonWord(term))
    return (own.length > 0 ? own : all)
      .map(term => ({ term, count: sql.inHowMany.get(term, column) ?? 0 }))
      .filter(({ count }) => count > 0)
      .toSorted((one, other) => one.count - other.count)
  }

  function symptomWords(text: string): string[] {
    const known = wordsIn('symptom', text)
    const rare = known.filter(({ count }) => count <= TELLING_UP_TO)
    return (rare.length > 0 ? rare.slice(0, MOST_WORDS) : known.slice(0, 2)).map(({ term }) => term)
  }

  function productWords(text: string): string[] {
    const known = wordsIn('product', text)
    const rarest = known[0]?.count ?? 0
    return known
      .filter(({ count }) => count <= rarest * FREQUENT)
      .slice(0, MOST_WORDS)
      .map(({ term }) => term)
  }

  return {
    count: () => sql.count.get() ?? 0,
    put(solutions) {
      return transaction(db, () => {
        const counts = { added: 0, updated: 0 }
        for (const solution of solutions) counts[put(solution)] += 1
        return counts
      })
    },
    get(id) {
      const row = sql.get.get(id)
      return row ? toSolution(row) : null
    },
    search(text, product, limit) {
      const words = symptomWords(text)
      if (words.length === 0) return []
      const said = `symptom : (${anyOf(words)})`
      const ofProduct = product === null ? '' : ` AND product : (${anyOf([ANY_PRODUCT, ...productWords(product)])})`
      const query = said + ofProduct
      return sql.search.all(query, limit).map(({ weight, ...row }) => ({ solution: toSolution(row), score: -weight }))
    },
  }
}

function anyOf(words: readonly string[]): string {
  return words.map(word => `"${word}"`).join(' OR ')
}

const wordingsSchema = z.array(z.string())

function toSolution(row: Row): Solution {
  const wordings: unknown = JSON.parse(row.wordings)
  return { ...row, wordings: wordingsSchema.parse(wordings) }
}
