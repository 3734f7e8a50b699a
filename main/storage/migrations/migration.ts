/** One step of the schema. Numbered without gaps; once released it never changes. */
export interface Migration {
  version: number
  name: string
  sql: string
}
