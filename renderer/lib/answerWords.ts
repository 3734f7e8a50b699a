/** Words whose keys are known only at run time, and numbers as the owner writes them; the catalogs give them. */
export interface AnswerWords {
  /** What a check claims. */
  claim(step: { code: string; detail: string }): string
  /** What was noted beside it; empty when it says nothing to a person. */
  noted(step: { code: string; detail: string }): string
  intent(id: string): string
  /** The name of a record's field. */
  field(name: string): string
  /** A field's value in words, where it is a code. */
  value(field: string, value: string): string
  /** Why a sentence of a model was left out. */
  leftOut(problem: string): string
  /** A time in milliseconds as seconds. */
  seconds(ms: number): string
  percent(share: number): string
  number(value: number): string
  language(tag: string): string | null
}
