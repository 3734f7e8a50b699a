// oxlint-disable-next-line import/default -- a CommonJS module: all it exports is the default
import BetterSqlite3 from 'better-sqlite3-multiple-ciphers'

export { BetterSqlite3 }
export type Database = BetterSqlite3.Database
export type Statement<Values extends unknown[] | {} = unknown[], Row = unknown> = BetterSqlite3.Statement<Values, Row>
