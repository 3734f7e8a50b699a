import type { Migration } from './migration.ts'

const tables = `
-- What reports count, worked out from the messages; it can be emptied and made anew at any time.
create table report_facts (
  conversation_no integer primary key references conversation (no) on delete cascade deferrable initially deferred,
  channel_no integer not null,
  contact_no integer not null,
  first_at integer,
  last_at integer not null,
  first_reply_ms integer,
  first_reply_by text,
  resolution_ms integer,
  answered_by text not null,
  outcome text,
  outcome_from integer,
  language text not null,
  mood text not null,
  -- JSON; null for empty ones.
  topics text,
  handoffs text,
  promises text,
  -- Numbers of 4 bytes, and of 8 bytes in pairs.
  messages blob not null,
  owner_work blob
) strict;

create table report_question (
  answer_id text not null primary key,
  conversation_no integer not null references conversation (no) on delete cascade deferrable initially deferred,
  message_id text not null,
  at integer not null,
  question_key integer not null,
  language text not null
) strict, without rowid;
create index report_question_of_conversation on report_question (conversation_no);
create index report_question_in_time on report_question (at);

-- Conversations whose facts are to be worked out again, and how often they changed since.
create table report_stale (conversation_no integer primary key, changes integer not null) strict;
-- The rules that the facts were made by.
create table report_rules (id integer primary key check (id = 1), version integer not null) strict;

-- What contacts were promised. The conversation itself forgets a promise with the answer.
create table promise (
  -- The message that says so.
  message_seq integer primary key
    references message (seq) on update cascade on delete cascade deferrable initially deferred,
  conversation_no integer not null references conversation (no) on delete cascade deferrable initially deferred,
  due integer not null
) strict;
create index promise_of_conversation on promise (conversation_no);

create table weekly_report (
  id integer primary key check (id = 1),
  -- Everything that was due by then is done, or was not wanted.
  done_until integer not null,
  last_at integer,
  -- JSON: paths.
  last_files text not null,
  problem text
) strict;
`

const again = 'on conflict do update set changes = changes + 1;'

/** Marks the conversation with this id, if it is still there. */
const stale = (conversationId: string) =>
  `insert into report_stale select no, 1 from conversation where id = ${conversationId} ${again}`

const triggers = `
create trigger report_message_added after insert on message begin ${stale('new.conversation_id')} end;
create trigger report_message_removed after delete on message begin ${stale('old.conversation_id')} end;
create trigger report_message_changed
after update of seq, conversation_id, kind, author, body, sent_at, received_at, automated, answer_id, activity_code,
  activity_detail on message begin
  ${stale('new.conversation_id')}
  ${stale('old.conversation_id')}
end;
create trigger report_outbox_added after insert on outbox begin ${stale('new.conversation_id')} end;
create trigger report_outbox_removed after delete on outbox begin ${stale('old.conversation_id')} end;
create trigger report_outbox_changed after update of state, answer_to, not_before, transmitting_at on outbox
when old.state <> new.state or new.state = 'sent' begin ${stale('new.conversation_id')} end;
create trigger report_suggestion_closed after update of closed_how on suggestion begin
  ${stale('new.conversation_id')}
end;
create trigger report_answer_added after insert on answer when new.message_id is not null begin
  ${stale('(select conversation_id from message where id = new.message_id)')}
end;
create trigger report_code_added after insert on order_code begin
  ${stale('(select conversation_id from message where id = new.message_id)')}
end;
create trigger report_conversation_changed after update of status, channel_id, handle_id, language on conversation
when (old.status, old.channel_id, old.handle_id) <> (new.status, new.channel_id, new.handle_id)
  or old.language is not new.language begin
  insert into report_stale values (new.no, 1) ${again}
end;
create trigger report_conversation_removed after delete on conversation begin
  delete from report_stale where conversation_no = old.no;
end;
create trigger report_handle_moved after update of contact_id on handle begin
  insert into report_stale select no, 1 from conversation where handle_id = new.id ${again}
end;

create trigger promise_made after update of promised_by on conversation
when new.promised_by is not null and new.promised_by is not old.promised_by begin
  insert or replace into promise
    select max(seq), new.no, new.promised_by from message where conversation_id = new.id having max(seq) is not null;
  insert into report_stale values (new.no, 1) ${again}
end;
`

const known = `
insert into promise
  select max(m.seq), c.no, c.promised_by from conversation c join message m on m.conversation_id = c.id
  where c.promised_by is not null group by c.no;
insert into report_stale select no, 1 from conversation;
`

export const reports: Migration = { version: 11, name: 'reports', sql: tables + triggers + known }
