import type { Migration } from './migration.ts'

export const models: Migration = {
  version: 7,
  name: 'models',
  sql: `
    create table model (
      no integer primary key autoincrement,
      id text not null unique,
      catalogue_id text,
      name text not null,
      use text not null,
      bytes integer not null,
      sha256 text not null,
      modified_ms real not null,
      architecture text not null,
      parameters real,
      quantization text,
      context_tokens integer,
      shape text not null,
      installed_at integer not null,
      measured text,
      problem text
    );
    create table model_transfer (
      no integer primary key autoincrement,
      id text not null unique,
      kind text not null,
      catalogue_id text,
      name text not null,
      total_bytes integer not null,
      state text not null,
      problem text,
      etag text
    );
    create table model_in_use (
      use text primary key,
      model_id text not null references model(id) on delete cascade
    ) without rowid;
    create table model_machine (
      id integer primary key check (id = 1),
      graphics_failed integer not null default 0,
      memory_speed real
    );
    insert into model_machine (id) values (1);

    -- What the search index made with an installed model holds, beside the built-in one.
    alter table knowledge_entries add column in_model_index integer;
    create index knowledge_entries_by_model_index on knowledge_entries (in_model_index);
    create table knowledge_removed_from_model_index (entry_id text primary key) strict, without rowid;
    create table knowledge_model_generations (
      generation integer primary key autoincrement,
      embedder_id text not null unique
    ) strict;
    create table knowledge_model_index_paused (embedder_id text primary key) strict, without rowid;
  `,
}
