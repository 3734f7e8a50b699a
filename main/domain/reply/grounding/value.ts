export type ValueKind =
  | 'link'
  | 'email'
  | 'phone'
  | 'code'
  | 'money'
  | 'percent'
  | 'span'
  | 'measure'
  | 'count'
  | 'date'
  | 'weekday'
  | 'day'
  | 'time'
  /** Before or after something happens to an order. */
  | 'phase'

/** Something in a text that is right or wrong to the letter. */
export interface Value {
  kind: ValueKind
  /** What it is equal to: values of one kind are the same when they share a key. */
  keys: readonly string[]
  start: number
  end: number
  text: string
}

/** One pass over the text: what it finds is taken out before the next one looks. */
export interface Finder {
  pattern: RegExp
  /** Null or empty: it is not what it looks like. */
  values(match: RegExpExecArray, text: string): { kind: ValueKind; keys: readonly string[] }[] | null
}
