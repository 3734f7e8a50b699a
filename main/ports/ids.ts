export interface Ids {
  /** A new UUID version 7: unique, and later ones sort after earlier ones. */
  next(): string
}
