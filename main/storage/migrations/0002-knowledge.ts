import type { Migration } from './migration.ts'

export const knowledge: Migration = {
  version: 2,
  name: 'knowledge',
  sql: `
    create table knowledge_sources (
      id text primary key,
      name text not null unique,
      format text not null,
      imported_at integer not null,
      -- Null while its first import is running: nothing of it is seen then.
      shown integer
    ) strict;

    create table knowledge_entries (
      -- Keeps the order of the file and is the row of knowledge_terms.
      seq integer primary key autoincrement,
      id text not null unique,
      source_id text not null references knowledge_sources (id),
      external_id text,
      question text not null,
      wordings text not null,
      answer text not null,
      language text not null,
      tags text not null,
      updated_at integer not null,
      -- The generation of the vector index that holds it in this form.
      indexed_in integer,
      -- Null until knowledge_terms holds it in this form.
      in_terms integer
    ) strict;
    create index knowledge_entries_by_source on knowledge_entries (source_id, seq);
    create index knowledge_entries_by_index on knowledge_entries (indexed_in);
    create index knowledge_entries_without_terms on knowledge_entries (seq) where in_terms is null;

    create virtual table knowledge_terms using fts5 (
      terms,
      content = '',
      contentless_delete = 1,
      tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M*'"
    );

    create table knowledge_removed (entry_id text primary key) strict, without rowid;

    -- Rising numbers, so that emptying the index makes every entry stale at once.
    create table knowledge_generations (
      generation integer primary key autoincrement,
      embedder_id text not null unique
    ) strict;
  `,
}
