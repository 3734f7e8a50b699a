import { numberPattern, numberShape, sharedPrefix } from '#domain/orders/keys.ts'
import type { Database } from './sqlite.ts'

/** Series that hold fewer of a shop's orders are typing errors. */
const SMALLEST_SHARE = 0.005
const MOST_PATTERNS = 12

/** What the shop's order numbers look like; kept up with every order, so that asking costs nothing. */
export function createOrderNumbers(db: Database) {
  const get = db.prepare<[string], { prefix: string }>('select prefix from order_number_shape where shape = ?')
  const put = db.prepare<
    [string, string, number]
  >(`insert into order_number_shape (shape, prefix, count) values (?, ?, ?)
    on conflict (shape) do update set prefix = excluded.prefix, count = count + excluded.count`)
  const drop = db.prepare('delete from order_number_shape where count <= 0')
  const list = db.prepare<[], { shape: string; prefix: string; count: number }>(
    'select shape, prefix, count from order_number_shape order by count desc, shape',
  )

  function change(number: string, by: 1 | -1) {
    const shape = numberShape(number)
    const prefix = sharedPrefix(number, by > 0 ? (get.get(shape)?.prefix ?? number) : number)
    put.run(shape, by > 0 ? prefix : (get.get(shape)?.prefix ?? prefix), by)
  }

  return {
    add: (number: string) => change(number, 1),
    remove(numbers: readonly string[]) {
      for (const number of numbers) change(number, -1)
      drop.run()
    },
    patterns(): string[] {
      const shapes = list.all()
      const total = shapes.reduce((sum, { count }) => sum + count, 0)
      return shapes
        .filter(({ count }) => count >= total * SMALLEST_SHARE)
        .slice(0, MOST_PATTERNS)
        .map(({ shape, prefix }) => numberPattern(shape, prefix))
    },
  }
}
