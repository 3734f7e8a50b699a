import type { Migration } from './migration.ts'

/** What a filter asks about stands beside the order in each index, so that a rare one reads no conversation in vain. */
const filters = 'channel_id, language, mood, labels, waiting_since'
/** What the views ask about. */
const views = 'status, handler, needs_me, has_suggestion'

const tables = `
create table label (
  id text not null primary key,
  position integer not null,
  name text not null,
  -- The name without differences that nobody sees.
  name_key text not null,
  color text not null,
  -- Its bit in conversation.labels.
  bit integer not null unique check (bit between 0 and 51),
  conversations integer not null default 0,
  -- It is being taken off its conversations, and nobody sees it any more.
  removing integer not null default 0
) strict, without rowid;
create unique index label_by_name on label (name_key) where removing = 0;

create table snippet (
  id text not null primary key,
  shortcut text not null,
  shortcut_key text not null unique,
  title text not null,
  body text not null,
  uses integer not null default 0,
  updated_at integer not null
) strict, without rowid;

create table draft (
  conversation_id text not null primary key references conversation (id) on delete cascade deferrable initially deferred,
  body text not null,
  kind text not null check (kind in ('reply', 'note'))
) strict, without rowid;

alter table conversation add column language text;
-- One bit for each label.
alter table conversation add column labels integer not null default 0;

alter table outbox add column scheduled integer not null default 0;
alter table outbox add column unless_they_write integer not null default 0;
alter table outbox add column delivered_at integer;
alter table outbox add column seen_at integer;
create index outbox_scheduled on outbox (conversation_id, not_before) where scheduled = 1 and state = 'queued';
create index suggestion_of_conversation on suggestion (conversation_id);
create index outbox_by_remote on outbox (channel_id, remote_id) where remote_id is not null;
-- A conversation that goes takes these along: without an index all of them are looked through.
create index outbox_of_conversation on outbox (conversation_id);
create index conversation_ref_of_conversation on conversation_ref (conversation_id);
`

const languages = `
update conversation set language = known.language from (
  select m.conversation_id as id, json_extract(a.record, '$.language') as language, max(m.seq)
  from answer a join message m on m.id = a.message_id group by m.conversation_id
) as known where conversation.id = known.id and known.language <> 'und';
`

const lists = `
drop index conversation_all;
drop index conversation_by_status;
drop index conversation_needs_me;
drop index conversation_suggested;
create index conversation_all on conversation (last_message_at, id, ${filters});
create index conversation_by_status on conversation (status, last_message_at, id, ${filters});
create index conversation_by_handler on conversation (handler, last_message_at, id, ${filters}) where status = 'open';
create index conversation_needs_me on conversation (last_message_at, id, ${filters}) where needs_me = 1;
create index conversation_suggested on conversation (last_message_at, id, ${filters})
  where has_suggestion = 1 and status = 'open';
create index conversation_waiting on conversation (waiting_since, id, channel_id, language, mood, labels, ${views})
  where waiting_since is not null;
-- In the large views, what is rare is found by itself.
create index conversation_by_mood on conversation (mood, last_message_at, id, channel_id, language, labels, waiting_since, ${views})
  where mood is not null;
create index conversation_labelled on conversation (last_message_at, id, ${filters}, ${views}) where labels <> 0;
create index conversation_by_language on conversation
  (language, last_message_at, id, channel_id, mood, labels, waiting_since, ${views}) where language is not null;
`

const tally = `
drop trigger tally_added;
drop trigger tally_removed;
drop trigger tally_changed;
drop table conversation_tally;
create table conversation_tally (
  status text not null,
  handler text not null,
  needs_me integer not null,
  has_suggestion integer not null,
  amount integer not null,
  primary key (status, handler, needs_me, has_suggestion)
) strict, without rowid;
insert into conversation_tally
  select status, handler, needs_me, has_suggestion, count(*) from conversation group by 1, 2, 3, 4;

create trigger tally_added after insert on conversation begin
  insert into conversation_tally values (new.status, new.handler, new.needs_me, new.has_suggestion, 1)
    on conflict do update set amount = amount + 1;
end;
create trigger tally_removed after delete on conversation begin
  update conversation_tally set amount = amount - 1 where status = old.status and handler = old.handler
    and needs_me = old.needs_me and has_suggestion = old.has_suggestion;
end;
create trigger tally_changed
after update of status, handler, handoff_reason, waiting_since, has_suggestion, send_problem on conversation
when (old.status, old.handler, old.needs_me, old.has_suggestion)
  <> (new.status, new.handler, new.needs_me, new.has_suggestion) begin
  update conversation_tally set amount = amount - 1 where status = old.status and handler = old.handler
    and needs_me = old.needs_me and has_suggestion = old.has_suggestion;
  insert into conversation_tally values (new.status, new.handler, new.needs_me, new.has_suggestion, 1)
    on conflict do update set amount = amount + 1;
end;

create table language_tally (language text not null primary key, amount integer not null) strict, without rowid;
insert into language_tally
  select language, count(*) from conversation where language is not null group by language;
create trigger language_changed after update of language on conversation when old.language is not new.language begin
  update language_tally set amount = amount - 1 where language = old.language;
  insert into language_tally select new.language, 1 where new.language is not null
    on conflict do update set amount = amount + 1;
end;
create trigger language_removed after delete on conversation when old.language is not null begin
  update language_tally set amount = amount - 1 where language = old.language;
end;

create trigger labels_changed after update of labels on conversation when old.labels <> new.labels begin
  update label set conversations = conversations + ((new.labels >> bit) & 1) - ((old.labels >> bit) & 1)
    where ((old.labels | new.labels) >> bit) & 1;
end;
create trigger labels_removed after delete on conversation when old.labels <> 0 begin
  update label set conversations = conversations - 1 where (old.labels >> bit) & 1;
end;
`

export const inbox: Migration = { version: 8, name: 'inbox', sql: tables + languages + lists + tally }
