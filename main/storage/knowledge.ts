import type { Entry } from '#contract/knowledge.ts'
import { isCommonWord } from '#domain/text/commonWords.ts'
import { terms } from '#domain/text/words.ts'
import type { KnowledgeStore } from '#main/ports/knowledgeStore.ts'
import type { Database } from './database.ts'
import { createIndexProgress, createModelIndexProgress } from './knowledgeProgress.ts'
import { entryColumns, shown, toEntry, toSource, type EntryRow, type SourceRow } from './knowledgeRows.ts'

const longestQuestionTerms = 64
/** Entries that an index may still hold: the built-in one, and the one made with an installed model. */
const removedFrom = ['knowledge_removed', 'knowledge_removed_from_model_index']
const sourceColumns = `id, name, format, imported_at,
  (select count(*) from knowledge_entries where source_id = knowledge_sources.id) as entry_count`

export function createKnowledgeStore(db: Database): KnowledgeStore {
  const sql = {
    sources: db.prepare<[], SourceRow>(
      `select ${sourceColumns} from knowledge_sources where shown is not null order by name collate nocase`,
    ),
    source: db.prepare<[string], SourceRow>(
      `select ${sourceColumns} from knowledge_sources where id = ? and shown is not null`,
    ),
    sourceName: db
      .prepare<[string], string>('select name from knowledge_sources where id = ? and shown is not null')
      .pluck(),
    sourceByName: db.prepare<[string], SourceRow>(
      `select ${sourceColumns} from knowledge_sources where name = ? and shown is not null`,
    ),
    putSource: db.prepare(`insert into knowledge_sources (id, name, format, imported_at, shown) values (?, ?, ?, ?, ?)
      on conflict (id) do update set name = excluded.name, format = excluded.format, imported_at = excluded.imported_at`),
    showSource: db.prepare('update knowledge_sources set shown = 1 where id = ?'),
    hideSource: db.prepare('update knowledge_sources set shown = null, name = ? where id = ?'),
    hidden: db.prepare<[], string>('select id from knowledge_sources where shown is null').pluck(),
    removeSource: db.prepare('delete from knowledge_sources where id = ?'),
    idsOfSource: db
      .prepare<[string, number], string>('select id from knowledge_entries where source_id = ? limit ?')
      .pluck(),
    entry: db.prepare<[string], EntryRow>(`select ${entryColumns} from knowledge_entries where id = ? and ${shown}`),
    entriesById: db.prepare<[string], EntryRow>(
      `select ${entryColumns} from knowledge_entries where id in (select value from json_each(?)) and ${shown}`,
    ),
    allOfSource: db.prepare<[string], EntryRow>(
      `select ${entryColumns} from knowledge_entries where source_id = ? order by seq`,
    ),
    putEntry:
      db.prepare(`insert into knowledge_entries (id, source_id, external_id, question, wordings, answer, language, tags, updated_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update set source_id = excluded.source_id, external_id = excluded.external_id, question = excluded.question,
        wordings = excluded.wordings, answer = excluded.answer, language = excluded.language, tags = excluded.tags,
        updated_at = excluded.updated_at, indexed_in = null, in_model_index = null, in_terms = null`),
    notRemoved: removedFrom.map(table => db.prepare(`delete from ${table} where entry_id = ?`)),
    dropTerms: db.prepare(
      'delete from knowledge_terms where rowid in (select seq from knowledge_entries where id in (select value from json_each(?)))',
    ),
    dropEntries: db.prepare('delete from knowledge_entries where id in (select value from json_each(?))'),
    addRemoved: removedFrom.map(table =>
      db.prepare(`insert or ignore into ${table} (entry_id) select value from json_each(?)`),
    ),
    count: db.prepare<[], number>(`select count(*) from knowledge_entries where ${shown}`).pluck(),
    tags: db
      .prepare<[number], string>(
        `select distinct trim(tag.value) from knowledge_entries, json_each(tags) as tag
      where ${shown} and trim(tag.value) <> '' order by 1 limit ?`,
      )
      .pluck(),
    withoutTerms: db.prepare<[number], EntryRow & { seq: number }>(
      `select seq, ${entryColumns} from knowledge_entries where in_terms is null order by seq limit ?`,
    ),
    forgetTerms: db.prepare('delete from knowledge_terms where rowid = ?'),
    putTerms: db.prepare('insert into knowledge_terms (rowid, terms) values (?, ?)'),
    markTerms: db.prepare('update knowledge_entries set in_terms = 1 where seq = ?'),
    search: db.prepare<
      [string, number],
      { id: string; rank: number }
    >(`select knowledge_entries.id, rank from knowledge_terms
      join knowledge_entries on knowledge_entries.seq = knowledge_terms.rowid
      where knowledge_terms match ? and ${shown} order by rank limit ?`),
  }

  const removeEntries = db.transaction((ids: readonly string[]) => {
    const list = JSON.stringify(ids)
    sql.dropTerms.run(list)
    sql.dropEntries.run(list)
    for (const add of sql.addRemoved) add.run(list)
  })
  const putEntries = db.transaction((entries: readonly Entry[]) => {
    for (const entry of entries) {
      sql.putEntry.run(
        entry.id, entry.sourceId, entry.externalId, entry.question, JSON.stringify(entry.wordings),
        entry.answer, entry.language, JSON.stringify(entry.tags), entry.updatedAt.getTime(),
      ) // prettier-ignore
      for (const forget of sql.notRemoved) forget.run(entry.id)
    }
  })
  const fillSearch = db.transaction((limit: number) => {
    const rows = sql.withoutTerms.all(limit)
    for (const row of rows) {
      const { question, wordings, answer } = toEntry(row)
      sql.forgetTerms.run(row.seq)
      sql.putTerms.run(row.seq, terms([question, ...wordings, answer].join('\n')).join(' '))
      sql.markTerms.run(row.seq)
    }
    return rows.length
  })
  const removeHidden = db.transaction((limit: number) => {
    const [source] = sql.hidden.all()
    if (source === undefined) return false
    const ids = sql.idsOfSource.all(source, limit)
    removeEntries(ids)
    if (ids.length < limit) sql.removeSource.run(source)
    return true
  })

  return {
    sources: () => sql.sources.all().map(toSource),
    source: id => optional(sql.source.get(id), toSource),
    sourceName: id => sql.sourceName.get(id) ?? null,
    sourceByName: name => optional(sql.sourceByName.get(name), toSource),
    putSource({ id, name, format, importedAt }, hidden = false) {
      sql.putSource.run(id, name, format, importedAt.getTime(), hidden ? null : 1)
    },
    showSource: id => void sql.showSource.run(id),
    hideSource: id => void sql.hideSource.run(id, id),
    removeHidden: limit => removeHidden(limit),
    entries: query => findEntries(db, query),
    entry: id => optional(sql.entry.get(id), toEntry),
    entriesById: ids => sql.entriesById.all(JSON.stringify(ids)).map(toEntry),
    allOfSource: sourceId => sql.allOfSource.all(sourceId).map(toEntry),
    putEntries: entries => putEntries(entries),
    removeEntries: ids => removeEntries(ids),
    tags: limit => sql.tags.all(limit),
    entryCount: () => sql.count.get() ?? 0,
    fillSearch: limit => fillSearch(limit),
    search(text, limit) {
      const query = matchAny(text)
      if (query === '') return []
      return sql.search.all(query, limit).map(({ id, rank }) => ({ entryId: id, score: -rank }))
    },
    ...createIndexProgress(db),
    modelIndex: createModelIndexProgress(db),
  }
}

