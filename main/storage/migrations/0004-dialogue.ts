import type { Migration } from './migration.ts'

const sql = `
alter table conversation add column promised_by integer;
alter table conversation add column mood text;

create table dialogue (
  conversation_id text not null primary key references conversation (id) on delete cascade deferrable initially deferred,
  state text not null
) strict, without rowid;

create table proposed_dialogue (
  suggestion_id text not null primary key references suggestion (id) on delete cascade deferrable initially deferred,
  state text not null
) strict, without rowid;

create table brief (
  conversation_id text not null primary key references conversation (id) on delete cascade deferrable initially deferred,
  record text not null
) strict, without rowid;

create table value_tag (
  no integer primary key,
  id text not null unique,
  conversation_id text not null references conversation (id) on delete cascade deferrable initially deferred,
  code text not null,
  detail text not null,
  message_id text,
  quote text not null,
  at integer not null
) strict;
create index value_tag_of_conversation on value_tag (conversation_id);
create index value_tag_of_code on value_tag (code, at);

create table topic (
  id text not null primary key,
  kind text not null check (kind in ('intent', 'own')),
  mode text not null check (mode in ('draft', 'auto')),
  because text not null check (because in ('channel', 'earned', 'corrected', 'owner')),
  approvals integer not null,
  threshold real,
  changed_at integer
) strict, without rowid;

create table topic_policy (
  id integer not null primary key check (id = 1),
  approvals_needed integer not null,
  threshold real not null
) strict;
`

export const dialogue: Migration = { version: 4, name: 'dialogue', sql }