function findEntries(db: Database, { sourceId, text, offset, limit }: Parameters<KnowledgeStore['entries']>[0]) {
  const conditions = [sourceId === null ? shown : 'source_id = @sourceId']
  const words = text
    .trim()
    .split(/\s+/)
    .filter(word => word !== '')
    .slice(0, 8)
  const parameters: Record<string, string | number> = { offset, limit, ...(sourceId === null ? {} : { sourceId }) }
  for (const [index, word] of words.entries()) {
    conditions.push(`(question || char(10) || wordings || char(10) || answer) like @word${index} escape '\\'`)
    parameters[`word${index}`] = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  }
  const where = conditions.join(' and ')
  const total =
    db
      .prepare<[typeof parameters], number>(`select count(*) from knowledge_entries where ${where}`)
      .pluck()
      .get(parameters) ?? 0
  const rows = db
    .prepare<[typeof parameters], EntryRow>(
      `select ${entryColumns} from knowledge_entries where ${where} order by source_id, seq limit @limit offset @offset`,
    )
    .all(parameters)
  return { items: rows.map(toEntry), total }
}

/** An FTS5 query for any of the text's words; common ones only when there is nothing else. */
function matchAny(text: string): string {
  const all = [...new Set(terms(text))]
  const telling = all.filter(term => !isCommonWord(term))
  return (telling.length > 0 ? telling : all)
    .slice(0, longestQuestionTerms)
    .map(term => `"${term}"`)
    .join(' OR ')
}

function optional<Row, Value>(row: Row | undefined, convert: (row: Row) => Value): Value | null {
  return row === undefined ? null : convert(row)
}
